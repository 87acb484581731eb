"""The signs by which the contents of two rows are known to be one, also across languages."""

from bisect import bisect_left, bisect_right
from functools import cache, cached_property

from depeche.ledger.words import stems
from depeche.record import Record, Row, Span, Statement

_SHORTEST = 4  # letters of a stem that tells something
_ALIKE = 0.4  # share of the fewer signs from which contents are one
_FEWEST = 2  # signs in common

Signs = frozenset[str]


class Signed:
    """A record with the signs of its passages: the sides and acts in them, which all languages share, and the stems."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._ties: list[tuple[Span, int]] = []
        self.common = cache(self._common_of)
        self.words = cache(self._words_of)
        self.tied = cache(self._tied_to)

    def tie(self, row: Row, number: int) -> None:
        """Note that a row tells the same as the one of the other record that is tied by the same number."""
        self._ties += [(span, number) for span in row.evidence]

    def _tied_to(self, row: Row) -> frozenset[int]:
        """The ties within the words of a row and its cue."""
        start, end = content(row)
        spans = ((start, end), *row.evidence)
        return frozenset(
            tie for span, tie in self._ties if any(a < span[1] and span[0] < b for a, b in spans)
        )

    @cached_property
    def _signs(self) -> list[tuple[int, str]]:
        """Where a sign stands that does not hang on the language: codes, frames of acts, dates."""
        record = self.record
        found = [
            (span[0], f"side {name.code}") for name in record.names if name.code for span in name.evidence
        ]
        found += [(event.evidence[0][0], f"act {event.frame}") for event in record.events if event.frame]
        found += [(date.evidence[0][0], f"date {date.value}") for date in record.dates if date.value]
        return sorted(found)

    def _common_of(self, span: Span) -> Signs:
        """The signs within a span that all languages share."""
        low = bisect_left(self._signs, (span[0], ""))
        return frozenset(sign for _, sign in self._signs[low : bisect_right(self._signs, (span[1], ""))])

    def _words_of(self, span: Span) -> Signs:
        """The stems of the words of a span."""
        found = stems(self.record.words(span), self.record.document.language).split()
        return frozenset(stem for stem in found if len(stem) >= _SHORTEST or stem.isdecimal())


def content(row: Row) -> Span:
    """The characters that hold what a row tells."""
    if isinstance(row, Statement) and row.content:
        return row.content
    return row.evidence[0][0], max(end for _, end in row.evidence)


def alike(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """How far the contents of two rows agree, from 0 to 1; below a threshold 0."""
    here, there = content(this), content(that)
    if one.record.words(here) == other.record.words(there):
        return 1.0
    common = _share(one.common(here), other.common(there))
    if one.record.document.language != other.record.document.language:
        return common
    return max(common, _share(one.words(here), other.words(there)))


def _share(one: Signs, other: Signs) -> float:
    shared = len(one & other)
    part = shared / max(1, min(len(one), len(other)))
    return part if shared >= _FEWEST and part >= _ALIKE else 0.0
