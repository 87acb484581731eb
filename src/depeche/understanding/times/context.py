"""What an expression is resolved against: the publication, the clause's direction, what was said before."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

T = TypeVar("T")

# How much further away a candidate on the wrong side may seem, by how sure the direction is.
STRONG, WEAK, PRESENT, SLIGHT = 60.0, 12.0, 2.0, 1.5


class Direction(msgspec.Struct, frozen=True):
    """Where the clause points: -1 before the publication, 1 after, 0 unknown; `why` says by what."""

    sign: int = 0
    weight: float = SLIGHT
    why: str = ""


class Reference(msgspec.Struct, frozen=True):
    """The date of publication as far as it is known."""

    year: int
    day: dt.date | None

    @classmethod
    def of(cls, published: str | None) -> "Reference | None":
        """From an EDTF date; None where there is no year in it."""
        if published is None or not published[:4].isdigit():
            return None
        try:
            return cls(int(published[:4]), dt.date.fromisoformat(published[:10]))
        except ValueError:
            return cls(int(published[:4]), None)


class Said(msgspec.Struct, frozen=True):
    """A time that was resolved before: where it stands, in which paragraph, its first day and grain.

    `counted` are those that stand aside from the story: counted back ("ten days ago") or bounds.
    """

    start: int
    paragraph: int
    low: dt.date
    grain: str
    counted: bool = False


class Context(msgspec.Struct, frozen=True):
    """All that the meaning of one expression may depend on besides its words."""

    reference: Reference | None
    direction: Direction
    said: tuple[Said, ...] = ()
    paragraph: int = 0
    sentence: int = 0
    pinned: bool = False

    @property
    def today(self) -> dt.date | None:
        """The day of publication, where it is known to the day."""
        return self.reference.day if self.reference else None

    def last_day(self, *, near: bool) -> dt.date | None:
        """The last day told before, not after the publication's.

        With `near` it is of this paragraph, or of the one before and then not more than a week before the
        publication: further back, nobody says "in the evening".
        """
        for said in reversed(self.said):
            if near and said.paragraph < self.paragraph - 1:
                return None
            week = near and said.paragraph < self.paragraph
            reach = 7 if week else 1_000_000
            if said.grain == "day" and not said.counted and self._tellable(said.low, reach):
                return said.low
        return None

    def _tellable(self, day: dt.date, reach: int) -> bool:
        return self.today is None or 0 <= (self.today - day).days < reach

    def sentence_day(self) -> dt.date | None:
        """The last day told before in this sentence, not after the publication's."""
        days = [s.low for s in self.said if s.grain == "day" and s.start >= self.sentence]
        past = [day for day in days if self.today is None or day <= self.today]
        return past[-1] if past else None

    def last_of(self, *grains: str) -> dt.date | None:
        """The first day of the last time told before with one of these grains."""
        return next((said.low for said in reversed(self.said) if said.grain in grains), None)

    def pin(self, day: dt.date, sign: int) -> "Context":
        """The same, seen from another day, strictly in one direction (the day itself included)."""
        return msgspec.structs.replace(
            self,
            reference=Reference(day.year, day),
            direction=Direction(sign, 1e6, "the other end of the range"),
            pinned=True,
        )


def nearest(
    candidates: Iterable[T],
    ends: Callable[[T], tuple[dt.date, dt.date]],
    today: dt.date,
    direction: Direction,
) -> T | None:
    """The candidate with the least distance to `today`, those on the wrong side counting as further off."""
    best: tuple[float, T] | None = None
    for candidate in candidates:
        low, high = ends(candidate)
        cost = _cost((low - today).days, (high - today).days, direction)
        if best is None or cost < best[0]:
            best = (cost, candidate)
    return None if best is None else best[1]


def _cost(low: int, high: int, direction: Direction) -> float:
    if low <= 0 <= high:
        return 0.0
    distance, side = (low, 1) if low > 0 else (-high, -1)
    favoured = direction.sign or -1
    return float(distance) if side == favoured else distance * direction.weight + 0.1
