"""The stretch of a text that a page shows, and its paragraphs."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from depeche.record import Span, Zone

WIDTH = 40_000  # characters shown at once
LONGEST = WIDTH // 4  # characters of a paragraph


class Paragraph(msgspec.Struct, frozen=True):
    """Characters ``[start, end)`` without a break of line between zones; `kind` is that of its longest zone."""

    start: int
    end: int
    kind: str
    zones: tuple[Zone, ...]


class Window(msgspec.Struct, frozen=True):
    """The characters ``[start, end)`` that are shown, and where the stretches before and after begin, if any."""

    start: int
    end: int
    before: int | None
    after: int | None


def paragraphs(text: str, zones: Sequence[Zone]) -> list[Paragraph]:
    """The zones of a text joined where they stand on one line, and cut where one is longer than a page."""
    joined: list[list[Zone]] = []
    for zone in (piece for whole in zones for piece in _pieces(text, whole)):
        if joined and _same_line(text, joined[-1][-1], zone):
            joined[-1].append(zone)
        else:
            joined.append([zone])
    return [
        Paragraph(
            same[0].start, same[-1].end, max(same, key=lambda zone: zone.end - zone.start).kind, tuple(same)
        )
        for same in joined
    ]


def _pieces(text: str, zone: Zone) -> list[Zone]:
    """A zone cut at blanks, so that no piece is longer than LONGEST."""
    edges = [zone.start]
    while zone.end - edges[-1] > LONGEST:
        blank = text.rfind(" ", edges[-1] + 1, edges[-1] + LONGEST)
        edges.append(blank if blank > edges[-1] else edges[-1] + LONGEST)
    return [Zone(zone.kind, start, end) for start, end in zip(edges, [*edges[1:], zone.end], strict=True)]


def _same_line(text: str, one: Zone, other: Zone) -> bool:
    long = other.end - one.start > LONGEST
    return not long and "\n" not in text[one.end : other.start] and "\r" not in text[one.end : other.start]


def window(parts: Sequence[Paragraph], around: int, width: int = WIDTH) -> Window:
    """The window that holds the character `around`: windows follow each other, each of whole paragraphs."""
    starts = [0]
    for part in parts:
        if part.end - starts[-1] > width and part.start > starts[-1]:
            starts.append(part.start)
    here = bisect_right(starts, max(0, around)) - 1
    end = starts[here + 1] if here + 1 < len(starts) else (parts[-1].end if parts else 0)
    return Window(
        start=starts[here],
        end=end,
        before=starts[here - 1] if here else None,
        after=end if here + 1 < len(starts) else None,
    )


def within(span: Span, shown: Window) -> bool:
    """Whether a span begins in a window."""
    return shown.start <= span[0] < shown.end
