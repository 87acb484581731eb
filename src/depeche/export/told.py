"""The facts of a ledger one after the other, each with the dispatch that tells it."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from depeche.ledger.days import days
from depeche.ledger.schema import (
    FACTS,
    attestations,
    copies,
    dispatches,
    marked,
    occurrences,
    of_dispatch,
    parties,
    prints,
    reports,
    verdicts,
)
from depeche.reading.published import check

_AT_ONCE = 500  # rows in memory


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts; everything that is given must hold.

    `actors` are codes, all of them in the fact (a time expression names none); `since` and `until` are days,
    months or years, ISO 8601, both included: of the fact where it is dated, else of the dispatch. BadDate where
    they are none. Near-copies of a wire are left out unless `copies`.
    """

    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    copies: bool = False


class Source(msgspec.Struct, frozen=True):
    """The dispatch of a fact; `origin` is the path or address where it was found first."""

    id: int
    published: str | None
    language: str
    title: str | None
    version: str
    text: str
    origin: str | None


class Told(msgspec.Struct, frozen=True):
    """A row of a table of facts, its links across dispatches, and its dispatch."""

    row: dict[str, Any]
    source: Source

    def words(self, span: list[int] | None) -> str | None:
        """The exact characters of the dispatch that a span stands for."""
        return None if span is None else self.source.text[slice(*span)]


def told(
    connection: Connection, kind: str, chosen: Chosen, *conditions: ColumnElement[bool]
) -> Iterator[Told]:
    """The chosen facts of a table in the order in which the ledger took them; few are in memory at a time."""
    query = _linked(kind).where(*_conditions(kind, chosen), *conditions).order_by(FACTS[kind].c.id)
    source = None
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        if source is None or source.id != row.dispatch:
            source = _source(connection, row.dispatch)
        yield Told(row._asdict(), source)


def count(connection: Connection, kind: str, chosen: Chosen, *conditions: ColumnElement[bool]) -> int:
    """How many facts are chosen."""
    query = _joined(select(func.count()), kind).where(*_conditions(kind, chosen), *conditions)
    return int(connection.execute(query).scalar_one())


def _joined(query: Select[Any], kind: str) -> Select[Any]:
    table = FACTS[kind]
    return query.select_from(table).join(dispatches, dispatches.c.id == table.c.dispatch)


def _linked(kind: str) -> Select[Any]:
    """All columns of a table, the verdict on a row, and the number of the person or the occurrence that it is of."""
    table, v, m = FACTS[kind], verdicts.c, marked.c
    query = _joined(select(table, v.verdict.label("reviewed")), kind)
    query = query.outerjoin(marked, (m.kind == kind) & (m.fact == table.c.id))
    query = query.outerjoin(verdicts, (v.about == kind) & (v.mark == m.mark))
    if kind == "people":
        query = query.add_columns(attestations.c.person)
        return query.outerjoin(attestations, attestations.c.id == table.c.attestation)
    if kind not in ("encounters", "events"):
        return query
    query = query.add_columns(reports.c.occurrence, occurrences.c.reports)
    query = query.outerjoin(reports, (reports.c.kind == kind) & (reports.c.fact == table.c.id))
    return query.outerjoin(occurrences, occurrences.c.id == reports.c.occurrence)


def _conditions(kind: str, chosen: Chosen) -> Iterator[ColumnElement[bool]]:
    table = FACTS[kind]
    day = func.coalesce(table.c.first, dispatches.c.first) if "first" in table.c else dispatches.c.first
    p = parties.c
    for actor in chosen.actors:
        yield exists().where(p.kind == kind, p.fact == table.c.id, p.code == actor)
    if chosen.since:
        yield day >= days(check(chosen.since))[0]
    if chosen.until:
        yield day <= days(check(chosen.until))[1]
    if not chosen.copies:
        yield ~exists().where(copies.c.dispatch == table.c.dispatch)


def _source(connection: Connection, dispatch: int) -> Source:
    d = dispatches.c
    origin = select(prints.c.origin).where(of_dispatch(prints.c.id, dispatch)).order_by(prints.c.id).limit(1)
    query = select(d.id, d.published, d.language, d.title, d.version, d.text, origin.scalar_subquery()).where(
        d.id == dispatch
    )
    return Source(*connection.execute(query).one())
