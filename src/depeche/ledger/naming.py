"""The dispatches that tell of two sides, and what occurred between the two by them."""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
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
    select,
    union_all,
)

from depeche.ledger.facts import naming
from depeche.ledger.parts import has_part, is_named, rarest
from depeche.ledger.period import Bounds, Period, dispatch_within
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import dispatches, parties, reports, sides

Side = str | BindParameter[str]

_FEW = 2_000  # dispatches that tell of two sides: what is asked of the two is asked of them alone


def dispatches_of_both(connection: Connection, one: str, other: str, period: Period) -> int:
    """How many dispatches tell of both sides; near-copies left out."""
    lead, rest = rarest(connection, (one, other))
    found = select(func.count()).select_from(_naming(lead, rest, period).subquery())
    count: int = connection.execute(found).scalar_one()
    return count


def few_telling(connection: Connection, lead: str, rest: str, last: str | None) -> list[int] | None:
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


def _naming(lead: Side, rest: Side, period: Period | Bounds) -> Select[Any]:
    """The dispatches that tell of both sides, as `dispatch`."""
    named = sides.alias().c
    both = is_named(rest, named.dispatch)
    return select(named.dispatch).where(named.code == lead, both, *dispatch_within(period, named.dispatch))


def occurred(
    connection: Connection, one: str, other: str, period: Period
) -> tuple[int, list[tuple[str, str]]]:
    """How many dispatches tell of both sides, and what occurred between the two: the day and the CAMEO code.

    What several dispatches tell counts once, on the earliest day told. Both are asked at once: the acts are looked for
    in the dispatches that are counted.
    """
    lead, rest = rarest(connection, (one, other))
    few = few_telling(connection, lead, rest, period.last)
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
