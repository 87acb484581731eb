"""The dispatches of a ledger: which there are, and the record of one."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select

from depeche.errors import NotInLedger
from depeche.ledger.period import Period
from depeche.ledger.schema import FACTS, copies, dispatches, of_dispatch, prints, sides
from depeche.record import (
    Commitment,
    Encounter,
    Event,
    Header,
    Name,
    Person,
    Plover,
    Position,
    Record,
    Row,
    Statement,
    Time,
    Zone,
)

_ROWS: dict[str, type[Row]] = {
    "people": Person,
    "encounters": Encounter,
    "statements": Statement,
    "positions": Position,
    "commitments": Commitment,
    "events": Event,
    "dates": Time,
}
_HEAD = ("id", "title", "published", "published_basis", "language", "place", "media_type", "version")


class Dispatch(msgspec.Struct, frozen=True, kw_only=True):
    """A dispatch without its text: where it was found, and the earlier one that it is a near-copy of."""

    id: int
    title: str | None
    published: str | None
    published_basis: str | None
    language: str
    place: str | None
    media_type: str
    version: str  # of depeche, which read it
    origins: tuple[str, ...]
    copy_of: int | None


def listed(
    connection: Connection,
    period: Period,
    *,
    actors: Iterable[str] = (),
    language: str | None = None,
    limit: int,
    offset: int = 0,
) -> list[Dispatch]:
    """Dispatches published in a period that tell of all the actors, by their codes; the newest first."""
    d = dispatches.c
    query = _heads().order_by(d.first.desc().nulls_last(), d.id.desc())
    for code in actors:
        query = query.where(d.id.in_(select(sides.c.dispatch).where(sides.c.code == code)))
    if language:
        query = query.where(d.language == language)
    if period.first:
        query = query.where(d.first >= period.first)
    if period.last:
        query = query.where(d.first <= period.last)
    return _dispatches(connection, query.limit(limit).offset(offset))


def dispatch(connection: Connection, key: int) -> Dispatch:
    """The dispatch of that number; NotInLedger where there is none."""
    found = _dispatches(connection, _heads().where(dispatches.c.id == key))
    if not found:
        raise NotInLedger(f"no dispatch {key} in this ledger")
    return found[0]


def record(connection: Connection, key: int) -> Record:
    """What a dispatch says, as it was read; NotInLedger where there is none of that number.

    The path is where it was found first. How its date and encoding were found out is not kept.
    """
    head = dispatch(connection, key)
    d = dispatches.c
    kept = connection.execute(select(d.text, d.zones, d.names).where(d.id == key)).one()
    return Record(
        version=head.version,
        text=kept.text,
        document=Header(
            language=head.language,
            published=head.published,
            published_basis=head.published_basis,  # type: ignore[arg-type]
            place=head.place,
            title=head.title,
            path=head.origins[0] if head.origins else None,
            media_type=head.media_type,
        ),
        zones=msgspec.convert(kept.zones, tuple[Zone, ...]),
        names=msgspec.convert(kept.names, tuple[Name, ...]),
        **{table: _rows(connection, table, key) for table in _ROWS},
    )


def _heads() -> Select[Any]:
    columns = [dispatches.c[name] for name in _HEAD]
    return select(*columns, copies.c.original).outerjoin(copies, copies.c.dispatch == dispatches.c.id)


def _dispatches(connection: Connection, query: Select[Any]) -> list[Dispatch]:
    rows = connection.execute(query).all()
    d = dispatches.c
    found = select(prints.c.dispatch, prints.c.origin).join(dispatches, of_dispatch(prints.c.id, d.id))
    found = found.where(d.id.in_([row.id for row in rows]))
    origins: dict[int, list[str]] = {}
    for key, origin in connection.execute(found.order_by(prints.c.id)):
        origins.setdefault(key, []).append(origin)
    return [
        Dispatch(
            **{name: getattr(row, name) for name in _HEAD},
            origins=tuple(origins.get(row.id, ())),
            copy_of=row.original,
        )
        for row in rows
    ]


def _rows(connection: Connection, name: str, key: int) -> tuple[Any, ...]:
    table = FACTS[name]
    query = select(table).where(of_dispatch(table.c.id, key)).order_by(table.c.id)
    return tuple(_row(name, row) for row in connection.execute(query).mappings())


def _row(name: str, values: Mapping[Any, Any]) -> Row:
    kind = _ROWS[name]
    kept = {field: values[field] for field in kind.__struct_fields__ if field != "plover"}
    if name == "events":
        kept["plover"] = {part: values[f"plover_{part}"] for part in Plover.__struct_fields__}
    return msgspec.convert(kept, kind)
