"""Keeping the occurrences of a ledger in step with its dispatches."""

from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from depeche.ledger.linking import meeting
from depeche.ledger.linking.candidates import candidates, told_as
from depeche.ledger.linking.keys import key_rows
from depeche.ledger.linking.occurrences import same
from depeche.ledger.linking.report import Report, Table
from depeche.ledger.linking.settling import FIRST, begin, own_key, ruled, settle
from depeche.ledger.linking.telling import reported
from depeche.ledger.prepared import Prepared
from depeche.ledger.schema import copies, dispatches, occurrences, of_dispatch, report_keys, reports
from depeche.ledger.written import Written

VERSION = 3  # of the rules by which reports are joined: another one has all of them joined anew
_TABLES: tuple[Table, ...] = ("encounters", "events")

_IS_COPY = Prepared(select(copies.c.original).where(copies.c.dispatch == bindparam("dispatch")))
_KEYS = Prepared(insert(report_keys), "key", "day", "fact", "told", "first", "last")
_FORGOTTEN = Prepared(
    delete(report_keys).where(
        report_keys.c.key == bindparam("its_key"),
        report_keys.c.day == bindparam("its_day"),
        report_keys.c.fact == bindparam("its_fact"),
    )
)
_REPORT = Prepared(insert(reports), "kind", "fact", "dispatch", "occurrence", "found", "reason")
_HOME = Prepared(select(func.min(reports.c.occurrence)).where(reports.c.found == bindparam("number")))


def link(connection: Connection, dispatch: int) -> None:
    """Join what a dispatch reports to the occurrences that others told of; a near-copy reports nothing new."""
    if not _IS_COPY.rows(connection, dispatch=dispatch):
        join(connection, dispatch)


def join(connection: Connection, dispatch: int, new: Written | None = None) -> None:
    """The same for a dispatch that is no near-copy; `new` is one that was just written."""
    told = [report for table in _TABLES for report in reported(connection, table, dispatch, new)]
    found = [(report, _occurrence(connection, report)) for report in told]
    begin(connection, [report for report, home in found if home is None])
    founds = {_join(connection, report, *home) for report, home in found if home is not None}
    _KEYS.run(connection, (row for report in told for row in key_rows(report)))
    if ruled(connection):
        founds |= {own_key(report.table, report.fact) for report, home in found if home is None}
    if founds:
        settle(connection, founds)
    if told:
        meeting.link(connection, dispatch, new)


def unlink(connection: Connection, dispatch: int) -> None:
    """Take the reports of a dispatch back, before it is read anew."""
    r = reports.c
    for table in _TABLES:
        rows = (row for report in reported(connection, table, dispatch) for row in key_rows(report))
        _FORGOTTEN.run(
            connection, ({f"its_{name}": row[name] for name in ("key", "day", "fact")} for row in rows)
        )
    its = and_(r.kind.in_(_TABLES), of_dispatch(r.fact, dispatch))
    told = connection.execute(select(r.found, r.occurrence).where(its)).all()
    connection.execute(delete(reports).where(its))
    if told:
        founds = {_renumbered(connection, found) for found in sorted({row.found for row in told})}
        settle(connection, filter(None, founds), {row.occurrence for row in told})


def relink(connection: Connection) -> None:
    """Join all reports of a ledger anew, dispatch by dispatch."""
    for table in (reports, report_keys, occurrences):
        connection.execute(delete(table))
    for dispatch in connection.execute(select(dispatches.c.id).order_by(dispatches.c.id)).scalars().all():
        link(connection, dispatch)


def _join(connection: Connection, report: Report, number: int, reason: str) -> int:
    """Write a report of what was found as a number; the number as which it is found now: its earliest report's."""
    own = own_key(report.table, report.fact)
    row: dict[str, Any] = {"kind": report.table, "fact": report.fact, "dispatch": report.dispatch}
    row |= {"occurrence": _HOME.rows(connection, number=number)[0][0], "found": number, "reason": reason}
    if own < number:
        # Read anew, it is the earliest: the one that was so before was joined to it for its reason.
        r = reports.c
        connection.execute(update(reports).where(r.found == number, r.reason == FIRST).values(reason=reason))
        connection.execute(update(reports).where(r.found == number).values(found=own))
        row |= {"found": own, "reason": FIRST}
    _REPORT.run(connection, [row])
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
    founds = {other.found for other in candidates(connection, report) if same(report, other)}
    reasons: dict[int, list[str | None]] = {}
    for other in told_as(connection, report, founds) if founds else ():
        if other.found is not None:
            reasons.setdefault(other.found, []).append(same(report, other))
    fitting = [(-len(told), key, told[0]) for key, told in reasons.items() if all(told)]
    return next(((key, reason) for _, key, reason in sorted(fitting) if reason), None)
