"""Two sides on one axis: encounters, statements, acts, positions and commitments as marks in lanes."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from depeche.dossier.dossier import Dossier, Stance, Warmth
from depeche.dossier.timeline import Entry
from depeche.ledger.facts import Fact
from depeche.ontology import goldstein
from depeche.web.views.axis import LENGTH, Axis, axis

Lane = Literal["encounters", "statements", "agreements", "frictions", "commitments"]
LANES: tuple[Lane, ...] = ("encounters", "statements", "agreements", "frictions", "commitments")
MOST = 150  # marks that are drawn, the newest
_FRIENDLY = ("supports", "welcomes")
_MONTHS = 60  # bars of months; a longer time is told by years
_HALF = 60  # height of a bar at most, in units of the drawing


class Point(msgspec.Struct, frozen=True):
    """What was on a day, in its lane, with the facts that tell it; `number` names it on the page."""

    number: int
    lane: Lane
    day: str
    x: float
    facts: tuple[Fact, ...]
    planned: bool


class Line(msgspec.Struct, frozen=True):
    """The axis and its points, the earliest first; `more` where there are earlier ones that are not drawn."""

    axis: Axis | None
    points: tuple[Point, ...]
    more: bool


class Bar(msgspec.Struct, frozen=True):
    """A month's or year's warmth as two bars from the middle line; heights in units of the drawing."""

    warmth: Warmth
    x: float
    width: float
    up: float
    down: float


def line(entries: Iterable[Entry], dossier: Dossier) -> Line:
    """The points of a timeline and of what both said, each in its lane."""
    found = sorted(_placed(entries, dossier), key=lambda one: (one[1], one[0], one[2][0].id))
    drawn = found[-MOST:]
    along = axis([day for _, day, _, _ in drawn])
    points = tuple(
        Point(number, lane, day, along.at(day), facts, planned)
        for number, (lane, day, facts, planned) in enumerate(drawn, 1)
        if along
    )
    return Line(along, points, len(found) > len(drawn))


def _placed(entries: Iterable[Entry], dossier: Dossier) -> Iterator[tuple[Lane, str, tuple[Fact, ...], bool]]:
    for entry in entries:
        day = _whole(entry.day)
        if day:
            planned = entry.facts[0].row.get("status") == "planned"
            yield _lane(entry), day, entry.facts, planned
    for said in dossier.said.values():
        for one in said:
            day = _whole(one.day)
            if day:
                yield "statements", day, one.facts, False


def _lane(entry: Entry) -> Lane:
    row = entry.facts[0].row
    if entry.kind == "encounter":
        return "encounters"
    if entry.kind == "commitment":
        return "commitments"
    if entry.kind == "position":
        return "agreements" if row["stance"] in _FRIENDLY else "frictions"
    return "frictions" if goldstein().get(row["cameo"], 0.0) < 0 else "agreements"


def _whole(day: str | None) -> str | None:
    """A day that can be placed; None for a date of which the day is not known."""
    return day if day and len(day) == 10 else None


def bars(months: tuple[Warmth, ...], years: tuple[Warmth, ...]) -> tuple[Bar, ...]:
    """The bars of all months from the first to the last, or of the years where that were too many, side by side."""
    warmths = _whole_months(months)
    if len(warmths) > _MONTHS:
        told = {one.when: one for one in years}
        ends = range(int(years[0].when), int(years[-1].when) + 1)
        warmths = tuple(told.get(str(year), Warmth(str(year), 0.0, 0.0, 0)) for year in ends)
    most = max((max(one.cooperative, -one.conflictual) for one in warmths), default=0.0) or 1.0
    step = LENGTH / max(1, len(warmths))
    return tuple(
        Bar(
            one,
            round(number * step, 1),
            round(step * 0.8, 1),
            round(_HALF * one.cooperative / most, 1),
            round(_HALF * -one.conflictual / most, 1),
        )
        for number, one in enumerate(warmths)
    )


def _whole_months(months: tuple[Warmth, ...]) -> tuple[Warmth, ...]:
    """The same with the months between in which nothing was done."""
    if not months:
        return ()
    told = {one.when: one for one in months}
    first, last = (12 * int(one.when[:4]) + int(one.when[5:]) - 1 for one in (months[0], months[-1]))
    names = (f"{number // 12}-{number % 12 + 1:02}" for number in range(first, last + 1))
    return tuple(told.get(name, Warmth(name, 0.0, 0.0, 0)) for name in names)


def grid(dossier: Dossier) -> tuple[tuple[str, ...], dict[tuple[str, str], dict[str, list[Stance]]]]:
    """The years told of, and for each issue and side its stances by year; what is of no issue comes last."""
    rows: dict[tuple[str, str], dict[str, list[Stance]]] = {}
    for stance in _all(dossier.stances):
        if stance.day:
            row = rows.setdefault((stance.issue or "", stance.holder), {})
            row.setdefault(stance.day[:4], []).append(stance)
    years = tuple(sorted({year for row in rows.values() for year in row}))
    ordered = sorted(rows, key=lambda key: (key[0] == "", key))
    return years, {key: rows[key] for key in ordered}


def _all(stances: Iterable[Stance]) -> Iterator[Stance]:
    """Stances and those that they turned from, each once."""
    seen: set[int] = set()
    for one in stances:
        now: Stance | None = one
        while now is not None:
            if now.facts[0].id not in seen:
                seen.add(now.facts[0].id)
                yield now
            now = now.turned
