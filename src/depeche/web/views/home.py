"""A ledger at a glance: how much it holds, the newest dispatches, who deals with whom most."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, exists, func, select

from depeche.knowledge.world import world
from depeche.ledger.overview import Overview, overview
from depeche.ledger.schema import copies, dispatches, parties

_LATELY = (
    1000  # dispatches in which the busiest pairs are looked for: a large ledger is not gone through for it
)


class Pair(msgspec.Struct, frozen=True):
    """Two states and in how many facts both have a part."""

    one: str
    other: str
    facts: int


class Home(msgspec.Struct, frozen=True):
    """What the ledger holds in all, the newest dispatches, the busiest pairs of states."""

    held: Overview
    newest: tuple[Row[Any], ...]
    pairs: tuple[Pair, ...]


def home(connection: Connection, *, newest: int = 8, pairs: int = 10) -> Home:
    """What the first page shows."""
    return Home(overview(connection), _newest(connection, newest), busiest(connection, pairs))


def _newest(connection: Connection, limit: int) -> tuple[Row[Any], ...]:
    d = dispatches.c
    found = (
        select(d.id, d.title, d.published, d.language, d.place)
        .where(~exists().where(copies.c.dispatch == d.id))
        .order_by(d.first.desc().nulls_last(), d.id.desc())
        .limit(limit)
    )
    return tuple(connection.execute(found))


def busiest(connection: Connection, limit: int) -> tuple[Pair, ...]:
    """The pairs of states with most facts in common, in the newest dispatches."""
    lately = select(dispatches.c.id).order_by(dispatches.c.first.desc().nulls_last()).limit(_LATELY)
    one, other = parties.alias("one"), parties.alias("other")
    its = (one.c.dispatch == other.c.dispatch, one.c.kind == other.c.kind, one.c.fact == other.c.fact)
    same = and_(*its, one.c.code < other.c.code)
    facts = func.count(one.c.fact.distinct())
    found = (
        select(one.c.code, other.c.code, facts)
        .join(other, same)
        .where(one.c.dispatch.in_(lately))
        .group_by(one.c.code, other.c.code)
        .order_by(facts.desc(), one.c.code, other.c.code)
        .limit(4 * limit)
    )
    states = world().states
    rows = (Pair(*row) for row in connection.execute(found) if row[0] in states and row[1] in states)
    return tuple(rows)[:limit]
