"""What a ledger holds on two sides: the facts in which both have a part, each with its dispatch."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    null,
    or_,
    select,
    union_all,
)

from depeche.ledger.days import days
from depeche.ledger.facts import Fact, naming, read
from depeche.ledger.parts import has_part, is_named, rarest
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import FACTS, copies, dispatches, parties, reports, sides
from depeche.ledger.search import Kind

__all__ = [
    "Bounds", "Fact", "Found", "Period", "between", "by_number", "dispatches_of_both", "has", "in_role", "listed",
    "numbers", "of", "shared", "where",
]  # fmt: skip


_FEW = 2_000  # dispatches that tell of two sides: what is asked of the two is asked of them alone


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


class Bounds(NamedTuple):
    """The first and the last day of a period, for questions that are put into words before they are known."""

    first: str | BindParameter[str] | None
    last: str | BindParameter[str] | None


_Side = str | BindParameter[str]
_Roles = tuple[tuple[str | None, str | None], ...]
_Led = tuple[str, str, _Roles]


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
    if condition is not None:
        found = shared(connection, kind, one, other, period, roles=roles, condition=condition).limit(limit)
        return _facts(connection, kind, found)
    rows = _numbers(connection, kind, one, other, period, roles, limit)
    return list(read(connection, kind, (row[0] for row in rows)).values())


class Found(NamedTuple):
    """A fact by its number, the day by which it is ordered, and the number of its dispatch."""

    fact: int
    day: str | None
    dispatch: int


def numbers(connection: Connection, kind: Kind, one: str, other: str, period: Period) -> list[Found]:
    """All facts of a kind in which two sides have a part, by number, the newest first; near-copies left out."""
    return [Found(row[0], row[1], row[2]) for row in _numbers(connection, kind, one, other, period, (), None)]


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
    lead, rest, wanted = _led(connection, one, other, roles)
    return _both(kind, lead, rest, period, wanted, condition)


def _numbers(
    connection: Connection,
    kind: Kind,
    one: str,
    other: str,
    period: Period,
    roles: Iterable[tuple[str, str]],
    limit: int | None,
) -> Sequence[Any]:
    """The numbers, days and dispatches of the facts of two sides, by a question that was put into words before."""
    lead, rest, wanted = _led(connection, one, other, roles)
    few = _few(connection, lead, rest, period.last)
    bounds = period.first is not None, period.last is not None, limit is not None, few is not None
    query = _question(kind, wanted, *bounds)
    given = {
        "lead": lead,
        "rest": rest,
        "first": period.first,
        "last": period.last,
        "limit": limit,
        "few": few,
    }
    return query.rows(connection, **given)


def _led(connection: Connection, one: str, other: str, roles: Iterable[tuple[str, str]]) -> _Led:
    """The side that leads, the other, and the roles in this order."""
    wanted: _Roles = tuple(roles) or ((None, None),)
    lead, rest = rarest(connection, (one, other))
    return lead, rest, wanted if lead == one else tuple((its, role) for role, its in wanted)


@lru_cache(maxsize=500)
def _question(
    kind: Kind,
    wanted: _Roles,
    since: bool,  # noqa: FBT001
    until: bool,  # noqa: FBT001
    limited: bool,  # noqa: FBT001
    few: bool,  # noqa: FBT001
) -> Prepared:
    """What is asked of any two sides, so that it need be put into words but once."""
    days = Bounds(bindparam("first") if since else None, bindparam("last") if until else None)
    found = _both(kind, bindparam("lead"), bindparam("rest"), days, wanted, None)
    if few:
        # In an order that no index has, SQLite goes through the few dispatches and not through all facts of a side.
        p = parties.c
        order = func.coalesce(p.day, "").label("order")
        found = found.where(among(p.dispatch, "few")).add_columns(order).order_by(None)
        found = found.order_by(order.desc(), p.fact)
    return Prepared(found.limit(bindparam("limit")) if limited else found, packed=True)


def _both(
    kind: Kind,
    lead: _Side,
    rest: _Side,
    period: "Period | Bounds",
    wanted: _Roles,
    condition: ColumnElement[bool] | None,
) -> Select[Any]:
    both = or_(*(_together(rest, role, its) for role, its in wanted))
    return _told(kind, lead, period, condition, both)


def of(
    connection: Connection, kind: Kind, side: str, role: str, period: Period, *, limit: int | None = None
) -> list[Fact]:
    """The facts of a kind in which a side has a role, the newest first; near-copies left out."""
    return _facts(connection, kind, in_role(kind, side, role, period).limit(limit))


def in_role(kind: Kind, side: _Side, role: str, period: "Period | Bounds") -> Select[Any]:
    """The same facts as `fact`, `day` and `dispatch`, for questions that need no words."""
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
    found = select(func.count()).select_from(_naming(lead, rest, period).subquery())
    count: int = connection.execute(found).scalar_one()
    return count


def _few(connection: Connection, lead: str, rest: str, last: str | None) -> list[int] | None:
    """The dispatches that tell of both sides until a day; None where they are many, or not to be remembered."""
    known = naming(connection)
    if known is None:
        return None
    key = (lead, rest, last)
    if key not in known:
        rows = _naming_both(last is not None).rows(connection, lead=lead, rest=rest, last=last, most=_FEW + 1)
        known[key] = [row.dispatch for row in rows] if len(rows) <= _FEW else None
    return known[key]


@lru_cache
def _naming_both(until: bool) -> Prepared:  # noqa: FBT001
    days = Bounds(None, bindparam("last") if until else None)
    found = _naming(bindparam("lead"), bindparam("rest"), days).limit(bindparam("most"))
    return Prepared(found, packed=True)


def _naming(lead: _Side, rest: _Side, period: "Period | Bounds") -> Select[Any]:
    """The dispatches that tell of both sides, as `dispatch`."""
    named = sides.alias().c
    both = is_named(rest, named.dispatch)
    return select(named.dispatch).where(named.code == lead, both, *within(period, named.dispatch))


def occurred(
    connection: Connection, one: str, other: str, period: Period
) -> tuple[int, list[tuple[str, str]]]:
    """How many dispatches tell of both sides, and what occurred between the two: the day and the CAMEO code.

    What several dispatches tell counts once, on the earliest day told. Both are asked at once: the acts are looked for
    in the dispatches that are counted.
    """
    lead, rest = rarest(connection, (one, other))
    few = _few(connection, lead, rest, period.last)
    query = _occurring(period.first is not None, period.last is not None, few is not None)
    given = {"lead": lead, "rest": rest, "first": period.first, "last": period.last, "few": few}
    count, *acts = query.rows(connection, **given)
    return count.number, [(act.day, act.what) for act in acts]


@lru_cache
def _occurring(since: bool, until: bool, few: bool) -> Prepared:  # noqa: FBT001
    """What is asked of any two sides: first the number of dispatches, then the acts."""
    named = _naming(bindparam("lead"), bindparam("rest"), Bounds(None, bindparam("last") if until else None))
    if few:
        named = select(dispatches.c.id.label("dispatch")).where(among(dispatches.c.id, "few"))
    both = named.cte("named")
    first: BindParameter[Any] | None = bindparam("first") if since else None
    nothing = cast(null(), String)
    counted = select(func.count().label("number"), nothing.label("day"), nothing.label("what"))
    counted = counted.select_from(both)
    if first is not None:
        d = dispatches.alias().c
        counted = counted.where(exists().where(d.id == both.c.dispatch, d.first >= first))
    p, r = parties.alias().c, reports.c
    # The join is an outer one, so that SQLite goes from the dispatches to the acts and not through all acts of a side.
    its = and_(p.dispatch == both.c.dispatch, p.code == bindparam("lead"), p.kind == "events")
    acts = both.outerjoin(p.dispatch.table, its).outerjoin(
        reports, and_(r.kind == "events", r.fact == p.fact)
    )
    told = select(cast(null(), Integer), func.min(p.day), func.min(p.what)).select_from(acts)
    told = told.where(func.coalesce(p.what, "") > "", p.day.is_not(None))
    if first is not None:
        told = told.where(p.day >= first)
    told = told.where(has_part(bindparam("rest"), kind="events", fact=p.fact, dispatch=both.c.dispatch))
    told = told.group_by(func.coalesce(r.occurrence, -p.fact))
    return Prepared(union_all(counted, told), packed=True)


def within(period: "Period | Bounds", dispatch: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """Whether a dispatch is of a period; near-copies are of none."""
    d = dispatches.alias().c
    yield ~exists().where(copies.c.dispatch == dispatch)
    if period.first is not None:
        yield exists().where(d.id == dispatch, d.first >= period.first)
    if period.last is not None:
        yield exists().where(d.id == dispatch, d.first <= period.last)


def by_number(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, Fact]:
    """Facts by their numbers."""
    return read(connection, kind, sorted(ids))


def _told(
    kind: Kind,
    side: _Side,
    period: "Period | Bounds",
    condition: ColumnElement[bool] | None,
    part: ColumnElement[bool],
) -> Select[Any]:
    """The facts of a kind in which a side has a part, of which something else is true, the newest first."""
    p = parties.c
    found = select(p.fact, p.day, p.dispatch).distinct().where(p.kind == kind, p.code == side, part)
    if condition is not None:
        found = found.join(FACTS[kind], FACTS[kind].c.id == p.fact).where(condition)
    return found.where(*_in(period, p.day, p.dispatch)).order_by(p.day.desc().nulls_last(), p.fact)


def _in(
    period: "Period | Bounds", day: ColumnElement[Any], dispatch: ColumnElement[Any]
) -> Iterator[ColumnElement[bool]]:
    """Whether a fact of a day is of a period, told until its end; what a near-copy tells is of none."""
    yield from within(Bounds(None, period.last), dispatch)
    if period.first is not None:
        yield day >= period.first


def _together(other: _Side, role: str | None, its: str | None) -> ColumnElement[bool]:
    """Whether another side has a part in the same fact; both in the roles that are asked for."""
    p = parties.c
    there = has_part(other, kind=p.kind, fact=p.fact, dispatch=p.dispatch, role=its)
    return and_(p.role == role, there) if role else there


def _facts(connection: Connection, kind: Kind, found: Select[Any]) -> list[Fact]:
    """The facts whose numbers are found, in that order, each with the words of its dispatch."""
    return list(read(connection, kind, connection.execute(found).scalars()).values())
