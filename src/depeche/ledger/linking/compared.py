"""Reports with all that is compared of them: their persons by side, and the times in their sentences."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from depeche.ledger.facts import Fact
from depeche.ledger.linking.differing import Telling
from depeche.ledger.linking.telling import persons
from depeche.ledger.schema import dates, dispatches, of_dispatch
from depeche.record import Span


def tellings(connection: Connection, facts: Sequence[Fact]) -> Iterator[Telling]:
    """Encounters or events as they are compared."""
    which = {fact.dispatch for fact in facts}
    who = persons(connection, which)
    times = _times(connection, which)
    for fact in facts:
        by_side: dict[str, set[int]] = {}
        for name in fact.row.get("participants") or ():
            person, side = who.get((fact.dispatch, name), (None, None))
            if person is not None and side is not None:
                by_side.setdefault(side, set()).add(person)
        sets = {side: frozenset(those) for side, those in by_side.items()}
        yield Telling(fact, sets, tuple(times.get(fact.dispatch, ())))


def _times(connection: Connection, which: set[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    d = dispatches.c
    query = select(dates.c.dispatch, dates.c.evidence).join(dispatches, of_dispatch(dates.c.id, d.id))
    query = query.where(d.id.in_(which))
    for dispatch, evidence in connection.execute(query):
        found.setdefault(dispatch, []).extend((start, end) for start, end in evidence)
    return found
