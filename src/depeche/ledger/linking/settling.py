"""Bringing occurrences up to the reports of them: what was found, and what users ruled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from depeche.ledger import rulings
from depeche.ledger.linking.arranging import Group, Key, Pair, arranged
from depeche.ledger.schema import FACTS, marked, occurrences, reports

_TABLES = ("encounters", "events")
_STATUSES = ("held", "past-cited", "occurred", "cancelled", "denied", "planned", "called-for")


def own_key(kind: str, fact: int) -> int:
    """The number of the occurrence of which a report is the earliest."""
    return 2 * fact + _TABLES.index(kind)


def settle(connection: Connection, founds: Iterable[int], gone: Iterable[int] = ()) -> None:
    """Write the occurrences of reports anew, by the numbers as which they were found.

    `gone` are occurrences that have lost reports. All that rulings tie to them is written anew as well.
    """
    verdicts = _verdicts(connection)
    members = _members(connection, set(founds), set(gone), verdicts)
    old = {row.occurrence for row in members} | set(gone)
    now = {}
    by_key = {(row.kind, row.fact): row for row in members}
    for group in arranged({key: row.found for key, row in by_key.items()}, verdicts):
        now[own_key(*group.members[0][0])] = group
    _make(connection, now)
    for number, group in now.items():
        for key, ruled in group.members:
            row = by_key[key]
            if (row.occurrence, row.ruled) != (number, ruled):
                _move(connection, key, number, ruled)
    stale = old - now.keys()
    connection.execute(delete(occurrences).where(occurrences.c.id.in_(stale)))
    for number, group in now.items():
        _summarise(connection, number, group)


def _verdicts(connection: Connection) -> dict[Pair, str]:
    """What was ruled of which two reports of now, the latest ruling counting."""
    standing = rulings.standing(connection, "occurrences")
    if not standing:
        return {}
    facts: dict[str, list[Key]] = {}
    wanted = {mark for pair in standing for mark in pair}
    m = marked.c
    for row in connection.execute(select(m.kind, m.fact, m.mark).where(m.kind.in_(_TABLES))):
        if row.mark in wanted:
            facts.setdefault(row.mark, []).append((row.kind, row.fact))
    return {
        frozenset((one, other)): verdict
        for (left, right), verdict in standing.items()
        for one in facts.get(left, ())
        for other in facts.get(right, ())
        if one != other
    }


def _members(
    connection: Connection, founds: set[int], gone: set[int], verdicts: dict[Pair, str]
) -> Sequence[Any]:
    """The reports found as some numbers, and all others that they were or are to be put together with."""
    r = reports.c
    tied: set[Key] = set()
    while True:
        chosen = [
            and_(r.kind == kind, r.fact.in_({fact for its, fact in tied if its == kind})) for kind in _TABLES
        ]
        condition = or_(r.found.in_(founds), r.occurrence.in_(gone), *(chosen if tied else ()))
        # Few reports repeat an encounter: asked for the others, SQLite would look through all of them.
        rows = [row for row in connection.execute(select(reports).where(condition)) if row.encounter is None]
        there = {(row.kind, row.fact) for row in rows}
        met = {key for pair in verdicts if not pair.isdisjoint(there) for key in pair}
        more = {row.found for row in rows} - founds, {row.occurrence for row in rows} - gone, met - tied
        if not any(more):
            return rows
        founds, gone, tied = founds | more[0], gone | more[1], tied | more[2]


def _make(connection: Connection, now: dict[int, Group]) -> None:
    o = occurrences.c
    known = set(connection.execute(select(o.id).where(o.id.in_(now))).scalars())
    new = [
        {"id": number, "kind": group.members[0][0][0], "what": "", "reports": 0}
        for number, group in now.items()
        if number not in known
    ]
    if new:
        connection.execute(insert(occurrences), new)


def _move(connection: Connection, key: Key, number: int, ruled: str | None) -> None:
    """Give a report, and the event that its sentence tells too, to an occurrence."""
    kind, fact = key
    r = reports.c
    mine = and_(r.kind == kind, r.fact == fact)
    if kind == "encounters":
        mine = or_(mine, r.encounter == fact)
    connection.execute(update(reports).where(mine).values(occurrence=number, ruled=ruled))


def _summarise(connection: Connection, number: int, group: Group) -> None:
    """Bring the row of an occurrence up to its reports."""
    kind = group.members[0][0][0]
    facts = FACTS[kind]
    what = facts.c.kind if kind == "encounters" else facts.c.cameo
    found = select(facts.c.dispatch, facts.c.first, facts.c.last, facts.c.status, what.label("what"))
    rows = connection.execute(
        found.where(facts.c.id.in_([fact for (_, fact), _ in group.members])).order_by(facts.c.id)
    ).all()
    first, last = _best_days(rows)
    values = {
        "what": rows[0].what,
        "first": first,
        "last": last,
        "status": _status({row.status for row in rows}),
        "reports": len({row.dispatch for row in rows}),
    }
    connection.execute(update(occurrences).where(occurrences.c.id == number).values(values))


def _best_days(rows: Sequence[Any]) -> tuple[str | None, str | None]:
    """The days told most often, the most exact of them; the earliest told where they are even."""
    told = Counter((row.first, row.last) for row in rows if row.first and row.last)
    exact = [days for days in told if days[0] == days[1]] or list(told)
    return max(exact, key=lambda days: told[days], default=(None, None))


def _status(told: set[str | None]) -> str | None:
    """What has become of an occurrence: what is told last of all that can be told of it."""
    for status in _STATUSES:
        if status in told:
            return status
    return next(iter(sorted(filter(None, told))), None)
