"""What the reports of one occurrence tell otherwise: days, places, participants, figures, and whether it was at all.

A report that tells less does not disagree: one without a place, one that names a month where another names a day,
one that leaves a minister out. Nor does a plan disagree with what came of it.
"""

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any, Literal

import msgspec

from depeche.ledger.days import days
from depeche.ledger.facts import Fact
from depeche.ledger.linking.figures import Figure, figures
from depeche.ledger.linking.places import agree, place
from depeche.record import Span

Column = Literal["date", "place", "participants", "sides", "figures", "status"]

_OVER = ("held", "past-cited", "occurred")
_OFF = ("cancelled", "denied")
_NEAR = 5  # how many times larger a figure may be that is told of the same matter in another language


class Told(msgspec.Struct, frozen=True):
    """What some reports tell, by their numbers."""

    value: str
    reports: tuple[int, ...]


class Difference(msgspec.Struct, frozen=True):
    """What is told otherwise by which reports."""

    column: Column
    told: tuple[Told, ...]


class Telling(msgspec.Struct, frozen=True):
    """A report as it is compared: the fact, its persons by side, and where its sentence tells times."""

    fact: Fact
    persons: dict[str, frozenset[int]] = {}
    times: tuple[Span, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of its sentences."""
        low = self.fact.quote[0]
        times = tuple((start - low, end - low) for start, end in self.times)
        return figures(self.fact.words, self.fact.language, but=times)


def differing(tellings: Iterable[Telling]) -> tuple[Difference, ...]:
    """What the reports of one occurrence disagree on."""
    every = sorted(tellings, key=lambda one: one.fact.id)
    over = [one for one in every if one.fact.row["status"] in _OVER] or every
    found = (
        _different("date", over, lambda one: one.fact.row["date"], _other_days),
        _different("place", over, lambda one: one.fact.row["place"], _other_places),
        _different("participants", over, _people, _other_persons),
        _different("sides", over, lambda one: "; ".join(sorted(_sides(one))), _other_sides),
        _different("status", every, lambda one: one.fact.row["status"], _other_status),
        _figures(over),
    )
    return tuple(difference for difference in found if difference)


def _different(
    column: Column,
    tellings: list[Telling],
    value: Callable[[Telling], str | None],
    other: Callable[[Telling, Telling], bool],
) -> Difference | None:
    """What is told otherwise of a column: the values of all reports with which some other disagrees."""
    pairs = [pair for pair in combinations(tellings, 2) if value(pair[0]) and value(pair[1]) and other(*pair)]
    told: dict[str, list[int]] = {}
    disagreeing = {one.fact.id for pair in pairs for one in pair}
    for one in tellings:
        if one.fact.id in disagreeing:
            told.setdefault(value(one) or "", []).append(one.fact.id)
    return Difference(column, tuple(Told(text, tuple(ids)) for text, ids in told.items())) if told else None


def _other_days(one: Telling, other: Telling) -> bool:
    first, last = days(one.fact.row["date"])
    begin, end = days(other.fact.row["date"])
    return bool(first and last and begin and end) and (
        (last or "") < (begin or "") or (end or "") < (first or "")
    )


def _other_places(one: Telling, other: Telling) -> bool:
    places = (place(each.fact.row["place"], each.fact.language) for each in (one, other))
    return agree(*places) is False


def _people(one: Telling) -> str | None:
    return ", ".join(one.fact.row.get("participants") or ()) or None


def _other_persons(one: Telling, other: Telling) -> bool:
    """Whether of some side each names somebody whom the other does not."""
    return any(
        one.persons[side] - other.persons[side] and other.persons[side] - one.persons[side]
        for side in one.persons.keys() & other.persons.keys()
    )


def _sides(one: Telling) -> set[str]:
    row = one.fact.row
    if one.fact.kind == "encounters":
        return set(row["states"])
    return {side for value in (row["source"], row["target"]) for side in (value or "").split("; ") if side}


def _other_sides(one: Telling, other: Telling) -> bool:
    ours, theirs = _sides(one), _sides(other)
    return bool(ours - theirs and theirs - ours)


def _other_status(one: Telling, other: Telling) -> bool:
    told = {one.fact.row["status"], other.fact.row["status"]}
    return not told.isdisjoint(_OVER) and not told.isdisjoint(_OFF)


def _figures(tellings: list[Telling]) -> Difference | None:
    """Figures of one matter that differ: of one noun in one language, of the only other figure in two."""
    told: dict[str, list[int]] = {}
    for one, other in combinations(tellings, 2):
        for mine, yours in _unlike(one, other):
            for telling, figure in ((one, mine), (other, yours)):
                ids = told.setdefault(figure.words, [])
                if telling.fact.id not in ids:
                    ids.append(telling.fact.id)
    return (
        Difference("figures", tuple(Told(text, tuple(ids)) for text, ids in told.items())) if told else None
    )


def _unlike(one: Telling, other: Telling) -> list[tuple[Figure, Figure]]:
    values: list[set[Any]] = [{figure.value for figure in each.figures} for each in (one, other)]
    ours = [figure for figure in one.figures if figure.value not in values[1]]
    theirs = [figure for figure in other.figures if figure.value not in values[0]]
    if one.fact.language == other.fact.language:
        return [(a, b) for a in ours for b in theirs if a.noun and a.noun == b.noun]
    if len(ours) == len(theirs) == 1 and _comparable(ours[0].value, theirs[0].value):
        return [(ours[0], theirs[0])]
    return []


def _comparable(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return low > 0 and high / low <= _NEAR
