"""The hits of the gazetteer, set on tokens: states, cities, organisations, demonyms."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any, Protocol

import msgspec

from depeche.record import Span
from depeche.understanding.actors.tape import Tape


class Finder(Protocol):
    """What finds known names in a text (`depeche.knowledge.Gazetteer`)."""

    def find(self, text: str) -> Iterable[Any]:
        """Hits with `start`, `end` (characters), `code`, `kind` and `candidates`."""
        ...

    def find_each(self, text: str, parts: Iterable[Span]) -> Iterable[Any]:
        """The hits in parts of a text that no name crosses, with offsets of the whole."""
        ...


class Known(msgspec.Struct, frozen=True):
    """A known name at the tokens `first` … `last`, both included; a pair of demonyms has two `codes`."""

    first: int
    last: int
    codes: tuple[str, ...]
    kind: str
    candidates: tuple[str, ...] = ()


STATES = frozenset({"state", "official", "former"})
DEMONYMS = frozenset({"demonym", "pair"})
PLACES = frozenset({"capital", "city", "region", "seat"})
BODIES = frozenset({"organisation", "media", "forum"})


def known(tape: Tape, finder: Finder) -> list[Known]:
    """The gazetteer's hits in the title and the body that begin and end where tokens do, in order."""
    doc = tape.parse.doc
    starts = tape.idx
    out: list[Known] = []
    for hit in finder.find_each(doc.text, doc.spans):
        first = bisect_left(starts, hit.start)
        last = bisect_right(starts, hit.end - 1) - 1
        if (
            not tape.shared(first, last)
            or last < first
            or starts[first] != hit.start
            or starts[last] + len(tape.word[last]) != hit.end
        ):
            continue
        codes = tuple(part for part in (hit.code or "").split("; ") if part)
        out.append(Known(first, last, codes, hit.kind, tuple(hit.candidates)))
    return out


def by_token(hits: Iterable[Known], size: int) -> list[Known | None]:
    """For each token the hit that covers it, or None."""
    cover: list[Known | None] = [None] * size
    for hit in hits:
        for i in range(hit.first, hit.last + 1):
            cover[i] = hit
    return cover
