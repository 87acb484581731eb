"""Keeping the occurrences of a ledger in step with its dispatches."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    exists,
    false,
    func,
    insert,
    or_,
    select,
    update,
)

from depeche.ledger.linking import meeting
from depeche.ledger.linking.occurrences import ASTRAY, RETOLD, same
from depeche.ledger.linking.report import NEWS, Report, Table, shifted
from depeche.ledger.linking.settling import own_key, settle
from depeche.ledger.linking.telling import read
from depeche.ledger.parts import also_has_part
from depeche.ledger.schema import FACTS, copies, dispatches, occurrences, parties, reports

VERSION = 2  # of the rules by which reports are joined: another one has all of them joined anew
FIRST = "the first report"
_FAR = 45  # days between two dispatches that may tell of one occurrence: a plan comes before the deed
_ROOT = 3  # digits of a CAMEO code that two reports of one act share
_TABLES: tuple[Table, ...] = ("encounters", "events")


def link(connection: Connection, dispatch: int) -> None:
    """Join what a dispatch reports to the occurrences that others told of; a near-copy reports nothing new."""
    if connection.execute(select(exists().where(copies.c.dispatch == dispatch))).scalar_one():
        return
    founds = {
        _join(connection, report)
        for table in _TABLES
        for report in read(connection, table, FACTS[table].c.dispatch == dispatch)
    }
    if founds:
        settle(connection, founds)
        meeting.link(connection, dispatch)


def unlink(connection: Connection, dispatch: int) -> None:
    """Take the reports of a dispatch back, before it is read anew."""
    r = reports.c
    told = connection.execute(select(r.found, r.occurrence).where(r.dispatch == dispatch)).all()
    connection.execute(delete(reports).where(r.dispatch == dispatch))
    if told:
        founds = {_renumbered(connection, found) for found in sorted({row.found for row in told})}
        settle(connection, filter(None, founds), {row.occurrence for row in told})


def relink(connection: Connection) -> None:
    """Join all reports of a ledger anew, dispatch by dispatch."""
    connection.execute(delete(reports))
    connection.execute(delete(occurrences))
    for dispatch in connection.execute(select(dispatches.c.id).order_by(dispatches.c.id)).scalars().all():
        link(connection, dispatch)


def _join(connection: Connection, report: Report) -> int:
    """Write a report, and give the number as which its occurrence was found: that of the earliest report of it."""
    own = own_key(report.table, report.fact)
    found = _occurrence(connection, report)
    row: dict[str, Any] = {"kind": report.table, "fact": report.fact, "dispatch": report.dispatch}
    if found is None:
        occurrence = {"id": own, "kind": report.table, "what": report.what, "reports": 0}
        connection.execute(insert(occurrences), occurrence)
        connection.execute(insert(reports), row | {"occurrence": own, "found": own, "reason": FIRST})
        return own
    number, reason = found
    r = reports.c
    home = select(func.min(r.occurrence)).where(r.found == number)
    row |= {"occurrence": connection.execute(home).scalar_one(), "found": number, "reason": reason}
    if own < number:
        # Read anew, it is the earliest: the one that was so before was joined to it for its reason.
        connection.execute(update(reports).where(r.found == number, r.reason == FIRST).values(reason=reason))
        connection.execute(update(reports).where(r.found == number).values(found=own))
        row |= {"found": own, "reason": FIRST}
    connection.execute(insert(reports), row)
    return min(own, number)


def _renumbered(connection: Connection, found: int) -> int | None:
    """Number what was found by its earliest report that is left; None where none is."""
    r = reports.c
    told = connection.execute(select(r.kind, r.fact, r.encounter).where(r.found == found))
    rows = [row for row in told if row.encounter is None]
    number = min((own_key(row.kind, row.fact) for row in rows), default=None)
    if number not in (None, found):
        connection.execute(update(reports).where(r.found == found).values(found=number))
        first = min((row.kind, row.fact) for row in rows)
        mine = and_(r.kind == first[0], r.fact == first[1])
        connection.execute(update(reports).where(mine).values(reason=FIRST))
    return number


def _occurrence(connection: Connection, report: Report) -> tuple[int, str] | None:
    """The occurrence whose reports all go with this one, and why; the one with the most of them."""
    season = _season(report)
    if season is None:
        return None
    r, table = reports.c, FACTS[report.table].c
    alike = [
        other.fact
        for other in read(
            connection, report.table, and_(table.id.in_(_closer(season, report)), _in_time(report))
        )
        if same(report, other)
    ]
    founds = set(_whose(connection, report.table, alike).values()) if alike else set()
    if not founds:
        return None
    rows = connection.execute(select(r.kind, r.fact).where(r.found.in_(founds)))
    members = [row.fact for row in rows if row.kind == report.table]
    near = list(read(connection, report.table, and_(table.id.in_(members), table.id.in_(season))))
    whose = _whose(connection, report.table, [other.fact for other in near])
    reasons: dict[int, list[str | None]] = {}
    for other in near:
        if other.fact in whose:
            reasons.setdefault(whose[other.fact], []).append(same(report, other))
    fitting = [(-len(told), key, told[0]) for key, told in reasons.items() if all(told)]
    return next(((key, reason) for _, key, reason in sorted(fitting) if reason), None)


def _season(report: Report) -> Select[Any] | None:
    """The rows of other dispatches that share a side and a season with a report; None where it has neither."""
    day = (report.window[0] if report.window else None) or report.day
    if day is None or not report.sides:
        return None
    p = parties.c
    return select(p.fact).where(
        p.kind == report.table,
        p.code.in_(report.sides),
        p.day.between(shifted(day, -_FAR), shifted(day, _FAR)),
        p.dispatch != report.dispatch,
    )


def _closer(season: Select[Any], report: Report) -> Select[Any]:
    """Of these rows, those that may be one with the report: they share two sides, or it has one or a forum's."""
    if report.forum or len(report.sides) < 2:
        return season
    return season.where(also_has_part(report.sides, parties.c))


def _in_time(report: Report) -> ColumnElement[bool]:
    """Whether a row may be of the same days as a report, and of an event of the same root."""
    t, day = FACTS[report.table].c, dispatches.c.first
    if report.table == "events":
        low, high = shifted(report.day or "", -RETOLD), shifted(report.day or "", RETOLD)
        return and_(t.cameo.startswith(report.what[:_ROOT]), or_(day.between(low, high), _dated(report, 0)))
    if report.window is None:
        return false()
    low, high = shifted(report.window[0], -ASTRAY), shifted(report.window[1], ASTRAY + NEWS)
    return or_(_dated(report, ASTRAY), and_(t.last.is_(None), day.between(low, high)))


def _dated(report: Report, slack: int) -> ColumnElement[bool]:
    """Whether the days that a row tells meet those of a report."""
    if report.window is None:
        return false()
    t, (first, last) = FACTS[report.table].c, report.window
    return and_(t.first <= shifted(last, slack), t.last >= shifted(first, -slack))


def _whose(connection: Connection, table: Table, facts: list[int]) -> dict[int, int]:
    found = select(reports.c.fact, reports.c.found).where(reports.c.kind == table, reports.c.fact.in_(facts))
    return {row.fact: row.found for row in connection.execute(found)}
