"""The numbers of what answers a question to a ledger: of the facts of several tables, of one, of passages."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from depeche.ledger.days import days
from depeche.ledger.parts import has_part, rarest
from depeche.ledger.query import Kind, Query
from depeche.ledger.schema import FACTS, PER_DISPATCH, copies, dispatches, of_dispatch, parties, passages
from depeche.ledger.words import Chunk, standing, standing_within
from depeche.reading.published import check


def across(
    connection: Connection, kinds: Sequence[Kind], query: Query, wanted: list[Chunk], few: list[int] | None
) -> Select[Any]:
    """The numbers and days of the facts of several kinds in which actors have a part, the newest first."""
    p = parties.c
    first, *others = rarest(connection, query.actors)
    order = case({kind: at for at, kind in enumerate(kinds)}, value=p.kind).label("at")
    found = (
        select(p.kind, p.fact.label("id"), p.day, order).distinct().where(p.code == first, p.kind.in_(kinds))
    )
    for actor in others:
        found = found.where(has_part(actor, kind=p.kind, fact=p.fact, dispatch=p.dispatch))
    passage = case({kind: _passage(kind, p.fact) for kind in kinds}, value=p.kind)
    if few is not None:
        within = sorted({one // PER_DISPATCH for one in few})
        found = found.where(p.dispatch.in_(within), passage.in_(few))
    elif wanted:
        # Most facts are of dispatches without the words, which is told before their passages are looked for.
        found = found.where(standing_within(connection, wanted, p.dispatch))
        found = found.where(standing(connection, wanted, passage))
    found = found.where(*_general(query, p.day, p.dispatch))
    return found.order_by(p.day.desc().nulls_last(), p.fact, order).limit(query.offset + query.limit)


def _passage(kind: Kind, fact: ColumnElement[int]) -> ScalarSelect[Any]:
    table = FACTS[kind].c
    return select(table.passage).where(table.id == fact).scalar_subquery()


def near(
    connection: Connection, kind: str, query: Query, wanted: list[Chunk], few: list[int] | None
) -> Select[Any]:
    """The numbers and days of what answers, the newest first.

    Few passages with the words lead to the facts in them, else the rarest of the actors leads to the facts of it.
    """
    rows, p = FACTS.get(kind, passages), parties.c
    actors = rarest(connection, query.actors)
    day: ColumnElement[Any]
    if actors and few is None:
        dispatch, day = p.dispatch, p.day
        found = select(p.fact.label("id"), day.label("day")).distinct().join(rows, rows.c.id == p.fact)
        found = found.where(p.kind == kind, p.code == actors.pop(0))
    else:
        dispatch, day = rows.c.dispatch, dispatches.c.first
        if "first" in rows.c:
            day = func.coalesce(rows.c.first, day)
        found = select(rows.c.id, day.label("day")).join(dispatches, dispatches.c.id == dispatch)
    for actor in actors:
        found = found.where(has_part(actor, kind=kind, fact=rows.c.id, dispatch=dispatch))
    if few is not None:
        found = found.where(rows.c.id.in_(few if rows is passages else _standing(few, rows)))
    elif wanted:
        found = found.where(
            standing(connection, wanted, passages.c.id if rows is passages else rows.c.passage)
        )
    found = found.where(*_general(query, day, dispatch), *_conditions(query, rows))
    return found.order_by(day.desc().nulls_last(), literal_column("1")).limit(query.offset + query.limit)


def _standing(few: list[int], rows: Table) -> Select[Any]:
    """The numbers of the rows of a table that stand in some passages.

    The join is an outer one, so that SQLite goes from the passages to the rows and not through all rows.
    """
    within = and_(of_dispatch(rows.c.id, passages.c.dispatch), rows.c.passage == passages.c.id)
    return select(rows.c.id).select_from(passages.outerjoin(rows, within)).where(passages.c.id.in_(few))


def _general(
    query: Query, day: ColumnElement[Any], dispatch: ColumnElement[Any]
) -> Iterator[ColumnElement[bool]]:
    """What is asked of any result."""
    yield ~exists().where(copies.c.dispatch == dispatch)
    if query.language:
        d = dispatches.alias().c
        yield exists().where(d.id == dispatch, d.language == query.language)
    if query.since:
        yield day >= days(check(query.since))[0]
    if query.until:
        yield day <= days(check(query.until))[1]


def _conditions(query: Query, rows: Table) -> Iterator[ColumnElement[bool]]:
    """What is asked of facts of a table."""
    if query.stance:
        yield rows.c.stance == query.stance
    if query.frame:
        frame = query.frame
        yield or_(
            rows.c.frame == frame.lower(), rows.c.plover_event == frame.upper(), _begins(rows.c.cameo, frame)
        )


def _begins(column: ColumnElement[str], value: str) -> ColumnElement[bool]:
    return column.startswith(value, autoescape=True)
