"""Occurrences: what several dispatches tell of alike, what they tell otherwise, and users' rulings on them."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, Select, exists, select

from depeche.errors import NotInLedger, UsageError
from depeche.ledger import marks, rulings
from depeche.ledger.days import days
from depeche.ledger.facts import Fact
from depeche.ledger.linking.compared import tellings
from depeche.ledger.linking.differing import Difference, differing
from depeche.ledger.linking.settling import settle
from depeche.ledger.listing import where
from depeche.ledger.period import Period
from depeche.ledger.schema import FACTS, marked, parties, reports
from depeche.ledger.schema import occurrences as table
from depeche.reading.published import check

Kind = Literal["encounters", "events"]
_AT_ONCE = 100  # occurrences looked through at a time


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which occurrences; everything that is given must hold.

    `actors` are codes, all of them in one report; `since` and `until` are days, months or years, ISO 8601, both
    included; `least` is the number of dispatches that tell of it; with `differing` only what they disagree on.
    """

    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: Kind | None = None
    least: int = 1
    differing: bool = False
    limit: int = 20
    offset: int = 0


class Report(msgspec.Struct, frozen=True):
    """A row that tells of an occurrence: by its number, and why it was joined."""

    id: int
    reason: str
    fact: Fact


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """What happened or is to happen, as all its reports tell it, the earliest dispatch first.

    `events` are those of meeting that the sentences of an encounter's reports tell as well.
    """

    id: int
    kind: Kind
    what: str
    first: str | None
    last: str | None
    status: str | None
    dispatches: int
    sides: tuple[str, ...]
    reports: tuple[Report, ...]
    events: tuple[Report, ...]
    differing: tuple[Difference, ...]


def occurrence(connection: Connection, number: int) -> Occurrence:
    """The occurrence of a number; NotInLedger where there is none."""
    found = _occurrences(connection, [number])
    if not found:
        raise NotInLedger(f"no occurrence {number} in this ledger; depeche occurrences list tells them")
    return found[0]


def listed(connection: Connection, wanted: Wanted) -> list[Occurrence]:
    """The occurrences that are wanted, the newest first; those without a day last."""
    if not wanted.differing:
        query = _query(wanted).limit(wanted.limit).offset(wanted.offset)
        return _occurrences(connection, connection.execute(query).scalars().all())
    numbers = connection.execute(_query(wanted)).scalars().all()
    found: list[Occurrence] = []
    for at in range(0, len(numbers), _AT_ONCE):
        found += [one for one in _occurrences(connection, numbers[at : at + _AT_ONCE]) if one.differing]
        if len(found) >= wanted.offset + wanted.limit:
            break
    return found[wanted.offset : wanted.offset + wanted.limit]


def merge(connection: Connection, numbers: Sequence[int]) -> Occurrence:
    """Rule that some occurrences are one, and say what it is now; kept when dispatches are read anew."""
    every = [occurrence(connection, number) for number in dict.fromkeys(numbers)]
    if len({one.kind for one in every}) > 1:
        raise UsageError("an encounter and an act are not one; merge encounters, or acts")
    first, *others = (_signed(connection, one) for one in every)
    pairs = [pair for other in others for pair in product(first.values(), other.values())]
    rulings.write(connection, "occurrences", "merge", pairs)
    _settle(connection, (first, *others), every[0].kind)
    return _of_report(connection, every[0].kind, min(first))


def split(connection: Connection, number: int, report: int) -> tuple[Occurrence, Occurrence]:
    """Rule that a report is of something else than the others of an occurrence; both as they are now."""
    given = occurrence(connection, number)
    signed = _signed(connection, given)
    if report not in signed:
        raise UsageError(f"occurrence {number} has no report {report}; see depeche occurrences show {number}")
    rest = {fact: mark for fact, mark in signed.items() if fact != report}
    if not rest:
        raise UsageError(f"occurrence {number} has that report alone; there is nothing to split")
    rulings.write(connection, "occurrences", "split", [(signed[report], mark) for mark in rest.values()])
    _settle(connection, [signed], given.kind)
    return _of_report(connection, given.kind, report), _of_report(connection, given.kind, min(rest))


def withdraw(connection: Connection, ruling: rulings.Ruling) -> None:
    """Put together anew the occurrences of a ruling that was taken out."""
    r, m = reports.c, marked.c
    bearers = select(r.found).join(marked, (m.kind == r.kind) & (m.fact == r.fact))
    founds = connection.execute(bearers.where(m.mark.in_({*ruling.one, *ruling.other}))).scalars()
    settle(connection, set(founds))


def _signed(connection: Connection, one: Occurrence) -> dict[int, str]:
    """The marks of the reports of an occurrence."""
    return marks.note(connection, one.kind, [each.id for each in one.reports])


def _settle(connection: Connection, signed: Iterable[dict[int, str]], kind: Kind) -> None:
    facts = [fact for each in signed for fact in each]
    r = reports.c
    founds = connection.execute(select(r.found).where(r.kind == kind, r.fact.in_(facts))).scalars()
    settle(connection, set(founds))


def _of_report(connection: Connection, kind: Kind, fact: int) -> Occurrence:
    r = reports.c
    number = connection.execute(select(r.occurrence).where(r.kind == kind, r.fact == fact)).scalar_one()
    return occurrence(connection, number)


def _query(wanted: Wanted) -> Select[Any]:
    o, r, p = table.c, reports.c, parties.c
    query = select(o.id).where(o.reports >= (2 if wanted.differing else wanted.least))
    for actor in wanted.actors:
        told = (r.occurrence == o.id, p.dispatch == r.dispatch, p.kind == r.kind, p.fact == r.fact)
        query = query.where(exists().where(*told, p.code == actor))
    if wanted.kind:
        query = query.where(o.kind == wanted.kind)
    if wanted.since:
        query = query.where(o.last >= days(check(wanted.since))[0])
    if wanted.until:
        query = query.where(o.first <= days(check(wanted.until))[1])
    return query.order_by(o.first.desc().nulls_last(), o.id)


def _occurrences(connection: Connection, numbers: Sequence[int]) -> list[Occurrence]:
    """The occurrences of some numbers, in their order."""
    rows = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(numbers)))}
    told = _reports(connection, numbers)
    return [_made(connection, rows[number], told[number]) for number in numbers if number in rows]


def _reports(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Report]]:
    r = reports.c
    rows = connection.execute(select(reports).where(r.occurrence.in_(numbers))).all()
    why = {(row.kind, row.fact): row.ruled or row.reason for row in rows}
    found: dict[int, list[Report]] = {number: [] for number in numbers}
    kinds: tuple[Kind, Kind] = ("encounters", "events")
    for kind in kinds:
        ids = [row.fact for row in rows if row.kind == kind]
        for fact in where(connection, kind, FACTS[kind].c.id.in_(ids), Period()) if ids else ():
            if fact.occurrence is not None:
                found[fact.occurrence].append(Report(fact.id, why[kind, fact.id], fact))
    return {number: sorted(told, key=lambda one: (one.fact.kind, one.id)) for number, told in found.items()}


def _made(connection: Connection, row: Row[Any], told: list[Report]) -> Occurrence:
    own = [one.fact for one in told if one.fact.kind == row.kind]
    events = tuple(one for one in told if one.fact.kind != row.kind)
    sides = {side for fact in own for side in _sides(fact)}
    return Occurrence(
        id=row.id,
        kind=row.kind,
        what=row.what,
        first=row.first,
        last=row.last,
        status=row.status,
        dispatches=row.reports,
        sides=tuple(sorted(sides)),
        reports=tuple(one for one in told if one not in events),
        events=events,
        differing=differing(tellings(connection, own)) if row.reports > 1 else (),
    )


def _sides(fact: Fact) -> list[str]:
    if fact.kind == "encounters":
        return list(fact.row["states"])
    return [
        side
        for value in (fact.row["source"], fact.row["target"])
        for side in (value or "").split("; ")
        if side
    ]
