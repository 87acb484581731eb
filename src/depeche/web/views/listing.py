"""A list of dispatches: which, and what each tells at a glance."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from depeche.knowledge.world import world
from depeche.ledger.period import Period
from depeche.ledger.records import Dispatch, listed
from depeche.ledger.schema import FACTS, dispatches, of_dispatch, parties

COUNTED = ("encounters", "statements", "positions", "commitments", "events")
_SIDES = 6  # sides named for each dispatch


class Line(msgspec.Struct, frozen=True):
    """A dispatch, the sides that have a part in most of its facts, and how many rows of each table it has."""

    dispatch: Dispatch
    sides: tuple[str, ...]
    counts: dict[str, int]


def lines(connection: Connection, period: Period, *, limit: int, **narrowed: Any) -> list[Line]:
    """Dispatches as `ledger.records.listed` finds them."""
    found = listed(connection, period, limit=limit, **narrowed)
    keys = [one.id for one in found]
    sides = _sides(connection, keys)
    counts = {name: _counts(connection, name, keys) for name in COUNTED}
    return [
        Line(
            one,
            tuple(sides.get(one.id, ())[:_SIDES]),
            {name: counts[name].get(one.id, 0) for name in COUNTED},
        )
        for one in found
    ]


def languages(connection: Connection) -> list[str]:
    """The languages of the dispatches of a ledger."""
    return list(
        connection.execute(select(dispatches.c.language).distinct().order_by(dispatches.c.language)).scalars()
    )


def _counts(connection: Connection, name: str, keys: Iterable[int]) -> dict[int, int]:
    key = dispatches.c.id
    counted = select(key, func.count()).join(FACTS[name], of_dispatch(FACTS[name].c.id, key))
    rows = connection.execute(counted.where(key.in_(keys)).group_by(key))
    return {row[0]: row[1] for row in rows}


def _sides(connection: Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    p = parties.c
    facts = func.count()
    query = (
        select(p.dispatch, p.code)
        .where(p.dispatch.in_(keys), p.kind != "people")
        .group_by(p.dispatch, p.code)
        .order_by(p.dispatch, facts.desc(), p.code)
    )
    known = world()
    found: dict[int, list[str]] = {}
    for key, code in connection.execute(query):
        if code in known.states or code in known.organisations:
            found.setdefault(key, []).append(code)
    return found
