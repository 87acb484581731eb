"""Encounters of two sides: each occurrence once, by the level of who met."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, and_, select

from depeche.dossier.dossier import LEVELS, Level, Meeting
from depeche.ledger.linking.report import shifted
from depeche.ledger.relations import ASKED, Fact, Period, by_number, shared
from depeche.ledger.schema import encounters, people, reports

_MANY = 3  # encounters shown for each level
_READ = 50  # encounters that are read at once
_STALE = 365  # days after which a plan without a day is no longer to come
_HEADS = ("head of state", "head of government", "monarch")
_MINISTERS = ("foreign minister", "defence minister", "minister", "deputy head of government")
_TOLD = ("date", "place", "status")
_OVER = ("held", "past-cited")
_ROLES = [("participant", "participant")]

Told = tuple[str | None, str | None, str | None]  # the status, the last day it may be on, and its day


class Outline(msgspec.Struct, frozen=True):
    """An encounter before it is looked at closely: its reports by number, and how each tells it."""

    facts: tuple[int, ...]
    told: tuple[Told, ...]


def outlines(connection: Connection, one: str, other: str, period: Period) -> list[Outline]:
    """The encounters in which both sides have a part, those with the newest reports first."""
    e = encounters.c
    near = shared(connection, "encounters", one, other, period, roles=_ROLES).subquery()
    rows = (
        select(e.id, reports.c.occurrence, e.status, e.last, near.c.day)
        .join(near, near.c.fact == e.id)
        .outerjoin(reports, and_(reports.c.kind == "encounters", reports.c.fact == e.id))
        .order_by(near.c.day.desc().nulls_last(), e.id)
    )
    groups: dict[int, list[tuple[int, Told]]] = {}
    for key, occurrence, *told in connection.execute(rows):
        group = groups.setdefault(-key if occurrence is None else occurrence, [])
        group.append((key, (told[0], told[1], told[2])))
    return [Outline(*zip(*group, strict=True)) for group in groups.values()]


def meetings(connection: Connection, found: Sequence[Outline], pair: tuple[str, str]) -> list[Meeting]:
    """Encounters in full, the newest first."""
    facts = by_number(connection, "encounters", [key for outline in found for key in outline.facts])
    roles = _roles(connection, sorted({fact.dispatch for fact in facts.values()}))
    met = [_meeting([facts[key] for key in outline.facts], roles, pair) for outline in found]
    return sorted(met, key=lambda meeting: meeting.day or "", reverse=True)


def last(
    connection: Connection, found: Sequence[Outline], pair: tuple[str, str], day: str | None
) -> tuple[Meeting, ...]:
    """The last encounters at each level, the highest level first; only as many are read as are needed."""
    over = [outline for outline in found if any(status in _OVER for status, _, _ in outline.told)]
    held: list[Meeting] = []
    for start in range(0, len(over), _READ):
        met = meetings(connection, over[start : start + _READ], pair)
        held += [meeting for meeting in met if (meeting.day or "") <= (day or "9")]
        if all(len(_of(held, level)) >= _MANY for level in LEVELS):
            break
    return tuple(meeting for level in LEVELS for meeting in _of(held, level)[:_MANY])


def coming(
    connection: Connection, found: Sequence[Outline], pair: tuple[str, str], day: str | None
) -> tuple[Meeting, ...]:
    """What is planned and not over, the next first."""
    may_come = [outline for outline in found if any(_may_come(told, day) for told in outline.told)]
    met = meetings(connection, may_come, pair)
    planned = [meeting for meeting in met if meeting.status == "planned" and not _is_past(meeting, day)]
    return tuple(sorted(planned, key=lambda meeting: meeting.day or "9"))


def _of(met: Sequence[Meeting], level: Level) -> list[Meeting]:
    return [meeting for meeting in met if meeting.level == level]


def _may_come(told: Told, day: str | None) -> bool:
    status, last_day, on = told
    ends = last_day or (on and shifted(on, _STALE))
    return status == "planned" and not (day and ends and ends < day)


def _is_past(meeting: Meeting, day: str | None) -> bool:
    """Whether a plan's days are over; one without a day is given up a year after it was told."""
    last_day = meeting.facts[0].row["last"] or (meeting.day and shifted(meeting.day, _STALE))
    return bool(day and last_day and last_day < day)


def _meeting(group: list[Fact], roles: dict[tuple[int, str], str], pair: tuple[str, str]) -> Meeting:
    """One encounter from all its reports: of what they tell otherwise the commonest, then the newest."""
    status = next((one for one in (*_OVER, "cancelled", "planned") if one in _values(group, "status")), None)
    reports = [fact for fact in group if fact.row["status"] == status] or group
    best = {column: _commonest(reports, column) for column in ("date", "place", "kind", "forum")}
    persons = max((tuple(fact.row["participants"]) for fact in reports), key=len)
    dated = next((fact for fact in reports if fact.row["date"] == best["date"]), reports[0])
    sides = max((fact.row["states"] for fact in group), key=len)
    return Meeting(
        level=_level(
            {roles.get((fact.dispatch, name), "") for fact in group for name in fact.row["participants"]}
        ),
        kind=best["kind"] or "meeting",
        day=dated.day,
        date=best["date"],
        place=best["place"],
        persons=persons,
        sides=tuple(sorted(sides, key=lambda side: (side not in pair, side))),
        forum=best["forum"],
        status=status,
        facts=tuple(reports),
        differing={column: tuple(told) for column in _TOLD[:2] if len(told := _values(reports, column)) > 1},
    )


def _values(group: Iterable[Fact], column: str) -> list[str]:
    return sorted({fact.row[column] for fact in group if fact.row[column]})


def _commonest(group: Iterable[Fact], column: str) -> str | None:
    told = Counter(fact.row[column] for fact in group if fact.row[column])
    return max(sorted(told), key=lambda value: told[value], default=None)


def _level(roles: set[str]) -> Level:
    if any(role.startswith(_HEADS) for role in roles):
        return "heads"
    return "ministers" if any(role.startswith(_MINISTERS) for role in roles) else "others"


def _roles(connection: Connection, which: Sequence[int]) -> dict[tuple[int, str], str]:
    """The roles of persons, by dispatch and name."""
    p = people.c
    found = select(p.dispatch, p.name, p.role).where(p.role.is_not(None))
    return {
        (row.dispatch, row.name): row.role
        for start in range(0, len(which), ASKED)
        for row in connection.execute(found.where(p.dispatch.in_(which[start : start + ASKED])))
    }
