"""A text cut into segments: the longest stretches in which no mark begins or ends."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

import msgspec

from depeche.record import Span
from depeche.web.views.reader.marks import Mark

# Marks that a segment tells of, the innermost first: text that is made to be marked over and over stays light.
MOST = 24


class Segment(msgspec.Struct, frozen=True):
    """Characters ``[start, end)`` under the same marks, the innermost first; `opens` where one of them begins."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: bool

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it tells, each kind once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def look(self) -> str | None:
        """The look of the innermost act, if it tells of one."""
        return next((mark.look for mark in self.marks if mark.look), None)

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows that it was read into, the innermost first."""
        return tuple(dict.fromkeys(mark.row for mark in self.marks if mark.kind != "part"))

    @property
    def parts(self) -> tuple[str, ...]:
        """The roles that it has in other rows: their keys, a colon, the role."""
        return tuple(f"{mark.row}:{mark.part}" for mark in self.marks if mark.part)

    @property
    def voice(self) -> str | None:
        """The key of the innermost statement that it is the cue or the content of."""
        return next((mark.row for mark in self.marks if mark.kind in ("cue", "said")), None)


def cut(spans: Sequence[Span], marks: Iterable[Mark], edges: Sequence[int] = ()) -> list[tuple[Segment, ...]]:
    """The segments of each of some disjoint spans in order, cut at `edges` too; O(n log n) of marks and spans."""
    low, high = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    inside = [mark for mark in marks if max(mark.start, low) < min(mark.end, high)]
    inside.sort(key=lambda mark: (mark.start, -mark.end, mark.kind != "said"))
    cuts = {edge for span in spans for edge in span} | {edge for edge in edges if low < edge < high}
    cuts |= {edge for mark in inside for edge in (mark.start, mark.end) if low < edge < high}
    return list(_within(spans, _sweep(sorted(cuts), inside)))


def _sweep(edges: list[int], marks: list[Mark]) -> Iterator[Segment]:
    """Segments from edge to edge; marks by where they start, the longest first."""
    ends: dict[int, list[int]] = {}
    active: dict[int, Mark] = {}
    at = 0
    for start, end in pairwise(edges):
        for gone in ends.pop(start, ()):
            del active[gone]
        before = at
        while at < len(marks) and marks[at].start <= start:
            active[at] = marks[at]
            ends.setdefault(marks[at].end, []).append(at)
            at += 1
        yield Segment(start, end, tuple(islice(reversed(active.values()), MOST)), at > before)


def _within(spans: Sequence[Span], segments: Iterator[Segment]) -> Iterator[tuple[Segment, ...]]:
    """The segments by the span that they stand in; those between spans are dropped."""
    segment = next(segments, None)
    for start, end in spans:
        found: list[Segment] = []
        while segment is not None and segment.start < end:
            if segment.start >= start:
                found.append(segment)
            segment = next(segments, None)
        yield tuple(found)
