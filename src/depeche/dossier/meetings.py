"""Encounters of two sides: each once with all its reports, by the level of who met."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from depeche.dossier.dossier import LEVELS, Level, Meeting
from depeche.dossier.persons import Named, Persons, same
from depeche.dossier.weight import between
from depeche.ledger.facts import Fact
from depeche.ledger.linking.places import agree, place
from depeche.ledger.linking.report import shifted

ROLES = [("participant", "participant")]  # of both sides in an encounter of the two
_MANY = 3  # encounters shown for each level
_STALE = 365  # days after which a plan without a day is no longer to come, and one that is past is forgotten
_HEADS = ("head of state", "head of government", "monarch")
_MINISTERS = ("foreign minister", "defence minister", "minister", "deputy head of government")
_OVER = ("held", "past-cited")


def meetings(facts: Iterable[Fact], persons: Persons, pair: tuple[str, str]) -> list[Meeting]:
    """All encounters that facts tell of, the newest first."""
    groups: dict[int, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.occurrence if fact.occurrence is not None else -fact.id, []).append(fact)
    found = [_meeting(group, persons, pair) for group in groups.values()]
    found.sort(key=lambda meeting: (meeting.day or "", meeting.facts[0].id), reverse=True)
    return list(_folded(found))


def last(met: Iterable[Meeting], day: str | None) -> tuple[Meeting, ...]:
    """The last encounters at each level, the highest level first."""
    held = [meeting for meeting in met if is_held(meeting) and (meeting.day or "") <= (day or "9")]
    return tuple(meeting for level in LEVELS for meeting in _of(held, level)[:_MANY])


def coming(met: Iterable[Meeting], day: str | None) -> tuple[Meeting, ...]:
    """What is planned and not over, the next first; what has no day comes last."""
    planned = [meeting for meeting in met if meeting.status == "planned" and not _is_past(meeting, day)]
    return tuple(sorted(planned, key=lambda meeting: (meeting.date is None, meeting.day or "9")))


def lapsed(met: Iterable[Meeting], day: str | None) -> tuple[Meeting, ...]:
    """What was cancelled, and what was planned for a day of the last year and is not told to have been."""
    return tuple(
        meeting
        for meeting in met
        if (meeting.status == "cancelled" or (meeting.status == "planned" and _is_past(meeting, day)))
        and (between(meeting.day, day) or 0) <= _STALE
    )


def is_held(meeting: Meeting) -> bool:
    """Whether it took place, and it is told who met, or on which day and where."""
    known = meeting.persons or (meeting.date and (meeting.place or meeting.forum))
    return meeting.status in _OVER and bool(known)


def _of(met: Sequence[Meeting], level: Level) -> list[Meeting]:
    return [meeting for meeting in met if meeting.level == level]


def _is_past(meeting: Meeting, day: str | None) -> bool:
    """Whether a plan's days are over; one without a day is given up a year after it was told."""
    last_day = meeting.facts[0].row["last"] or (meeting.day and shifted(meeting.day, _STALE))
    return bool(day and last_day and last_day < day)


def _meeting(group: list[Fact], persons: Persons, pair: tuple[str, str]) -> Meeting:
    """One encounter from all its reports: of what they tell otherwise the commonest, then the newest."""
    status = next((one for one in (*_OVER, "cancelled", "planned") if one in _values(group, "status")), None)
    reports = [fact for fact in group if fact.row["status"] == status] or group
    best = {column: _commonest(reports, column) for column in ("date", "place", "kind", "forum")}
    who = [[persons.one(fact.dispatch, name) for name in fact.row["participants"]] for fact in reports]
    fullest = max(who, key=len)
    dated = next((fact for fact in reports if fact.row["date"] == best["date"]), reports[0])
    sides = max((fact.row["states"] for fact in group), key=len)
    return Meeting(
        level=_level({role for some in who for one in some for role in (one.role or "").split("; ")}),
        kind=best["kind"] or "meeting",
        day=dated.day,
        date=best["date"],
        place=best["place"],
        persons=tuple(_once(fullest)),
        sides=tuple(sorted(sides, key=lambda side: (side not in pair, side))),
        forum=best["forum"] or _commonest(reports, "margins_of"),
        status=status,
        facts=tuple(reports),
        differing=_differing(reports),
    )


def _once(some: Iterable[Named]) -> Iterator[Named]:
    known: list[Named] = []
    for one in some:
        if not any(same(one, other) for other in known):
            known.append(one)
            yield one


def _values(group: Iterable[Fact], column: str) -> list[str]:
    return sorted({fact.row[column] for fact in group if fact.row[column]})


def _commonest(group: Iterable[Fact], column: str) -> str | None:
    told = Counter(fact.row[column] for fact in group if fact.row[column])
    return max(sorted(told), key=lambda value: told[value], default=None)


def _differing(reports: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    """What the reports tell otherwise; the names of one place in two languages are no other place."""
    found = {"date": _values(reports, "date"), "place": _values(reports, "place")}
    known = [place(fact.row["place"], fact.language) for fact in reports]
    if not any(agree(one, other) is False for one in known for other in known):
        found["place"] = []
    return {column: tuple(told) for column, told in found.items() if len(told) > 1}


def _level(roles: set[str]) -> Level:
    if not roles.isdisjoint(_HEADS):
        return "heads"
    return "ministers" if not roles.isdisjoint(_MINISTERS) else "others"


def _folded(found: Sequence[Meeting]) -> Iterator[Meeting]:
    """The encounters without those that another of the day tells better.

    One of the same persons is the same; one that names nobody (a signing, a delegation's talks) is a part of it.
    """
    days: dict[str, list[Meeting]] = {}
    for meeting in found:
        days.setdefault(meeting.day or "", []).append(meeting)
    for meeting in found:
        others = [
            one for one in days[meeting.day or ""] if one is not meeting and one.status == meeting.status
        ]
        if not any(_tells(one, meeting) for one in others):
            yield meeting


def _tells(one: Meeting, other: Meeting) -> bool:
    """Whether an encounter of the day tells all that the other does."""
    if not other.persons:
        return bool(one.persons) and set(one.sides) >= set(other.sides)
    if len(other.persons) > len(one.persons):
        return False
    within = all(any(same(person, its) for its in one.persons) for person in other.persons)
    return within and _better(one) > _better(other)


def _better(meeting: Meeting) -> tuple[int, int, bool, int]:
    return len(meeting.persons), len(meeting.facts), meeting.date is not None, -meeting.facts[0].id
