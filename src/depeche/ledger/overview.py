"""What a ledger holds in all: how much, of which days and languages, and which sides it tells of."""

import msgspec
from sqlalchemy import Connection, Table, func, select

from depeche.knowledge.world import world
from depeche.ledger.schema import FACTS, copies, dispatches, occurrences, parties, persons


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows each table has, dispatches by language, and the days of the first and the last of them."""

    dispatches: int
    copies: int
    languages: dict[str, int]
    first: str | None
    last: str | None
    facts: dict[str, int]
    persons: int
    occurrences: int


class Side(msgspec.Struct, frozen=True):
    """A state or organisation that a ledger tells of: in how many facts, first and last of which days."""

    code: str
    name: str
    is_state: bool
    facts: int
    first: str | None
    last: str | None


def overview(connection: Connection) -> Overview:
    """What the ledger holds in all."""
    d = dispatches.c
    spoken = select(d.language, func.count()).group_by(d.language).order_by(d.language)
    first, last = connection.execute(select(func.min(d.first), func.max(d.first))).one()
    return Overview(
        dispatches=_count(connection, dispatches),
        copies=_count(connection, copies),
        languages=dict(connection.execute(spoken).all()),
        first=first,
        last=last,
        facts={name: _count(connection, table) for name, table in FACTS.items()},
        persons=_count(connection, persons),
        occurrences=_count(connection, occurrences),
    )


def sides(connection: Connection) -> list[Side]:
    """The states and organisations that have a part in a fact, those told of most often first."""
    known, p = world(), parties.c
    codes = [*known.states, *known.organisations]
    parts = (
        select(p.code, func.count().label("facts"), func.min(p.day).label("first"), func.max(p.day).label("last"))
        .where(p.code.in_(codes))
        .group_by(p.code)
    )  # fmt: skip
    found = [
        Side(row.code, known.name_of(row.code), known.is_state(row.code), row.facts, row.first, row.last)
        for row in connection.execute(parts)
    ]
    return sorted(found, key=lambda side: (-side.facts, side.code))


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
