"""The Ledger: records kept, linked and searched."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection

from depeche.errors import DepecheError, LedgerUnreachable, UsageError
from depeche.ledger import (
    bulk,
    ingest,
    lock,
    occurrences,
    records,
    rulings,
    search,
    verdicts,
    version,
    whoswho,
)
from depeche.ledger.engine import DEFAULT, address, connect, snapshot
from depeche.ledger.faults import told
from depeche.ledger.ingest import Outcome
from depeche.ledger.occurrences import Occurrence, Wanted
from depeche.ledger.query import Hit, Query
from depeche.ledger.rulings import Ruling
from depeche.ledger.state import state
from depeche.ledger.verdicts import Judged, Share

if TYPE_CHECKING:
    from depeche.reader import Reader
    from depeche.reading.articles import Article, Broken
    from depeche.record import Record


class Ledger:
    """A ledger of dispatches: an SQLite file by its path, or a PostgreSQL database by its URL.

    One process writes at a time; any number read, also meanwhile. With `create`, an empty or missing ledger
    is made. Raises UsageError for an address that is none, and a LedgerError where the ledger cannot be used.
    """

    def __init__(self, name: str | Path = DEFAULT, *, create: bool = False) -> None:
        url = address(str(name))
        self.name = url.render_as_string(hide_password=True) if url.host else str(name)
        if url.get_backend_name() == "sqlite" and not create:
            _must_exist(url.database)
        self._engine = connect(url)
        try:
            with self._told():
                self._open(create=create)
        except DepecheError:
            self.close()
            raise

    def _open(self, *, create: bool) -> None:
        """See that there is a ledger of now, or make one."""
        if create and version.state(self._engine) == "empty":
            with lock.writer(self._engine):
                version.require(self._engine, create=True)
        version.require(self._engine, create=False)

    def ingest(
        self, articles: "Iterable[Article | Broken]", reader: "Reader", *, refresh: bool = False
    ) -> Iterator[Outcome]:
        """Read articles into the ledger; what became of each, in order, as it is written.

        What the ledger has is skipped, with `refresh` read again where another version read it. Each
        dispatch is written wholly or not at all; an ingest that was cut off goes on when it is called again.
        """
        with self._told(), lock.writer(self._engine):
            yield from ingest.ingest(self._engine, articles, reader, refresh=refresh)

    def load(self, items: "Iterable[bulk.Ready]") -> Iterator[Outcome]:
        """Write records that were read elsewhere, many at a time; what became of each, in order.

        The ledger is then what ingesting their texts would have made.
        """
        with self._told(), lock.writer(self._engine):
            yield from bulk.load(self._engine, items)

    def search(self, query: Query) -> list[Hit]:
        """The passages or facts that answer, the newest first."""
        with self.reading() as connection:
            return search.search(connection, query)

    def who(self, name: str) -> list[whoswho.Who]:
        """The persons of that name in any spelling, those named most often first."""
        with self.reading() as connection:
            return whoswho.find(connection, name)

    def record(self, dispatch: int) -> "Record":
        """What a dispatch of the ledger says; NotInLedger where there is none of that number."""
        with self.reading() as connection:
            return records.record(connection, dispatch)

    def state(self) -> str:
        """A short sign that changes with every change of the ledger; cheap, to know an old answer by."""
        with self._told():
            return state(self._engine)

    def merge_people(self, *persons: int) -> whoswho.Who:
        """Rule that persons, by their numbers, are one; kept when dispatches are read anew."""
        with self._writing() as connection:
            return whoswho.merge(connection, persons)

    def split_person(
        self, person: int, spelling: int | None = None, *, dispatch: int | None = None
    ) -> tuple[whoswho.Who, whoswho.Who]:
        """Rule that a spelling, or whom one dispatch names, is not the person it was joined to; both as they are now."""
        if (spelling is None) == (dispatch is None):
            raise UsageError("split takes a spelling or a dispatch; see depeche who")
        with self._writing() as connection:
            if spelling is not None:
                return whoswho.split(connection, person, spelling)
            return whoswho.split_dispatch(connection, person, dispatch or 0)

    def occurrence(self, number: int) -> Occurrence:
        """The occurrence of a number, with all its reports and what they disagree on."""
        with self.reading() as connection:
            return occurrences.occurrence(connection, number)

    def occurrences(self, wanted: Wanted | None = None) -> list[Occurrence]:
        """The occurrences that are wanted, the newest first."""
        with self.reading() as connection:
            return occurrences.listed(connection, wanted or Wanted())

    def merge_occurrences(self, *numbers: int) -> Occurrence:
        """Rule that occurrences, by their numbers, are one; kept when dispatches are read anew."""
        with self._writing() as connection:
            return occurrences.merge(connection, numbers)

    def split_occurrence(self, number: int, report: int) -> tuple[Occurrence, Occurrence]:
        """Rule that a report is of something else than the occurrence's other ones; both as they are now."""
        with self._writing() as connection:
            return occurrences.split(connection, number, report)

    def keep_people_apart(self, one: int, other: int) -> int:
        """Rule that two persons, by their numbers, are two; the number of the ruling."""
        with self._writing() as connection:
            return whoswho.keep_apart(connection, one, other)

    def rulings(self) -> list[Ruling]:
        """All rulings on persons and occurrences, the earliest first."""
        with self.reading() as connection:
            return rulings.every(connection)

    def withdraw_ruling(self, number: int) -> Ruling:
        """Take a ruling back, as if it had never been; what it was."""
        with self._writing() as connection:
            ruling = rulings.take_out(connection, number)
            undo = whoswho.withdraw if ruling.about == "persons" else occurrences.withdraw
            undo(connection, ruling)
            return ruling

    def judge(
        self,
        about: str,
        number: int,
        verdict: str,
        *,
        correction: Mapping[str, Any] | None = None,
        note: str | None = None,
        when: str,
    ) -> Judged:
        """Write a verdict (accept, correct, reject) on a fact of a table, a person or an occurrence, by its number.

        It is kept when dispatches are read anew, as long as the same is read at the same place; a later verdict on the
        same takes its place. `correction` are the columns that are right otherwise, `when` is ISO 8601.
        """
        with self._writing() as connection:
            return verdicts.judge(
                connection, about, number, verdict, correction=correction, note=note, when=when
            )

    def verdicts(self) -> list[Judged]:
        """All verdicts, in the order in which they were first given."""
        with self.reading() as connection:
            return verdicts.every(connection)

    def withdraw_verdict(self, key: int) -> Judged:
        """Take a verdict back; what it was."""
        with self._writing() as connection:
            return verdicts.withdraw(connection, key)

    def reviewed(self) -> list[Share]:
        """How many verdicts of each table accept, correct and reject."""
        with self.reading() as connection:
            return verdicts.shares(connection)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads one state of the ledger, for queries of one's own over its tables."""
        with self._told(), snapshot(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._told(), lock.writer(self._engine), lock.transaction(self._engine) as connection:
            yield connection

    def _told(self) -> AbstractContextManager[None]:
        return told(self.name)


def upgrade(name: str | Path = DEFAULT) -> Path | None:
    """Bring the ledger of an older depeche up; the backup that was made of a file before, None if none was due."""
    url = address(str(name))
    engine = connect(url)
    try:
        with told(str(name)), lock.writer(engine):
            return version.upgrade(engine)
    finally:
        engine.dispose()


def _must_exist(path: str | None) -> None:
    if not Path(path or "").exists():
        raise LedgerUnreachable(f"{path}: no such ledger; make one with depeche ingest")
