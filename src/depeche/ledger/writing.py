"""Writing dispatches into a ledger: each wholly or not at all."""

import hashlib
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from depeche.ledger import copies, marks, words
from depeche.ledger.linking import reporting, who
from depeche.ledger.prepared import Prepared, number
from depeche.ledger.rows import Rows, header, rows
from depeche.ledger.schema import (
    FACTS,
    PER_DISPATCH,
    dispatches,
    metadata,
    of_dispatch,
    parties,
    passages,
    prints,
    sides,
)
from depeche.ledger.storable import text as storable
from depeche.ledger.written import Written
from depeche.minhash import signature
from depeche.record import Record

_KEPT = Prepared(
    select(dispatches.c.id, dispatches.c.version).where(dispatches.c.digest == bindparam("digest"))
)
_LAST = Prepared(select(func.max(dispatches.c.id)))
_PRINTED = Prepared(select(prints.c.origin).where(of_dispatch(prints.c.id, number("dispatch"))))
_PRINT = Prepared(insert(prints), "id", "dispatch", "origin", "title")


class Kept(msgspec.Struct, frozen=True):
    """A dispatch that the ledger has: its id, and the version of depeche that read it."""

    id: int
    version: str


def digest(text: str, given: str | None) -> str:
    """What tells two dispatches apart: their text, and the date of publication that was given."""
    return hashlib.sha256(f"{given or ''}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()


def kept(connection: Connection, key: str) -> Kept | None:
    """The dispatch with this digest, if the ledger has it."""
    rows = _KEPT.rows(connection, digest=key)
    return Kept(rows[0].id, rows[0].version) if rows else None


def following(connection: Connection) -> int:
    """The id of the next new dispatch."""
    return (_LAST.rows(connection)[0][0] or 0) + 1


def written(record: Record, dispatch: int, key: str, mark: bytes) -> Written:
    """The rows of a new dispatch, that of the dispatch itself with its digest and signature among them."""
    head = header(record) | {"id": dispatch, "digest": key, "signature": mark}
    every = {dispatches.name: [head], **rows(record, dispatch)}
    return Written(dispatch, head["first"], head["language"], head["text"], mark, every)


def add(
    connection: Connection, record: Record, key: str, origin: str | None = None, title: str | None = None
) -> tuple[int, int | None]:
    """Write a new dispatch, found at an origin; its id, and that of the earlier one that it is a near-copy of, if any."""
    new = written(record, following(connection), key, signature(record.text))
    _insert(connection, new.rows)
    if origin is not None:
        _print(connection, new.dispatch, 0, origin, title)
    return new.dispatch, join(connection, new)


def join(connection: Connection, new: Written) -> int | None:
    """Join a dispatch to those before it; the id of the earlier one that it is a near-copy of, if any."""
    who.link(connection, new.dispatch, new.first, new=new)
    original = copies.link(connection, new.dispatch, new.text, new.signature)
    if original is None:  # a near-copy reports nothing new
        reporting.join(connection, new.dispatch, new)
    return original


def replace(connection: Connection, record: Record, dispatch: int) -> None:
    """Write a new reading of a dispatch in the place of the old one; rulings and verdicts stay."""
    marked = marks.borne(connection, dispatch)
    reporting.unlink(connection, dispatch)
    attested = who.unlink(connection, dispatch)
    named = select(parties.c.code).where(parties.c.dispatch == dispatch)
    connection.execute(delete(sides).where(sides.c.code.in_(named), sides.c.dispatch == dispatch))
    connection.execute(delete(parties).where(parties.c.dispatch == dispatch))
    words.unindex(connection, dispatch)
    for table in (*FACTS.values(), passages):
        connection.execute(delete(table).where(of_dispatch(table.c.id, dispatch)))
    head = header(record)
    connection.execute(update(dispatches).where(dispatches.c.id == dispatch).values(head))
    _insert(connection, rows(record, dispatch))
    marks.renew(connection, dispatch, marked)
    digest = connection.execute(select(dispatches.c.digest).where(dispatches.c.id == dispatch)).scalar_one()
    who.link(connection, dispatch, head["first"], before=attested, digest=digest)
    reporting.link(connection, dispatch)


def add_print(connection: Connection, dispatch: int, origin: str, title: str | None) -> bool:
    """Note where a dispatch was found; False where that is known already."""
    known = {row.origin for row in _PRINTED.rows(connection, dispatch=dispatch)}
    if origin in known:
        return False
    _print(connection, dispatch, len(known), origin, title)
    return True


def _print(connection: Connection, dispatch: int, at: int, origin: str, title: str | None) -> None:
    row: dict[str, Any] = {"id": dispatch * PER_DISPATCH + at, "dispatch": dispatch}
    _PRINT.run(connection, [row | {"origin": storable(origin), "title": title and storable(title)}])


def _insert(connection: Connection, values: Rows) -> None:
    for name, its in values.items():
        if its:
            _inserting(name, tuple(its[0])).run(connection, its)
    words.index(connection, values["passages"])


@cache
def _inserting(name: str, columns: tuple[str, ...]) -> Prepared:
    return Prepared(insert(metadata.tables[name]), *columns)
