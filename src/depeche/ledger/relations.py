"""What a ledger holds on two sides: the facts in which both have a part, each with its dispatch."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, or_, select

from depeche.ledger.days import days
from depeche.ledger.quotes import sentences
from depeche.ledger.schema import FACTS, copies, dispatches, occurrences, parties, reports
from depeche.ledger.search import Kind
from depeche.record import Span


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


class Fact(msgspec.Struct, frozen=True):
    """A row of a table of facts, and the dispatch that it was read from."""

    kind: Kind
    id: int
    row: dict[str, Any]
    day: str | None  # of the fact where it is dated, else of the dispatch
    dispatch: int
    published: str | None
    title: str | None
    language: str
    evidence: tuple[Span, ...]
    quote: Span  # the sentences of the evidence
    words: str  # their exact characters
    occurrence: int | None = None
    reports: int = 1


def between(
    connection: Connection,
    kind: Kind,
    one: str,
    other: str,
    period: Period,
    *,
    roles: Iterable[tuple[str, str]] = (),
) -> list[Fact]:
    """The facts of a kind in which two sides have a part, the newest first; near-copies left out.

    `roles` narrows it to those in which the first side has the first role and the other the second, in any pair.
    """
    table = FACTS[kind]
    wanted = tuple(roles) or (("", ""),)
    conditions = [and_(has(kind, one, role), has(kind, other, its)) for role, its in wanted]
    return _facts(connection, kind, _rows(kind, period).where(or_(*conditions)), table)


def of(connection: Connection, kind: Kind, side: str, role: str, period: Period) -> list[Fact]:
    """The facts of a kind in which a side has a role, the newest first; near-copies left out."""
    return _facts(connection, kind, _rows(kind, period).where(has(kind, side, role)), FACTS[kind])


def where(connection: Connection, kind: Kind, condition: ColumnElement[bool], period: Period) -> list[Fact]:
    """The facts of a kind that fulfil a condition on their table, the newest first; near-copies left out."""
    return _facts(connection, kind, _rows(kind, period).where(condition), FACTS[kind])


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
    d = dispatches.c
    query = _rows(kind, period).where(*conditions).order_by(None)
    query = query.order_by(d.first.desc().nulls_last(), d.id.desc(), FACTS[kind].c.id)
    return _facts(connection, kind, query.limit(limit).offset(offset), FACTS[kind])


def has(kind: Kind, code: str, role: str = "") -> ColumnElement[bool]:
    """Whether a side has a part in a fact, in a role if one is told."""
    p = parties.c
    held = [p.kind == kind, p.fact == FACTS[kind].c.id, p.code == code]
    return exists().where(*held, p.role == role) if role else exists().where(*held)


def _rows(kind: Kind, period: Period) -> Select[Any]:
    table = FACTS[kind]
    day = func.coalesce(table.c.first, dispatches.c.first) if "first" in table.c else dispatches.c.first
    head = (
        dispatches.c.published,
        dispatches.c.title,
        dispatches.c.language,
        dispatches.c.text,
        dispatches.c.zones,
    )
    found = (
        select(table, day.label("day"), *head, reports.c.occurrence, occurrences.c.reports)
        .join(dispatches, dispatches.c.id == table.c.dispatch)
        .outerjoin(reports, and_(reports.c.kind == kind, reports.c.fact == table.c.id))
        .outerjoin(occurrences, occurrences.c.id == reports.c.occurrence)
        .where(~exists().where(copies.c.dispatch == table.c.dispatch))
        .order_by(day.desc().nulls_last(), table.c.id)
    )
    if period.first:
        found = found.where(day >= period.first)
    if period.last:
        found = found.where(dispatches.c.first <= period.last)
    return found


def _facts(connection: Connection, kind: Kind, query: Select[Any], table: Any) -> list[Fact]:
    names = [column.name for column in table.c]
    return [_fact(kind, names, row) for row in connection.execute(query)]


def _fact(kind: Kind, names: list[str], row: Row[Any]) -> Fact:
    values = row._asdict()
    spans = tuple((start, end) for start, end in values["evidence"])
    # The text of the dispatch and that of a date share a name: the dispatch's stands last.
    text = row[len(names) + 4]
    first = min(spans)[0]
    low, high = sentences(text, first, max(end for _, end in spans))
    whole = max(low, _dateline(text, first, values["zones"])), high
    return Fact(
        kind=kind,
        id=values["id"],
        row={name: row[at] for at, name in enumerate(names)},
        day=values["day"],
        dispatch=values["dispatch"],
        published=values["published"],
        title=values["title"],
        language=values["language"],
        evidence=spans,
        quote=whole,
        words=text[slice(*whole)],
        occurrence=values["occurrence"],
        reports=values["reports"] or 1,
    )


def _dateline(text: str, before: int, zones: list[dict[str, Any]]) -> int:
    """Where the sentence after the place, day and agency that open a dispatch begins, if they stand before it."""
    ends = [zone["end"] for zone in zones if zone["kind"] == "dateline" and zone["end"] <= before]
    if not ends:
        return 0
    end: int = max(ends)
    return before - len(text[end:before].lstrip())
