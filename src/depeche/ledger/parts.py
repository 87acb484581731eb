"""Who has a part in which facts, asked so that large ledgers answer at once."""

import time
from collections.abc import Collection, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Column, ColumnElement, Connection, Engine, Exists, func, literal, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from depeche.ledger.schema import parties

_KEPT = 600.0  # seconds after which is counted again how often a side has a part
# How often sides have a part, and when that was counted. It decides what is looked through first and never what is
# found, so that an old count does no harm.
_counted: WeakKeyDictionary[Engine, dict[str, tuple[int, float]]] = WeakKeyDictionary()


def rarest(connection: Connection, sides: Iterable[str]) -> list[str]:
    """Sides, those that seldom have a part first: what two share is found soonest among the facts of the rarer."""
    every = list(sides)
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


def also_has_part(sides: Collection[str], part: ReadOnlyColumnCollection[str, Column[Any]]) -> Exists:
    """Whether another one of some sides has a part in the same fact."""
    q = parties.alias().c
    same = (q.dispatch == part.dispatch, q.kind == part.kind, q.fact == part.fact)
    return _any(*same, q.code.in_(sides), q.code != part.code)


def is_named(side: str | BindParameter[str], dispatch: ColumnElement[int]) -> Exists:
    """Whether a side has a part in any fact of a dispatch."""
    q = parties.alias().c
    return _any(q.dispatch == dispatch, q.code == side)


def _any(*conditions: ColumnElement[bool]) -> Exists:
    """Whether there is such a part; asked for no column, so that SQLite finds all in an index and uses that."""
    return select(literal(1)).where(*conditions).exists()


def _often(connection: Connection, side: str) -> int:
    """How often a side has a part, as it was counted lately."""
    known, now = _counted.setdefault(connection.engine, {}), time.monotonic()
    count, at = known.get(side, (0, now - _KEPT))
    if now - at >= _KEPT:
        counted = select(func.count()).select_from(parties).where(parties.c.code == side)
        count = connection.execute(counted).scalar_one()
        known[side] = count, now
    return count
