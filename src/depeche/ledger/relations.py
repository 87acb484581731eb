"""What a ledger holds on two sides: the facts in which both have a part, each with its dispatch."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from depeche.ledger.days import days
from depeche.ledger.facts import Fact, read
from depeche.ledger.parts import has_part, is_named, rarest
from depeche.ledger.schema import FACTS, copies, dispatches, parties
from depeche.ledger.search import Kind

__all__ = ["Fact", "Period", "between", "by_number", "dispatches_of_both", "has", "listed", "numbers", "of", "shared", "spoken", "where"]


class Period(msgspec.Struct, frozen=True):
    """What happened since a day, as it was told until a day; ISO days, months or years, None where open."""

    since: str | None = None
    until: str | None = None

    @property
    def first(self) -> str | None:
        """The first day."""
        return days(self.since)[0]

    @property
    def last(self) -> str | None:
        """The last day."""
        return days(self.until)[1]


def between(
    connection: Connection,
    kind: Kind,
    one: str,
    other: str,
    period: Period,
    *,
    roles: Iterable[tuple[str, str]] = (),
    condition: ColumnElement[bool] | None = None,
    limit: int | None = None,
) -> list[Fact]:
    """The facts of a kind in which two sides have a part, the newest first; near-copies left out.

    `roles` narrows it to those in which the first side has the first role and the other the second, in any pair;
    `condition` is one on the table of the kind, `limit` the most facts that are given.
    """
    found = shared(connection, kind, one, other, period, roles=roles, condition=condition).limit(limit)
    return _facts(connection, kind, found)


class Found(NamedTuple):
    """A fact by its number, the day by which it is ordered, and the number of its dispatch."""

    fact: int
    day: str | None
    dispatch: int


def numbers(connection: Connection, kind: Kind, one: str, other: str, period: Period) -> list[Found]:
    """All facts of a kind in which two sides have a part, by number, the newest first; near-copies left out."""
    return [Found(*row) for row in connection.execute(shared(connection, kind, one, other, period))]


def shared(
    connection: Connection,
    kind: Kind,
    one: str,
    other: str,
    period: Period,
    *,
    roles: Iterable[tuple[str, str]] = (),
    condition: ColumnElement[bool] | None = None,
) -> Select[Any]:
    """The same facts as `fact`, `day` and `dispatch`, for questions that need no words.

    The side that is in the news less often leads: its facts are looked through for the other.
    """
    wanted: tuple[tuple[str | None, str | None], ...] = tuple(roles) or ((None, None),)
    lead, rest = rarest(connection, (one, other))
    if lead != one:
        wanted = tuple((its, role) for role, its in wanted)
    both = or_(*(_together(rest, role, its) for role, its in wanted))
    return _told(kind, lead, period, condition, both)


def of(
    connection: Connection, kind: Kind, side: str, role: str, period: Period, *, limit: int | None = None
) -> list[Fact]:
    """The facts of a kind in which a side has a role, the newest first; near-copies left out."""
    return _facts(connection, kind, _in_role(kind, side, role, period).limit(limit))


def spoken(side: str, role: str, period: Period) -> Select[Any]:
    """The statements in which a side has a role, as `fact`, `day` and `dispatch`, the newest first."""
    return _in_role("statements", side, role, period)


def _in_role(kind: Kind, side: str, role: str, period: Period) -> Select[Any]:
    return _told(kind, side, period, None, parties.c.role == role)


def where(connection: Connection, kind: Kind, condition: ColumnElement[bool], period: Period) -> list[Fact]:
    """The facts of a kind that fulfil a condition on their table, the newest first; near-copies left out."""
    table = FACTS[kind]
    day = func.coalesce(table.c.first, dispatches.c.first) if "first" in table.c else dispatches.c.first
    found = select(table.c.id.label("fact"), day.label("day"), table.c.dispatch).where(
        condition, dispatches.c.id == table.c.dispatch, *_in(period, day, table.c.dispatch)
    )
    return _facts(connection, kind, found.order_by(day.desc().nulls_last(), table.c.id))


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
    found = found.where(*conditions, *_in(period, day, table.dispatch))
    found = found.order_by(d.first.desc().nulls_last(), d.id.desc(), table.id).limit(limit).offset(offset)
    ids = connection.execute(found).scalars().all()
    facts = by_number(connection, kind, ids)
    return [facts[key] for key in ids]


def has(kind: Kind, side: str, role: str = "") -> ColumnElement[bool]:
    """Whether a side has a part in a fact, in a role if one is told."""
    table = FACTS[kind].c
    return has_part(side, kind=kind, fact=table.id, dispatch=table.dispatch, role=role)


def dispatches_of_both(connection: Connection, one: str, other: str, period: Period) -> int:
    """How many dispatches tell of both sides; near-copies left out."""
    lead, rest = rarest(connection, (one, other))
    named = select(parties.c.dispatch).distinct().where(parties.c.code == lead).subquery()
    found = select(func.count()).select_from(named)
    found = found.where(is_named(rest, named.c.dispatch), *within(period, named.c.dispatch))
    count: int = connection.execute(found).scalar_one()
    return count


def within(period: Period, dispatch: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """Whether a dispatch is of a period; near-copies are of none."""
    d = dispatches.alias().c
    yield ~exists().where(copies.c.dispatch == dispatch)
    if period.first:
        yield exists().where(d.id == dispatch, d.first >= period.first)
    if period.last:
        yield exists().where(d.id == dispatch, d.first <= period.last)


def by_number(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, Fact]:
    """Facts by their numbers."""
    return read(connection, kind, sorted(ids))


def _told(
    kind: Kind, side: str, period: Period, condition: ColumnElement[bool] | None, part: ColumnElement[bool]
) -> Select[Any]:
    """The facts of a kind in which a side has a part, of which something else is true, the newest first."""
    p = parties.c
    found = select(p.fact, p.day, p.dispatch).distinct().where(p.kind == kind, p.code == side, part)
    if condition is not None:
        found = found.join(FACTS[kind], FACTS[kind].c.id == p.fact).where(condition)
    return found.where(*_in(period, p.day, p.dispatch)).order_by(p.day.desc().nulls_last(), p.fact)


def _in(
    period: Period, day: ColumnElement[Any], dispatch: ColumnElement[Any]
) -> Iterator[ColumnElement[bool]]:
    """Whether a fact of a day is of a period, told until its end; what a near-copy tells is of none."""
    yield from within(Period(until=period.until), dispatch)
    if period.first:
        yield day >= period.first


def _together(other: str, role: str | None, its: str | None) -> ColumnElement[bool]:
    """Whether another side has a part in the same fact; both in the roles that are asked for."""
    p = parties.c
    there = has_part(other, kind=p.kind, fact=p.fact, dispatch=p.dispatch, role=its)
    return and_(p.role == role, there) if role else there


def _facts(connection: Connection, kind: Kind, found: Select[Any]) -> list[Fact]:
    """The facts whose numbers are found, in that order, each with the words of its dispatch."""
    return list(read(connection, kind, connection.execute(found).scalars()).values())
