"""Who has a part in which facts, asked so that large ledgers answer at once."""

import time
from collections.abc import Collection, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Column, ColumnElement, Connection, Engine, Exists, func, literal, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from depeche.ledger.schema import parties, sides

_KEPT = 600.0  # seconds after which is counted again how many dispatches name a side
# How many dispatches name a side, and when that was counted. It decides what is looked through first and never what is
# found, so that an old count does no harm.
_counted: WeakKeyDictionary[Engine, dict[str, tuple[int, float]]] = WeakKeyDictionary()


def rarest(connection: Connection, some: Iterable[str]) -> list[str]:
    """Sides, those that few dispatches name first: what two share is found soonest among the facts of the rarer."""
    every = list(some)
    return sorted(every, key=lambda side: _often(connection, side)) if len(every) > 1 else every


def has_part(
    side: str | BindParameter[str],
    *,
    kind: ColumnElement[str] | str,
    fact: ColumnElement[int],
    dispatch: ColumnElement[int],
    role: str | None = None,
) -> Exists:
    """Whether a side has a part, in a role if one is named, in a fact of a dispatch."""
    q = parties.alias().c
    its = (q.role == role,) if role else ()
    return _any(q.dispatch == dispatch, q.kind == kind, q.fact == fact, q.code == side, *its)


def also_has_part(some: Collection[str], part: ReadOnlyColumnCollection[str, Column[Any]]) -> Exists:
    """Whether another one of some sides has a part in the same fact."""
    q = parties.alias().c
    same = (q.dispatch == part.dispatch, q.kind == part.kind, q.fact == part.fact)
    return _any(*same, q.code.in_(some), q.code != part.code)


def is_named(side: str | BindParameter[str], dispatch: ColumnElement[int]) -> Exists:
    """Whether a side has a part in any fact of a dispatch."""
    q = sides.alias().c
    return _any(q.dispatch == dispatch, q.code == side)


def _any(*conditions: ColumnElement[bool]) -> Exists:
    """Whether there is such a part; asked for no column, so that SQLite finds all in an index and uses that."""
    return select(literal(1)).where(*conditions).exists()


def _often(connection: Connection, side: str) -> int:
    """How many dispatches name a side, as it was counted lately."""
    known, now = _counted.setdefault(connection.engine, {}), time.monotonic()
    count, at = known.get(side, (0, now - _KEPT))
    if now - at >= _KEPT:
        counted = select(func.count()).select_from(sides).where(sides.c.code == side)
        count = connection.execute(counted).scalar_one()
        known[side] = count, now
    return count
