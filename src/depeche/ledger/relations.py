"""What a ledger holds on two sides: the facts in which both have a part, each with its dispatch."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, or_, select

from depeche.ledger.facts import Fact, read
from depeche.ledger.naming import Side, few_telling
from depeche.ledger.parts import has_part, rarest
from depeche.ledger.period import Bounds, Period, fact_within
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.query import Kind
from depeche.ledger.schema import parties

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
    limit: int | None = None,
) -> list[Fact]:
    """The facts of a kind in which two sides have a part, the newest first; near-copies left out.

    `roles` narrows it to those in which the first side has the first role and the other the second, in any pair;
    `limit` is the most facts that are given.
    """
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
    few = few_telling(connection, lead, rest, period.last)
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
    both = or_(*(_together(bindparam("rest"), role, its) for role, its in wanted))
    found = _told(kind, bindparam("lead"), days, both)
    if few:
        # In an order that no index has, SQLite goes through the few dispatches and not through all facts of a side.
        p = parties.c
        order = func.coalesce(p.day, "").label("order")
        found = found.where(among(p.dispatch, "few")).add_columns(order).order_by(None)
        found = found.order_by(order.desc(), p.fact)
    return Prepared(found.limit(bindparam("limit")) if limited else found, packed=True)


def of(
    connection: Connection, kind: Kind, side: str, role: str, period: Period, *, limit: int | None = None
) -> list[Fact]:
    """The facts of a kind in which a side has a role, the newest first; near-copies left out."""
    found = connection.execute(in_role(kind, side, role, period).limit(limit)).scalars()
    return list(read(connection, kind, found).values())


def in_role(kind: Kind, side: Side, role: str, period: Period | Bounds) -> Select[Any]:
    """The same facts as `fact`, `day` and `dispatch`, for questions that need no words."""
    return _told(kind, side, period, parties.c.role == role)


def _told(kind: Kind, side: Side, period: Period | Bounds, part: ColumnElement[bool]) -> Select[Any]:
    """The facts of a kind in which a side has a part, of which something else is true, the newest first."""
    p = parties.c
    found = select(p.fact, p.day, p.dispatch).distinct().where(p.kind == kind, p.code == side, part)
    return found.where(*fact_within(period, p.day, p.dispatch)).order_by(p.day.desc().nulls_last(), p.fact)


def _together(other: Side, role: str | None, its: str | None) -> ColumnElement[bool]:
    """Whether another side has a part in the same fact; both in the roles that are asked for."""
    p = parties.c
    there = has_part(other, kind=p.kind, fact=p.fact, dispatch=p.dispatch, role=its)
    return and_(p.role == role, there) if role else there
