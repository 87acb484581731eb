"""The gate: whether a text may tell of foreign relations, and which of its passages, before anything is parsed.

A passage is a sentence. It may tell of foreign relations where a side and a word of foreign relations stand in it, or
two such words, or two sides and a word of an act; the last two tell nothing beside a word of another field (sport,
weather), nor in a text that speaks of another field more often, nor where there are too few of them. A text none of
whose passages may is dropped; of one with few, only these are read, with what stands around them and with its
beginning; a text that begins with one or is full of them is read whole, since its sentences point to one another.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import or_

import msgspec

from depeche.funnel.marks import Found, marks
from depeche.languages.pack import load
from depeche.reading.document import Document
from depeche.record import Span, Zone

# In passages: a beginning says what a text is about (a headline and a first sentence, or two sentences); what is read
# around a passage that tells; and how far what stands around it says whether it can be trusted.
BEGINNING, AROUND, REACH = 2, 2, 6
FULL = 0.2  # share of passages that may tell of foreign relations, from which a text is read whole
DENSE = (
    0.34  # share of passages with two sides and an act, from which these need no word of foreign relations
)
# Where a sentence ends: a stop before a blank and no small letter, or a blank line.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[^\sa-zß-öø-ÿ])|\n\s*\n")


class Passage(msgspec.Struct, frozen=True):
    """A sentence of a zone that would be read; `zone` is its number in the document."""

    zone: int
    start: int
    end: int


def narrow(document: Document) -> Document | None:
    """The document with the passages that need not be read marked as such; None where none need be."""
    zones = [number for number, zone in enumerate(document.zones) if zone.kind in ("title", "body")]
    passages = [passage for number in zones for passage in _passages(document, number)]
    told = _telling(document.text, [(one.start, one.end) for one in passages], document.language)
    if not any(told):
        return None
    if any(told[:BEGINNING]) or sum(told) >= FULL * len(told):
        return document
    return msgspec.structs.replace(document, zones=tuple(_cut(document, passages, _widened(passages, told))))


def may_tell(text: str, language: str, *, roughly: bool = False) -> bool:
    """Whether any sentence of a text may tell of foreign relations; `roughly`, whatever the rest is about."""
    ends = [0, *(end.end() for end in _END.finditer(text)), len(text)]
    return any(_telling(text, list(pairwise(ends)), language, roughly=roughly))


def _telling(text: str, spans: Sequence[Span], language: str, *, roughly: bool = False) -> list[bool]:
    """Whether each of the sentences, which are in the order of the text, may tell of foreign relations."""
    found = list(marks(load(language)).find(text))
    starts = [one.start for one in found]
    inside = [found[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in spans]
    surely = list(map(_surely, inside))
    if roughly:
        return [sure or _maybe(one) for sure, one in zip(surely, inside, strict=True)]
    other = [any(one.mark.elsewhere for one in marked) for marked in inside]
    maybe = [not off and _maybe(one) for off, one in zip(other, inside, strict=True)]
    return [
        sure or (may and _trusted(surely, maybe, other, at))
        for at, (sure, may) in enumerate(zip(surely, maybe, strict=True))
    ]


def _trusted(surely: Sequence[bool], maybe: Sequence[bool], other: Sequence[bool], at: int) -> bool:
    """Whether what stands around a passage that may tell of foreign relations does not speak against it."""
    sure, may, off = (_near(flags, at, REACH) for flags in (surely, maybe, other))
    told = sum(map(or_, sure, may))
    return sum(off) <= told and (any(sure) or told >= DENSE * len(may))


def _near(flags: Sequence[bool], at: int, reach: int) -> Sequence[bool]:
    return flags[max(0, at - reach) : at + reach + 1]


def _surely(found: Sequence[Found]) -> bool:
    """Whether a side and a word of foreign relations are there, or a person whom everybody knows and another side."""
    sides = frozenset(code for one in found for code in one.sides)
    leaders = len(sides) > 1 and any(one.mark.leader for one in found)
    return leaders or (bool(sides) and any(one.mark.diplomatic for one in found))


def _maybe(found: Sequence[Found]) -> bool:
    """Whether two words of foreign relations are there, or two sides and a word of an act."""
    sides = frozenset(code for one in found for code in one.sides)
    acts = any(one.mark.act for one in found)
    return sum(one.mark.diplomatic for one in found) > 1 or (acts and len(sides) > 1)


def _passages(document: Document, number: int) -> Iterator[Passage]:
    zone = document.zones[number]
    start = zone.start
    for end in _END.finditer(document.text, zone.start, zone.end):
        yield Passage(number, start, end.end())
        start = end.end()
    if start < zone.end:
        yield Passage(number, start, zone.end)


def _widened(passages: Sequence[Passage], told: Sequence[bool]) -> list[bool]:
    """Which passages are read: those that tell, those around them, and the beginning, which says who is who."""
    return [at < BEGINNING or any(told[max(0, at - AROUND) : at + AROUND + 1]) for at in range(len(passages))]


def _cut(document: Document, passages: Sequence[Passage], read: Sequence[bool]) -> Iterator[Zone]:
    """The zones of the document, those to read cut into what is read and what is passed over."""
    runs = {
        zone: [list(run) for _, run in groupby(group, key=lambda pair: pair[1])]
        for zone, group in groupby(zip(passages, read, strict=True), key=lambda pair: pair[0].zone)
    }
    for number, zone in enumerate(document.zones):
        for run in runs.get(number, ()):
            kind = zone.kind if run[0][1] else "passed"
            yield Zone(kind, run[0][0].start, run[-1][0].end)
        if number not in runs:
            yield zone
