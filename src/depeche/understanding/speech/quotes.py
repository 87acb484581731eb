"""Quotations in a text, found by their marks alone: a parser may cut sentences inside them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from depeche.record import Span, Zone

# How deep a stack of open quotations is searched for the one that a mark closes.
REACH = 8
# Over how many paragraphs a quotation may go on.
PARAGRAPHS = 12


class Marks(msgspec.Struct, frozen=True):
    """The quotation marks of a language: `open[k]` is closed by `close[k]`; `either` do both."""

    open: str
    close: str
    either: str

    def closer(self, mark: str) -> str:
        """The mark that closes what `mark` opens."""
        place = self.open.find(mark)
        return self.close[place] if place >= 0 else mark


class Quote(msgspec.Struct, frozen=True):
    """An outermost quotation: `start` … `end` with its marks, `inner` without them and without blanks."""

    start: int
    end: int
    inner: Span
    closed: bool


class Quotes:
    """The outermost quotations of a text, in order."""

    def __init__(self, found: Sequence[Quote]) -> None:
        self.all = tuple(found)
        self._starts = [quote.start for quote in self.all]

    def at(self, place: int) -> Quote | None:
        """The quotation that holds the character at `place`, its marks included."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self.all[index].end:
            return self.all[index]
        return None

    def between(self, start: int, end: int) -> tuple[Quote, ...]:
        """The quotations that begin in a stretch of the text."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def find_quotes(text: str, zones: Sequence[Zone], marks: Marks) -> Quotes:
    """All outermost quotations of the zones; linear in their length."""
    scan = _Scan(text, zones, marks)
    for number in range(len(zones)):
        scan.paragraph(number)
    return Quotes(scan.found)


class _Scan:
    """The marks that are open while the paragraphs are gone through."""

    def __init__(self, text: str, zones: Sequence[Zone], marks: Marks) -> None:
        self.text = text
        self.zones = zones
        self.marks = marks
        self.pattern = re.compile(f"[{re.escape(marks.open + marks.close + marks.either)}]")
        self.found: list[Quote] = []
        self.stack: list[tuple[str, int]] = []
        self.age = 0

    def paragraph(self, number: int) -> None:
        """Go through one paragraph; at its end, leave a quotation open only if a later one takes it up."""
        zone = self.zones[number]
        start = self._resume(zone) if self.stack else zone.start
        for found in self.pattern.finditer(self.text, start, zone.end):
            self._mark(found.start())
        if self.stack and not self._goes_on(number):
            self._record(self.stack[0][1], zone.end, closed=False)
            self.stack.clear()
        self.age = self.age + 1 if self.stack else 0

    def _mark(self, place: int) -> None:
        mark = self.text[place]
        if mark in self.marks.open:
            self.stack.append((mark, place))
        elif mark in self.marks.close:
            self._close(mark, place)
        elif mark in self.marks.either and not self._close_either(mark, place):
            self.stack.append((mark, place))

    def _close(self, mark: str, place: int) -> bool:
        for depth in range(1, min(REACH, len(self.stack)) + 1):
            if self.marks.closer(self.stack[-depth][0]) == mark:
                _, start = self.stack[-depth]
                del self.stack[-depth:]
                if not self.stack:
                    self._record(start, place + 1, closed=True)
                return True
        return False

    def _close_either(self, mark: str, place: int) -> bool:
        before = self.text[place - 1] if place else " "
        after = self.text[place + 1] if place + 1 < len(self.text) else " "
        opens = (before.isspace() or not before.isalnum()) and after.isalnum() and before not in ".!?…,"
        opens = opens and not (self._open(mark) and not before.isspace())
        return not opens and self._close(mark, place)

    def _open(self, mark: str) -> bool:
        return any(held == mark for held, _ in self.stack[-REACH:])

    def _resume(self, zone: Zone) -> int:
        """Where reading begins in a paragraph that takes an open quotation up, perhaps with a mark."""
        place = zone.start
        while place < zone.end and self.text[place].isspace():
            place += 1
        if place < zone.end and self._takes_up(self.text[place]):
            return place + 1
        return zone.start

    def _takes_up(self, mark: str) -> bool:
        held = self.stack[0][0]
        return mark in (held, self.marks.closer(held))

    def _goes_on(self, number: int) -> bool:
        if number + 1 >= len(self.zones):
            return False
        zone = self.zones[number + 1]
        if zone.start == self.zones[number].end:
            return True
        if self.age > PARAGRAPHS:
            return False
        words = self.text[zone.start : zone.end].lstrip()
        if words and self._takes_up(words[0]):
            return True
        held = self.stack[0][0]
        return held in self.marks.open and self._first_mark(words, held) == self.marks.closer(held)

    def _first_mark(self, words: str, held: str) -> str | None:
        closer = self.marks.closer(held)
        return next((mark for mark in words if mark in (held, closer)), None)

    def _record(self, start: int, end: int, *, closed: bool) -> None:
        inner_start, inner_end = start + 1, end - 1 if closed else end
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_start < inner_end and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_start < inner_end:
            self.found.append(Quote(start, end, (inner_start, inner_end), closed))
