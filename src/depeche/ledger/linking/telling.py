"""Reading what dispatches report from their rows."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from depeche.ledger.linking.places import place
from depeche.ledger.linking.report import Report, Table, window
from depeche.ledger.prepared import Prepared, among, number
from depeche.ledger.schema import FACTS, attestations, dispatches, of_dispatch, people, reports
from depeche.ledger.written import Written

# The columns that a report is made of.
_OWN = ("id", "dispatch", "first", "last", "place", "status")
_TOLD: dict[Table, tuple[str, ...]] = {
    "encounters": (*_OWN, "kind", "states", "participants", "forum"),
    "events": (*_OWN, "cameo", "source", "target", "symmetric"),
}
CONSULTED = "04"  # events of meeting are told by encounters

Who = dict[tuple[int, str], tuple[int, str | None]]


def columns(table: Table) -> Select[Any]:
    """What a report of a table is made of, to be asked for under any condition."""
    facts = FACTS[table]
    told = (facts.c[name] for name in _TOLD[table])
    query = select(*told, dispatches.c.first.label("day"), dispatches.c.language, reports.c.found)
    query = query.join(dispatches, dispatches.c.id == facts.c.dispatch)
    return query.outerjoin(reports, (reports.c.kind == table) & (reports.c.fact == facts.c.id))


_OF_DISPATCH = {
    table: Prepared(
        columns(table).where(of_dispatch(FACTS[table].c.id, number("dispatch"))).order_by(FACTS[table].c.id)
    )
    for table in _TOLD
}
_PERSONS = Prepared(
    select(people.c.dispatch, people.c.name, people.c.of, attestations.c.person)
    .join(dispatches, of_dispatch(people.c.id, dispatches.c.id))
    .join(attestations, attestations.c.id == people.c.attestation)
    .where(among(dispatches.c.id, "which"), attestations.c.person.is_not(None))
)


def reported(connection: Connection, table: Table, dispatch: int, new: Written | None = None) -> list[Report]:
    """The reports of a dispatch, by their number; `new` is one that was just written."""
    if new is None:
        return made(connection, table, _OF_DISPATCH[table].rows(connection, dispatch=dispatch))
    return made(connection, table, new.told(table, day=new.first, language=new.language, found=None))


def made(connection: Connection, table: Table, rows: Sequence[Any]) -> list[Report]:
    """The reports that rows tell, without the events of meeting."""
    if table == "events":
        return [_event(row) for row in rows if not row.cameo.startswith(CONSULTED)]
    who = persons(connection, {row.dispatch for row in rows}) if rows else {}
    return [_encounter(row, who) for row in rows]


def persons(connection: Connection, which: Collection[int]) -> Who:
    """The persons that dispatches name, by dispatch and name."""
    rows = _PERSONS.rows(connection, which=which)
    return {(row.dispatch, row.name): (row.person, row.of) for row in rows}


def _encounter(row: Any, who: Who) -> Report:
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
        since=row.first or row.day,
        found=row.found,
    )


def _event(row: Any) -> Report:
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
        since=row.first or row.day,
        found=row.found,
    )
