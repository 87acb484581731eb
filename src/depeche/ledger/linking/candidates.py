"""The reports of other dispatches that one may have to be joined to."""

from collections.abc import Collection

from sqlalchemy import Connection, and_, bindparam, or_, select

from depeche.ledger.linking.keys import keys
from depeche.ledger.linking.occurrences import ASTRAY, RETOLD
from depeche.ledger.linking.report import NEWS, Report, Table, shifted
from depeche.ledger.linking.telling import columns, made
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import FACTS, report_keys, reports

_FAR = 45  # days between two dispatches that may tell of one occurrence: a plan comes before the deed
_NEVER = ("9999", "")


def candidates(connection: Connection, report: Report) -> list[Report]:
    """The reports of other dispatches that share a key and the days with one."""
    season = _season(report)
    if season is None or (report.table == "encounters" and report.window is None):
        return []
    rows = _NEAR[report.table].rows(
        connection,
        keys=keys(report),
        dispatch=report.dispatch,
        low=season[0],
        high=season[1],
        **_days(report),
    )
    return made(connection, report.table, list({row.id: row for row in rows}.values()))


def told_as(connection: Connection, report: Report, founds: Collection[int | None]) -> list[Report]:
    """All reports found as some occurrences, of the season of one and of other dispatches, that share a side with it."""
    season = _season(report)
    # Asked at once, SQLite would rather look through all reports of the table than use the index of numbers.
    facts = [row.fact for row in _MEMBERS.rows(connection, founds=founds) if row.kind == report.table]
    rows = _THOSE[report.table].rows(connection, facts=facts)
    return [
        other
        for other in sorted(made(connection, report.table, rows), key=lambda other: other.fact)
        if season is not None
        and other.dispatch != report.dispatch
        and other.since is not None
        and season[0] <= other.since <= season[1]
        and not other.sides.isdisjoint(report.sides)
    ]


def _season(report: Report) -> tuple[str, str] | None:
    """The days around a report; None for one without a day."""
    day = (report.window[0] if report.window else None) or report.day
    return None if day is None else (shifted(day, -_FAR), shifted(day, _FAR))


def _days(report: Report) -> dict[str, str]:
    """The days of which a report may be that is one with another: those it tells itself, and its dispatch's."""
    if report.table == "events":
        first, last = report.window or _NEVER
        told = report.day or ""
        return {
            "first": first,
            "last": last,
            "after": shifted(told, -RETOLD),
            "before": shifted(told, RETOLD),
        }
    first, last = report.window or _NEVER
    low, high = shifted(first, -ASTRAY), shifted(last, ASTRAY)
    return {"first": low, "last": high, "after": low, "before": shifted(last, ASTRAY + NEWS)}


def _near(table: Table) -> Prepared:
    k, facts = report_keys.c, FACTS[table].c
    dated = and_(k.first <= bindparam("last"), k.last >= bindparam("first"))
    told = [k.told.between(bindparam("after"), bindparam("before"))]
    if table == "encounters":
        told.append(k.last.is_(None))
    season = k.day.between(bindparam("low"), bindparam("high"))
    query = columns(table).join(report_keys, k.fact == facts.id)
    its = (among(k.key, "keys"), season, or_(dated, and_(*told)), facts.dispatch != bindparam("dispatch"))
    return Prepared(query.where(*its).order_by(facts.id))


_TABLES: tuple[Table, ...] = ("encounters", "events")
_NEAR = {table: _near(table) for table in _TABLES}
_MEMBERS = Prepared(select(reports.c.kind, reports.c.fact).where(among(reports.c.found, "founds")))
_THOSE = {table: Prepared(columns(table).where(among(FACTS[table].c.id, "facts"))) for table in _TABLES}
