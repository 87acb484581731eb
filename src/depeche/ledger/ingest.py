"""Bringing articles into a ledger: skip what it has, read the rest, write each in a transaction of its own."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Literal

import msgspec
from sqlalchemy import Connection, Engine

from depeche import __version__
from depeche.batches import batches
from depeche.errors import DepecheError
from depeche.ledger import lock, writing
from depeche.reader import Rejected
from depeche.reading.articles import Article, Broken
from depeche.reading.document import Document

if TYPE_CHECKING:
    from depeche.reader import Reader
    from depeche.record import Record

Fate = Literal["added", "copy", "refreshed", "reprinted", "skipped", "rejected"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of an article; `error` is why it was rejected, `of` the wire that it copies."""

    origin: str
    fate: Fate
    dispatch: int | None = None
    of: int | None = None
    error: DepecheError | None = None


class _Taken(msgspec.Struct):
    """An article on its way: its document or why there is none, and what the ledger has of it."""

    article: Article
    document: Document | DepecheError
    key: str = ""
    kept: writing.Kept | None = None

    def must_be_read(self, *, refresh: bool) -> bool:
        if isinstance(self.document, DepecheError):
            return False
        return self.kept is None or (refresh and self.kept.version != __version__)


def ingest(
    engine: Engine, articles: Iterable["Article | Broken"], reader: "Reader", *, refresh: bool = False
) -> Iterator[Outcome]:
    """What becomes of each article, in order. The caller holds the lock of the writer.

    What the ledger has is skipped; with `refresh` it is read again if another version of depeche read it.
    """
    with asking(engine) as ask:
        taken = (_taken(ask, article, reader) for article in articles)
        for batch in batches(taken, lambda one: _characters(one, refresh=refresh)):
            wanted = [one.document for one in batch if one.must_be_read(refresh=refresh)]
            records = reader.attempt(document for document in wanted if isinstance(document, Document))
            for one in batch:
                record = next(records) if one.must_be_read(refresh=refresh) else None
                yield _written(engine, one, record)


@contextmanager
def asking(engine: Engine) -> Iterator[Callable[[], AbstractContextManager[Connection]]]:
    """What gives a connection for a question between two transactions.

    On SQLite always the same one; a server may go away meanwhile, and each connection is tried before it is used.
    """
    if engine.name == "sqlite":
        with engine.connect() as connection:
            yield lambda: nullcontext(connection)
    else:
        yield engine.connect


def _taken(
    ask: Callable[[], AbstractContextManager[Connection]], article: "Article | Broken", reader: "Reader"
) -> _Taken:
    if isinstance(article, Broken):
        return _Taken(Article(origin=article.origin, data=""), article.error)
    try:
        document = reader.document(article)
    except DepecheError as error:
        return _Taken(article, error)
    key = writing.digest(document.text, document.given)
    with ask() as connection:
        return _Taken(article, document, key, writing.kept(connection, key))


def _written(engine: Engine, one: _Taken, outcome: "Record | Rejected | None") -> Outcome:
    origin = one.article.origin
    if isinstance(one.document, DepecheError):
        return Outcome(origin, "rejected", error=one.document)
    if isinstance(outcome, Rejected):
        return Outcome(origin, "rejected", error=outcome.error)
    with lock.transaction(engine) as connection:
        return _write(connection, one, outcome)


def _characters(one: _Taken, *, refresh: bool) -> int:
    document = one.document
    wanted = one.must_be_read(refresh=refresh) and isinstance(document, Document)
    return len(document.text) if wanted and isinstance(document, Document) else 0


def _write(connection: Connection, one: _Taken, record: "Record | None") -> Outcome:
    """Write what is to be written; what the ledger has is asked for again, for twins within one batch."""
    article, of = one.article, None
    kept = writing.kept(connection, one.key)
    fate: Fate
    if kept is None and record is not None:
        dispatch, of = writing.add(connection, record, one.key, article.origin, article.title)
        return Outcome(article.origin, "copy" if of else "added", dispatch, of)
    if kept is None:
        raise AssertionError("a dispatch that the ledger lacks was not read")
    new = writing.add_print(connection, kept.id, article.origin, article.title)
    fate = "reprinted" if new else "skipped"
    if record is not None and kept.version != __version__:
        writing.replace(connection, record, kept.id)
        fate = "refreshed"
    return Outcome(article.origin, fate, kept.id)
