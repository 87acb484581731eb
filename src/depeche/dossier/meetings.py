"""Encounters of two sides: each occurrence once, by the level of who met."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from depeche.dossier.dossier import LEVELS, Level, Meeting
from depeche.ledger.linking.report import shifted
from depeche.ledger.relations import Fact, Period, between
from depeche.ledger.schema import people

_MANY = 3  # encounters shown for each level
_STALE = 365  # days after which a plan without a day is no longer to come
_HEADS = ("head of state", "head of government", "monarch")
_MINISTERS = ("foreign minister", "defence minister", "minister", "deputy head of government")
_TOLD = ("date", "place", "status")
_OVER = ("held", "past-cited")


def meetings(connection: Connection, one: str, other: str, period: Period) -> list[Meeting]:
    """All encounters in which both sides have a part, the newest first."""
    facts = between(connection, "encounters", one, other, period, roles=[("participant", "participant")])
    roles = _roles(connection, {fact.dispatch for fact in facts})
    groups: dict[int, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.occurrence if fact.occurrence is not None else -fact.id, []).append(fact)
    found = [_meeting(group, roles, (one, other)) for group in groups.values()]
    return sorted(found, key=lambda meeting: meeting.day or "", reverse=True)


def last(met: Iterable[Meeting], day: str | None) -> tuple[Meeting, ...]:
    """The last encounters at each level, the highest level first."""
    held = [meeting for meeting in met if meeting.status in _OVER and (meeting.day or "") <= (day or "9")]
    return tuple(meeting for level in LEVELS for meeting in _of(held, level)[:_MANY])


def coming(met: Iterable[Meeting], day: str | None) -> tuple[Meeting, ...]:
    """What is planned and not over, the next first."""
    planned = [meeting for meeting in met if meeting.status == "planned" and not _is_past(meeting, day)]
    return tuple(sorted(planned, key=lambda meeting: meeting.day or "9"))


def _of(met: Sequence[Meeting], level: Level) -> list[Meeting]:
    return [meeting for meeting in met if meeting.level == level]


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


def _roles(connection: Connection, which: set[int]) -> dict[tuple[int, str], str]:
    """The roles of persons, by dispatch and name."""
    columns = (people.c.dispatch, people.c.name, people.c.role)
    found = select(*columns).where(people.c.dispatch.in_(which), people.c.role.is_not(None))
    return {(row.dispatch, row.name): row.role for row in connection.execute(found)}
