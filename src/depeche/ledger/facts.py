"""Facts by their numbers, each with the words of its dispatch."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection, and_, select

from depeche.ledger.prepared import Prepared, among
from depeche.ledger.query import Kind
from depeche.ledger.quotes import sentences
from depeche.ledger.schema import FACTS, dispatches, occurrences, reports
from depeche.record import Span

_JOINED = ("encounters", "events")  # the tables of which reports of one thing are joined


class Fact(msgspec.Struct, frozen=True):
    """A row of a table of facts, and the dispatch that it was read from."""

    kind: Kind
    id: int
    row: dict[str, Any]
    day: str | None  # of the fact where it is dated, else of the dispatch
    dispatch: int
    published: str | None
    title: str | None
    language: str
    evidence: tuple[Span, ...]
    quote: Span  # the sentences of the evidence
    words: str  # their exact characters
    occurrence: int | None = None
    reports: int = 1


class _Source:
    """A dispatch that facts are read from, and its sentences that were looked for."""

    __slots__ = ("_datelines", "_found", "first", "language", "published", "text", "title")

    def __init__(self, row: Sequence[Any]) -> None:
        _, self.published, self.title, self.language, self.first, text, zones = row
        self.text: str = text
        self._datelines = [zone["end"] for zone in zones if zone["kind"] == "dateline"]
        self._found: dict[Span, tuple[Span, str]] = {}

    def quoted(self, first: int, last: int) -> tuple[Span, str]:
        """The span and the characters of the sentences that hold ``[first, last)``."""
        known = self._found.get((first, last))
        if known is None:
            low, high = sentences(self.text, first, last)
            whole = max(low, self._dateline(first)), high
            known = self._found[first, last] = whole, self.text[slice(*whole)]
        return known

    def _dateline(self, before: int) -> int:
        """Where the sentence after the place, day and agency that open it begins, if they stand before it."""
        end: int = max((end for end in self._datelines if end <= before), default=0)
        return end and before - len(self.text[end:before].lstrip())


class _Memory:
    """What was read: facts by table and number, dispatches by number, those that tell of two sides."""

    def __init__(self) -> None:
        self.naming: dict[tuple[str, str, str | None], list[int] | None] = {}
        self.facts: dict[tuple[str, int], Fact] = {}
        self.sources: dict[int, _Source] = {}


_memories: WeakKeyDictionary[Connection, _Memory] = WeakKeyDictionary()


@contextmanager
def remembered(connection: Connection) -> Iterator[None]:
    """Within, no fact is read twice: for several questions about one state of a ledger, which nobody changes."""
    _memories[connection] = _Memory()
    try:
        yield
    finally:
        del _memories[connection]


def naming(connection: Connection) -> dict[tuple[str, str, str | None], list[int] | None] | None:
    """Which dispatches tell of two sides until a day, as far as that is remembered; None where nothing is."""
    memory = _memories.get(connection)
    return memory.naming if memory else None


def read(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, Fact]:
    """Facts of a table by their numbers."""
    memory = _memories.get(connection) or _Memory()
    wanted = dict.fromkeys(ids)
    new = sorted(key for key in wanted if (kind, key) not in memory.facts)
    rows = asked(connection, _ROWS[kind], new)
    _open(connection, memory, rows)
    names = [column.name for column in FACTS[kind].c]
    for row in rows:
        memory.facts[kind, row[0]] = _fact(kind, names, row, memory.sources[row[1]])
    return {key: memory.facts[kind, key] for key in wanted if (kind, key) in memory.facts}


def _open(connection: Connection, memory: _Memory, rows: Iterable[Sequence[Any]]) -> None:
    """Read the dispatches of some rows that were not read yet."""
    new = sorted({row[1] for row in rows} - memory.sources.keys())
    for row in asked(connection, _SOURCES, new):
        memory.sources[row[0]] = _Source(row)


def asked(connection: Connection, query: Prepared, ids: Sequence[int]) -> list[Any]:
    """The rows of a query for numbers, `ids`."""
    return query.rows(connection, ids=ids) if ids else []


def _fact(kind: Kind, names: list[str], row: Sequence[Any], source: _Source) -> Fact:
    values = dict(zip(names, row, strict=False))
    occurrence, told = row[len(names) :] if kind in _JOINED else (None, None)
    spans = tuple((start, end) for start, end in values["evidence"])
    quote, words = source.quoted(min(spans)[0], max(end for _, end in spans))
    return Fact(
        kind,
        values["id"],
        values,
        values.get("first") or source.first,
        values["dispatch"],
        source.published,
        source.title,
        source.language,
        spans,
        quote,
        words,
        occurrence,
        told or 1,
    )


def _rows(kind: str) -> Prepared:
    """The rows of a table by their numbers, with the occurrences that they tell of."""
    table, r = FACTS[kind], reports.c
    found = select(table).where(among(table.c.id, "ids"))
    if kind not in _JOINED:
        return Prepared(found, packed=True)
    found = found.outerjoin(reports, and_(r.kind == kind, r.fact == table.c.id))
    found = found.outerjoin(occurrences, occurrences.c.id == r.occurrence)
    return Prepared(found.add_columns(r.occurrence, occurrences.c.reports), packed=True)


_ROWS = {kind: _rows(kind) for kind in FACTS}
_SOURCES = Prepared(
    select(
        *(dispatches.c[name] for name in ("id", "published", "title", "language", "first", "text", "zones"))
    ).where(among(dispatches.c.id, "ids")),
    packed=True,
)
