"""Bringing occurrences up to the reports of them: what was found, and what users ruled."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, select, update

from depeche.ledger import rulings
from depeche.ledger.linking.arranging import Group, Key, Pair, arranged
from depeche.ledger.linking.report import Report
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import FACTS, PER_DISPATCH, marked, occurrences, of_dispatch, reports

_TABLES = ("encounters", "events")
FIRST = "the first report"
_BLANK = {"what": "", "first": None, "last": None, "status": None, "reports": 0}
_STATUSES = ("held", "past-cited", "occurred", "cancelled", "denied", "planned", "called-for")


def _told(kind: str) -> Prepared:
    facts = FACTS[kind].c
    what = facts.kind if kind == "encounters" else facts.cameo
    told = select(facts.id, facts.dispatch, facts.first, facts.last, facts.status, what.label("what"))
    return Prepared(told.where(among(facts.id, "facts")))


_FACTS = {kind: _told(kind) for kind in _TABLES}
_FOUND = Prepared(
    select(reports).where(or_(among(reports.c.found, "founds"), among(reports.c.occurrence, "gone")))
)
_OF_FACTS = Prepared(
    select(reports).where(reports.c.kind == bindparam("kind"), among(reports.c.fact, "facts"))
)
_KNOWN = Prepared(select(occurrences.c.id).where(among(occurrences.c.id, "numbers")))
_GONE = Prepared(delete(occurrences).where(occurrences.c.id == bindparam("number")))
_SUMMARISED = ("what", "first", "last", "status", "reports")
_NEW = Prepared(insert(occurrences), "id", "kind", *_SUMMARISED)
_FIRST = Prepared(insert(reports), "kind", "fact", "dispatch", "occurrence", "found", "reason")
_SUMMARY = Prepared(
    update(occurrences)
    .where(occurrences.c.id == bindparam("number"))
    .values({name: bindparam(name) for name in _SUMMARISED})
)


def own_key(kind: str, fact: int) -> int:
    """The number of the occurrence of which a report is the earliest."""
    return 2 * fact + _TABLES.index(kind)


def begin(connection: Connection, firsts: Collection[Report]) -> None:
    """Write the reports of what nobody told of before, and the occurrences that they are."""
    _NEW.run(connection, (_summary([report]) | _home(report) for report in firsts))
    _FIRST.run(connection, (_home(report) | _key(report) for report in firsts))


def _home(report: Report) -> dict[str, Any]:
    number = own_key(report.table, report.fact)
    return {"id": number, "kind": report.table, "occurrence": number, "found": number}


def _key(report: Report) -> dict[str, Any]:
    return {"fact": report.fact, "dispatch": report.dispatch, "reason": FIRST}


def ruled(connection: Connection) -> bool:
    """Whether users ruled of any two reports."""
    return bool(rulings.standing(connection, "occurrences"))


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
    _GONE.run(connection, ({"number": number} for number in sorted(old - now.keys())))
    _summarise(connection, now)


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
    tied: set[Key] = set()
    while True:
        # Few reports repeat an encounter: asked for the others, SQLite would look through all of them.
        every = [*_FOUND.rows(connection, founds=founds, gone=gone), *_chosen(connection, tied)]
        rows = list({(row.kind, row.fact): row for row in every if row.encounter is None}.values())
        there = {(row.kind, row.fact) for row in rows}
        met = {key for pair in verdicts if not pair.isdisjoint(there) for key in pair}
        more = {row.found for row in rows} - founds, {row.occurrence for row in rows} - gone, met - tied
        if not any(more):
            return rows
        founds, gone, tied = founds | more[0], gone | more[1], tied | more[2]


def _chosen(connection: Connection, which: set[Key]) -> Iterator[Any]:
    """The reports of these keys."""
    for kind in _TABLES:
        facts = [fact for its, fact in which if its == kind]
        if facts:
            yield from _OF_FACTS.rows(connection, kind=kind, facts=facts)


def _make(connection: Connection, now: dict[int, Group]) -> None:
    known = {row.id for row in _KNOWN.rows(connection, numbers=now)}
    _NEW.run(
        connection,
        (
            _BLANK | {"id": number, "kind": group.members[0][0][0]}
            for number, group in now.items()
            if number not in known
        ),
    )


def _move(connection: Connection, key: Key, number: int, ruled: str | None) -> None:
    """Give a report, and the event that its sentence tells too, to an occurrence."""
    kind, fact = key
    r = reports.c
    mine = and_(r.kind == kind, r.fact == fact)
    if kind == "encounters":
        near = of_dispatch(r.fact, fact // PER_DISPATCH)
        mine = or_(mine, and_(r.kind == "events", near, r.encounter == fact))
    connection.execute(update(reports).where(mine).values(occurrence=number, ruled=ruled))


def _summarise(connection: Connection, now: dict[int, Group]) -> None:
    """Bring the rows of occurrences up to their reports."""
    told: dict[Key, Any] = {}
    for kind in _TABLES:
        facts = [fact for group in now.values() for (its, fact), _ in group.members if its == kind]
        if facts:
            told |= {(kind, row.id): row for row in _FACTS[kind].rows(connection, facts=facts)}
    _SUMMARY.run(
        connection,
        (
            _summary([told[key] for key, _ in group.members]) | {"number": number}
            for number, group in now.items()
        ),
    )


def _summary(rows: Sequence[Any]) -> dict[str, Any]:
    """What the row of an occurrence says, of its reports, the earliest first."""
    first, last = _best_days(rows)
    return {
        "what": rows[0].what,
        "first": first,
        "last": last,
        "status": _status({row.status for row in rows}),
        "reports": len({row.dispatch for row in rows}),
    }


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
