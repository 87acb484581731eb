"""Keeping the occurrences of a ledger in step with its dispatches."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, insert, select, update

from depeche.ledger.linking.occurrences import same
from depeche.ledger.linking.places import place
from depeche.ledger.linking.report import Report, Table, shifted, window
from depeche.ledger.schema import (
    FACTS,
    attestations,
    copies,
    dispatches,
    occurrences,
    parties,
    people,
    reports,
)

FIRST = "the first report"
_FAR = 45  # days between two dispatches that may tell of one occurrence: a plan comes before the deed
_CONSULTED = "04"  # events of meeting are told by encounters
_TABLES: tuple[Table, ...] = ("encounters", "events")


def link(connection: Connection, dispatch: int) -> None:
    """Join what a dispatch reports to the occurrences that others told of; a near-copy reports nothing new."""
    if connection.execute(select(exists().where(copies.c.dispatch == dispatch))).scalar_one():
        return
    for table in _TABLES:
        for report in read(connection, table, FACTS[table].c.dispatch == dispatch):
            _join(connection, report)


def unlink(connection: Connection, dispatch: int) -> None:
    """Take the reports of a dispatch back, before it is read anew."""
    told = select(reports.c.occurrence).where(reports.c.dispatch == dispatch)
    touched = sorted(set(connection.execute(told).scalars()))
    connection.execute(delete(reports).where(reports.c.dispatch == dispatch))
    for key in touched:
        _summarise(connection, key)


def _join(connection: Connection, report: Report) -> None:
    found = _occurrence(connection, report)
    if found is None:
        key = 2 * report.fact + _TABLES.index(report.table)  # the same when the dispatch is read anew
        row = {"id": key, "kind": report.table, "what": report.what, "reports": 0}
        connection.execute(insert(occurrences), row)
        found = key, FIRST
    row = {"kind": report.table, "fact": report.fact, "dispatch": report.dispatch}
    connection.execute(insert(reports), row | {"occurrence": found[0], "reason": found[1]})
    _summarise(connection, found[0])


def _occurrence(connection: Connection, report: Report) -> tuple[int, str] | None:
    """The occurrence whose reports all go with this one, and why; the one with the most of them."""
    near = list(_near(connection, report))
    whose = _whose(connection, report.table, [other.fact for other in near])
    reasons: dict[int, list[str | None]] = {}
    for other in near:
        if other.fact in whose:
            reasons.setdefault(whose[other.fact], []).append(same(report, other))
    fitting = [(-len(told), key, told[0]) for key, told in reasons.items() if all(told)]
    return next(((key, reason) for _, key, reason in sorted(fitting) if reason), None)


def _near(connection: Connection, report: Report) -> Iterator[Report]:
    """The reports of other dispatches that share a side and a season with this one."""
    day = (report.window[0] if report.window else None) or report.day
    if day is None or not report.sides:
        return
    p = parties.c
    facts = select(p.fact).where(
        p.kind == report.table,
        p.code.in_(report.sides),
        p.day.between(shifted(day, -_FAR), shifted(day, _FAR)),
        p.dispatch != report.dispatch,
    )
    table = FACTS[report.table]
    yield from read(connection, report.table, table.c.id.in_(facts))


def _whose(connection: Connection, table: Table, facts: list[int]) -> dict[int, int]:
    found = select(reports.c.fact, reports.c.occurrence).where(
        reports.c.kind == table, reports.c.fact.in_(facts)
    )
    return {row.fact: row.occurrence for row in connection.execute(found)}


def read(connection: Connection, table: Table, condition: Any) -> Iterator[Report]:
    """The reports of a table that fulfil a condition, by their number."""
    rows = connection.execute(_rows(table).where(condition).order_by(FACTS[table].c.id)).all()
    make = _encounter if table == "encounters" else _event
    who = _persons(connection, {row.dispatch for row in rows}) if table == "encounters" else {}
    for row in rows:
        if table == "encounters" or not row.cameo.startswith(_CONSULTED):
            yield make(row, who)


def _rows(table: Table) -> Select[Any]:
    facts = FACTS[table]
    day = dispatches.c.first.label("day")
    return select(facts, day, dispatches.c.language).join(dispatches, dispatches.c.id == facts.c.dispatch)


def _persons(connection: Connection, which: set[int]) -> dict[tuple[int, str], tuple[int, str | None]]:
    """The persons that dispatches name, by dispatch and name."""
    p, a = people.c, attestations.c
    found = select(p.dispatch, p.name, p.of, a.person).join(attestations, a.id == p.attestation)
    rows = connection.execute(found.where(p.dispatch.in_(which), a.person.is_not(None)))
    return {(row.dispatch, row.name): (row.person, row.of) for row in rows}


def _encounter(row: Row[Any], who: dict[tuple[int, str], tuple[int, str | None]]) -> Report:
    named = (who.get((row.dispatch, name)) for name in row.participants)
    planned = row.status in ("planned", "cancelled", None)
    return Report(
        table="encounters",
        fact=row.id,
        dispatch=row.dispatch,
        what=row.kind,
        sides=frozenset(row.states),
        persons=frozenset(person for person in named if person),
        window=window(row.first, row.last, row.day, planned=planned),
        dated=bool(row.first and row.last),
        place=place(row.place, row.language),
        forum=row.forum,
        status=row.status,
        day=row.day,
    )


def _event(row: Row[Any], _who: object) -> Report:
    sides = {side for value in (row.source, row.target) for side in (value or "").split("; ") if side}
    return Report(
        table="events",
        fact=row.id,
        dispatch=row.dispatch,
        what=row.cameo,
        sides=frozenset(sides),
        source=None if row.symmetric else row.source,
        window=window(row.first, row.last, row.day, planned=row.status != "occurred"),
        dated=bool(row.first and row.last),
        place=place(row.place, row.language),
        status=row.status,
        day=row.day,
    )


def _summarise(connection: Connection, key: int) -> None:
    """Bring the row of an occurrence up to its reports; without any it goes."""
    o, r = occurrences.c, reports.c
    kind = connection.execute(select(o.kind).where(o.id == key)).scalar_one()
    facts = FACTS[kind]
    found = select(facts.c.first, facts.c.last, facts.c.status, facts.c.date).join(
        reports, (r.fact == facts.c.id) & (r.kind == kind)
    )
    rows = connection.execute(found.where(r.occurrence == key).order_by(facts.c.id)).all()
    if not rows:
        connection.execute(delete(occurrences).where(o.id == key))
        return
    first, last = _best_days(rows)
    values = {
        "first": first,
        "last": last,
        "status": _status(row.status for row in rows),
        "reports": len(rows),
    }
    connection.execute(update(occurrences).where(o.id == key).values(values))


def _best_days(rows: Sequence[Any]) -> tuple[str | None, str | None]:
    """The days told most often, the most exact of them; the earliest told where they are even."""
    told = Counter((row.first, row.last) for row in rows if row.first and row.last)
    exact = [days for days in told if days[0] == days[1]] or list(told)
    return max(exact, key=lambda days: told[days], default=(None, None))


def _status(told: Iterable[str | None]) -> str | None:
    """What has become of an occurrence: what is told last of all that can be told of it."""
    every = set(told)
    for status in ("held", "past-cited", "occurred", "cancelled", "denied", "planned", "called-for"):
        if status in every:
            return status
    return next(iter(sorted(filter(None, every))), None)
