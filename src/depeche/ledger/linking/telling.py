"""Reading what dispatches report from their rows."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from depeche.ledger.linking.places import place
from depeche.ledger.linking.report import Report, Table, window
from depeche.ledger.schema import FACTS, attestations, dispatches, people

# The columns that a report is made of.
_OWN = ("id", "dispatch", "first", "last", "place", "status")
_TOLD: dict[Table, tuple[str, ...]] = {
    "encounters": (*_OWN, "kind", "states", "participants", "forum"),
    "events": (*_OWN, "cameo", "source", "target", "symmetric"),
}
CONSULTED = "04"  # events of meeting are told by encounters


def read(connection: Connection, table: Table, condition: Any) -> Iterator[Report]:
    """The reports of a table that fulfil a condition, by their number."""
    rows = connection.execute(_rows(table).where(condition).order_by(FACTS[table].c.id)).all()
    make = _encounter if table == "encounters" else _event
    who = persons(connection, {row.dispatch for row in rows}) if table == "encounters" else {}
    for row in rows:
        if table == "encounters" or not row.cameo.startswith(CONSULTED):
            yield make(row, who)


def _rows(table: Table) -> Select[Any]:
    facts = FACTS[table]
    day = dispatches.c.first.label("day")
    columns = (facts.c[name] for name in _TOLD[table])
    return select(*columns, day, dispatches.c.language).join(dispatches, dispatches.c.id == facts.c.dispatch)


def persons(connection: Connection, which: set[int]) -> dict[tuple[int, str], tuple[int, str | None]]:
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
