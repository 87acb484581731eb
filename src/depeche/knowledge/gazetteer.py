"""The gazetteer: every name of a state, an organisation or a place in a text, in one pass."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

import ahocorasick_rs
import msgspec

from depeche.knowledge.folding import fold
from depeche.knowledge.guards import Guards
from depeche.knowledge.hit import Hit, Kind
from depeche.knowledge.names import Name, names
from depeche.knowledge.readings import Readings
from depeche.knowledge.spelling import writes
from depeche.knowledge.world import world
from depeche.languages.pack import load


class _Span(msgspec.Struct, frozen=True):
    """A place in the text where listed forms are well written, before its context is weighed."""

    start: int
    end: int
    names: tuple[Name, ...]


class Gazetteer:
    """The names of one language. Build it once with `gazetteer(language)`; `find` is linear in the text."""

    def __init__(self, language: str) -> None:
        self.language = language

    def find(self, text: str) -> tuple[Hit, ...]:
        """All hits in `text`, by start, longest first, without overlaps; offsets count characters of `text`."""
        spans = tuple(self._spans(text, " " + fold(text)))
        return tuple(self._hits(text, spans))

    @cached_property
    def listed(self) -> dict[str, tuple[Name, ...]]:
        """All names by their folded form, with a blank before it."""
        found: dict[str, list[Name]] = {}
        never = set(self._readings.never)
        for name in names(load(self.language), world()):
            if name.form not in never:
                found.setdefault(" " + fold(name.form).strip(), []).append(name)
        return {form: tuple(dict.fromkeys(listed)) for form, listed in found.items()}

    @cached_property
    def _keys(self) -> tuple[tuple[Name, ...], ...]:
        return tuple(self.listed.values())

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        return ahocorasick_rs.AhoCorasick(list(self.listed), matchkind=kind)

    @cached_property
    def _readings(self) -> Readings:
        pack = load(self.language)
        return Readings(pack.table("ambiguous"), pack.table("inflection"))

    @cached_property
    def _guards(self) -> Guards:
        return Guards(load(self.language).table("ambiguous"))

    def _spans(self, text: str, folded: str) -> Iterator[_Span]:
        """Well-written matches. Position i of `text` is i + 1 of `folded`; a match starts with the blank before it."""
        keys, size = self._keys, len(text)
        for key, start, end in self._automaton.find_matches_as_indexes(folded):
            if end <= size and folded[end].isalnum():
                if " " in folded[start + 1 : end]:
                    yield from self._shorter(text, folded, start, end)
                continue
            good = tuple(name for name in keys[key] if writes(text[start : end - 1], name.form))
            if good:
                yield _Span(start, end - 1, good)
            elif " " in folded[start + 1 : end]:
                yield from self._shorter(text, folded, start, end)

    def _shorter(self, text: str, folded: str, start: int, end: int) -> Iterator[_Span]:
        """Names inside a long match that failed: longest first at each of its words."""
        blanks = [i for i in range(start, min(end + 1, len(folded))) if folded[i] == " "]
        if end >= len(folded):
            blanks.append(end)
        at = 0
        while at < len(blanks) - 1:
            for last in range(len(blanks) - 1, at, -1):
                first, stop = blanks[at], blanks[last]
                if (first, stop) == (start, end):
                    continue
                listed = self.listed.get(folded[first:stop], ())
                good = tuple(name for name in listed if writes(text[first : stop - 1], name.form))
                if good:
                    yield _Span(first, stop - 1, good)
                    at = last - 1
                    break
            at += 1

    def _hits(self, text: str, spans: tuple[_Span, ...]) -> Iterator[Hit]:
        at = 0
        while at < len(spans):
            chain = _chain(text, spans, at)
            span = spans[at]
            if len(chain) > 1:
                yield self._pair(chain)
            elif named := tuple(name for name in span.names if not name.prefix):
                before = spans[at - 1].end if at else -1
                after = spans[at + 1].start if at + 1 < len(spans) else -1
                if self._guards.allow(text, span.start, span.end, named[0], before=before, after=after):
                    yield self._hit(span, named)
            at += len(chain)

    def _hit(self, span: _Span, named: tuple[Name, ...]) -> Hit:
        code, candidates, kind = self._readings.of(named)
        others = tuple((name.code, name.kind) for name in named if (name.code, name.kind) != (code, kind) and name.code)
        return Hit(span.start, span.end, code, kind, candidates, tuple(dict.fromkeys(others)))

    def _pair(self, chain: tuple[_Span, ...]) -> Hit:
        sides = [self._side(span) for span in chain]
        options = [""]
        for side in sides:
            options = [f"{left}; {code}" if left else code for left in options for code in side if code]
        sure = len(options) == 1
        kind: Kind = "pair"
        return Hit(
            chain[0].start, chain[-1].end, options[0] if sure else None, kind, () if sure else tuple(options)
        )

    def _side(self, span: _Span) -> tuple[str, ...]:
        code, candidates, _ = self._readings.of(span.names)
        return (code,) if code else candidates or ("",)


def _chain(text: str, spans: tuple[_Span, ...], at: int) -> tuple[_Span, ...]:
    """The spans of a hyphenated pair that starts at `at` ("sino" + "kazakhes"), or the one span alone."""
    stop = at
    while (
        stop + 1 < len(spans)
        and any(name.prefix for name in spans[stop].names)
        and spans[stop + 1].start == spans[stop].end + 1
        and text[spans[stop].end] in "-‐‑"
        and any(name.kind == "demonym" or name.code == "" for name in spans[stop + 1].names)
    ):
        stop += 1
    if stop > at and not any(not name.prefix for name in spans[stop].names):
        return spans[at : at + 1]
    return spans[at : stop + 1]


@lru_cache
def gazetteer(language: str) -> Gazetteer:
    """The one Gazetteer of a language in this process."""
    return Gazetteer(language)
