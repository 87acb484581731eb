"""A dispatch as its reader's page shows it: the window of its text in paragraphs, and the rows of its tables."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from depeche.record import Record, Row, Span
from depeche.record.facts import TABLES
from depeche.web.views.reader.looks import Look, look
from depeche.web.views.reader.marks import Side, key, marks, sides
from depeche.web.views.reader.segments import Segment, cut
from depeche.web.views.reader.voices import Band, bands
from depeche.web.views.reader.window import WIDTH, Paragraph, Window, paragraphs, window, within

MOST_ROWS = 400  # of a table on one page


class Told(msgspec.Struct, frozen=True):
    """A row of a table as the page shows it: its key, its spans, and its exact words."""

    key: str
    row: Row | Side
    look: Look | None
    spans: tuple[Span, ...]
    words: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """The rows of a table that begin in the window, and how many there are in all."""

    name: str
    rows: tuple[Told, ...]
    count: int


class Run(msgspec.Struct, frozen=True):
    """The segments of a zone of a paragraph."""

    zone: str
    segments: tuple[Segment, ...]


class Shown(msgspec.Struct, frozen=True):
    """A paragraph, by its zones, and the bands that begin in it."""

    kind: str
    runs: tuple[Run, ...]
    bands: tuple[Band, ...]


class Reading(msgspec.Struct, frozen=True):
    """A dispatch to be read; `voices` gives the number of a statement's speaker by the key of its row."""

    text: str
    window: Window
    paragraphs: tuple[Shown, ...]
    tables: tuple[Table, ...]
    voices: dict[str, int]
    at: Span | None


def reading(
    record: Record, *, at: Span | None = None, start: int | None = None, width: int = WIDTH
) -> Reading:
    """The window that holds the character `start`, or `at`, or the first; windows are `width` characters wide."""
    parts = paragraphs(record.text, record.zones)
    shown = window(parts, start if start is not None else at[0] if at else 0, width)
    visible = [part for part in parts if shown.start <= part.start < shown.end]
    spoken = bands(record.statements)
    return Reading(
        text=record.text,
        window=shown,
        paragraphs=tuple(_paragraphs(record, visible, spoken, at)),
        tables=tuple(tables(record, shown)),
        voices={band.row: band.voice for band in spoken},
        at=at,
    )


def _paragraphs(
    record: Record, parts: Sequence[Paragraph], spoken: Sequence[Band], at: Span | None
) -> Iterable[Shown]:
    runs = [
        (part, zone.kind, span) for part in parts for zone, span in zip(part.zones, _spans(part), strict=True)
    ]
    pieces = cut([span for _, _, span in runs], marks(record), edges=at or ())
    starts = [band.start for band in spoken]
    for part, same in groupby(zip(runs, pieces, strict=True), key=lambda run: run[0][0]):
        low, high = bisect_left(starts, part.start), bisect_left(starts, part.end)
        yield Shown(
            part.kind, tuple(Run(kind, piece) for (_, kind, _), piece in same), tuple(spoken[low:high])
        )


def _spans(part: Paragraph) -> list[Span]:
    """The spans of the zones of a paragraph, each with the blanks up to the next."""
    starts = [zone.start for zone in part.zones]
    return list(zip(starts, [*starts[1:], part.end], strict=True))


def tables(record: Record, shown: Window) -> Iterable[Table]:
    """The tables that have rows, in the order of a record, with the sides that are named after the people."""
    for name in ("people", "sides", *(name for name in TABLES if name != "people")):
        every: Sequence[Row | Side] = sides(record.names) if name == "sides" else getattr(record, name)
        inside = [(number, row) for number, row in enumerate(every) if _begins(row, shown)]
        rows = (_told(record, key(name, number), row) for number, row in inside[:MOST_ROWS])
        if every:
            yield Table(name, tuple(rows), len(every))


def _begins(row: Row | Side, shown: Window) -> bool:
    return any(within(span, shown) for span in row.evidence)


def _told(record: Record, name: str, row: Row | Side) -> Told:
    words = tuple(dict.fromkeys(record.words(span) for span in row.evidence))
    return Told(name, row, None if isinstance(row, Side) else look(row), row.evidence, words)
