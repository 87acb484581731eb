"""Lines and paragraphs: where a page breaks its text, and which breaks are only the width of a column."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

_END_OF_LINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"""[.!?…]["'»”’)\]\s]*$""")
_ENDS_CLAUSE = re.compile(r"""[.!?…:;]["'»”’)\]\s]*$""")
# A line that opens with a full date, perhaps after a name ("xinhua 2023-10-17"), goes on with nothing.
_STAMP = re.compile(r"\w{0,15}\s?\d{4}-\d\d-\d\d")
WIDEST = 120  # characters: no column is wider, so longer lines are paragraphs
_FEW = 6  # lines: fewer tell the width of a column only if they are long and alike
_NARROWEST, _ALIKE = 60, 0.8  # characters of the longest of a few lines, and what share of it the others have


class Line(msgspec.Struct, frozen=True):
    """A line with words: its characters without the blanks around it, and how far it is indented."""

    start: int
    end: int
    indent: int
    after_blank: bool


class Paragraph(msgspec.Struct, frozen=True):
    """Lines that belong together; `after_blank` tells whether an empty line stands before them."""

    start: int
    end: int
    lines: tuple[Line, ...]
    after_blank: bool


def lines(text: str) -> Iterator[Line]:
    """The lines of `text` that hold more than blanks, in order."""
    start, blank = 0, False
    ends = [(m.start(), m.end()) for m in _END_OF_LINE.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        raw = text[start:end]
        left = len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        if stripped:
            yield Line(start + left, start + left + len(stripped), left, blank)
        blank = not stripped
        start = following


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`: hard-wrapped lines are joined, others stand alone."""
    rows = list(lines(text))
    width = column(text, rows)
    out: list[list[Line]] = []
    for row in rows:
        if out and not row.after_blank and _continues(text, out[-1][-1], row, width):
            out[-1].append(row)
        else:
            out.append([row])
    return [Paragraph(group[0].start, group[-1].end, tuple(group), group[0].after_blank) for group in out]


def column(text: str, rows: Sequence[Line]) -> int | None:
    """The width of the column in characters if the text is hard-wrapped, else None."""
    inner = [
        (row, following)
        for row, following in pairwise(rows)
        if not following.after_blank and row.end - row.start <= WIDEST
    ]
    lowered = sum(text[following.start].islower() for _, following in inner)
    if any(row.end - row.start > 2 * WIDEST for row in rows) or not lowered or lowered < len(inner) / 3:
        return None
    widths = sorted(row.end - row.start for row, _ in inner)
    if len(inner) >= _FEW:
        return widths[int(0.9 * (len(widths) - 1))]
    return widths[-1] if widths[-1] >= _NARROWEST and widths[0] >= _ALIKE * widths[-1] else None


def _continues(text: str, row: Line, following: Line, width: int | None) -> bool:
    """Whether the break between two lines is only the width of the column."""
    words = text[row.start : row.end]
    if len(words) > 2 * WIDEST:
        return False
    if _STAMP.match(text, following.start, following.end):
        return False
    begins_low = text[following.start].islower()
    if begins_low and not _ENDS_CLAUSE.search(words):
        return True
    if width is None:
        return False
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    had_room = len(words) + 1 + len(first_word) <= width
    if _ENDS_SENTENCE.search(words):
        return not had_room and following.indent <= row.indent
    return not had_room or begins_low
