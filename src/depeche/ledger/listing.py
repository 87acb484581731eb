"""The facts of a kind that fulfil conditions on their table."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, func, select

from depeche.ledger.facts import Fact, read
from depeche.ledger.parts import has_part
from depeche.ledger.period import Period, fact_within
from depeche.ledger.query import Kind
from depeche.ledger.schema import FACTS, dispatches


def where(connection: Connection, kind: Kind, condition: ColumnElement[bool], period: Period) -> list[Fact]:
    """The facts of a kind that fulfil a condition on their table, the newest first; near-copies left out."""
    table = FACTS[kind]
    day = func.coalesce(table.c.first, dispatches.c.first) if "first" in table.c else dispatches.c.first
    found = select(table.c.id.label("fact"), day.label("day"), table.c.dispatch).where(
        condition, dispatches.c.id == table.c.dispatch, *fact_within(period, day, table.c.dispatch)
    )
    found = found.order_by(day.desc().nulls_last(), table.c.id)
    return list(read(connection, kind, connection.execute(found).scalars()).values())


def listed(
    connection: Connection,
    kind: Kind,
    conditions: Iterable[ColumnElement[bool]],
    period: Period,
    *,
    limit: int,
    offset: int = 0,
) -> list[Fact]:
    """Some facts of a kind that fulfil conditions on their table, those of the newest dispatches first."""
    table, d = FACTS[kind].c, dispatches.c
    day = func.coalesce(table.first, d.first) if "first" in table else d.first
    found = select(table.id).join(dispatches, d.id == table.dispatch)
    found = found.where(*conditions, *fact_within(period, day, table.dispatch))
    found = found.order_by(d.first.desc().nulls_last(), d.id.desc(), table.id).limit(limit).offset(offset)
    ids = connection.execute(found).scalars().all()
    facts = read(connection, kind, sorted(ids))
    return [facts[key] for key in ids]


def has(kind: Kind, side: str, role: str = "") -> ColumnElement[bool]:
    """Whether a side has a part in a fact, in a role if one is told."""
    table = FACTS[kind].c
    return has_part(side, kind=kind, fact=table.id, dispatch=table.dispatch, role=role)
