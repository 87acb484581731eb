"""The gazetteer: every name of a state, an organisation or a place in a text, in one pass."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

import ahocorasick_rs
import msgspec

from depeche.knowledge.folding import fold
from depeche.knowledge.guards import HYPHENS, Guards
from depeche.knowledge.hit import Hit
from depeche.knowledge.names import Name, names
from depeche.knowledge.readings import Entry, Readings
from depeche.knowledge.spelling import writes
from depeche.knowledge.world import world
from depeche.languages.pack import load
from depeche.record import Span

KEPT = 256  # paragraphs
LONGEST = 120  # more characters than the longest listed name has


class _Span(msgspec.Struct, frozen=True):
    """A place in the text where a listed form is well written, before its context is weighed."""

    start: int
    end: int
    entry: Entry


class Gazetteer:
    """The names of one language. Share one by `gazetteer(language)`; `find` is linear in the text."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._entries: dict[tuple[Name, ...], Entry] = {}

    def find(self, text: str) -> tuple[Hit, ...]:
        """All hits in `text`, by start, without overlaps; offsets count characters of `text`."""
        spans = tuple(_apart(self._spans(text, " " + fold(text))))
        return tuple(self._hits(text, spans))

    def find_each(self, text: str, parts: Iterable[Span]) -> Iterator[Hit]:
        """The hits in some parts of `text` that no name crosses; offsets count characters of `text`."""
        for start, end in parts:
            for hit in self._kept(text[start:end]):
                yield msgspec.structs.replace(hit, start=hit.start + start, end=hit.end + start)

    @cached_property
    def _kept(self) -> Callable[[str], tuple[Hit, ...]]:
        """As `find`, for paragraphs that are asked for several times while their dispatch is read."""
        return lru_cache(KEPT)(self.find)

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
        """Well-written matches; `folded` has one blank more, and a match starts with the blank before."""
        keys, size = self._keys, len(text)
        for key, start, end in self._automaton.find_matches_as_indexes(folded):
            whole = end > size or not folded[end].isalnum()
            if whole and (span := self._written(text, start, end - 1, keys[key])):
                yield span
            elif " " in folded[start + 1 : end]:
                yield from self._shorter(text, folded, start, end)
                if not whole:
                    yield from self._swallowed(text, folded, start, end)

    def _shorter(self, text: str, folded: str, start: int, end: int) -> Iterator[_Span]:
        """Names inside a long match that failed: the longest first, from each of its words on."""
        edges = [i for i in range(start, min(end + 1, len(folded))) if folded[i] == " "]
        if end >= len(folded):
            edges.append(end)
        at = 0
        while at < len(edges) - 1:
            for last in range(len(edges) - 1, at, -1):
                first, stop = edges[at], edges[last]
                if span := self._written(text, first, stop - 1, self.listed.get(folded[first:stop], ())):
                    yield span
                    at = last - 1
                    break
            at += 1

    def _swallowed(self, text: str, folded: str, start: int, end: int) -> Iterator[_Span]:
        """The name that begins inside a failed match and runs on beyond it: "à Paris" is not "A P" and "aris"."""
        at = folded.rfind(" ", start + 1, end)
        for key, first, last in self._automaton.find_matches_as_indexes(folded[at : at + LONGEST]):
            stop = at + last
            whole = first == 0 and (stop > len(text) or not folded[stop].isalnum())
            if whole and (span := self._written(text, at, stop - 1, self._keys[key])):
                yield span
            return

    def _written(self, text: str, start: int, end: int, listed: tuple[Name, ...]) -> _Span | None:
        """The listed names that are well written at `start`; one that ends in a sign ("Opep+") goes first."""
        good = tuple([name for name in listed if writes(text[start : start + len(name.form)], name.form)])
        if not good:
            return None
        if len(good) > 1:
            good = _longest(good)
            good = _closest(text[start : start + len(good[0].form)], good)
        if (entry := self._entries.get(good)) is None:
            entry = self._entries[good] = self._readings.entry(good)
        return _Span(start, max(end, start + len(entry.form)), entry)

    def _hits(self, text: str, spans: tuple[_Span, ...]) -> Iterator[Hit]:
        at = 0
        while at < len(spans):
            stop = _chain(text, spans, at)
            if stop > at:
                yield _pair(spans[at : stop + 1])
            elif spans[at].entry.names and self._allowed(text, spans, at):
                span, entry = spans[at], spans[at].entry
                yield Hit(span.start, span.end, entry.code, entry.kind, entry.candidates, entry.alternatives)
            at = stop + 1

    def _allowed(self, text: str, spans: tuple[_Span, ...], at: int) -> bool:
        span = spans[at]
        before = spans[at - 1].end if at else -1
        after = spans[at + 1].start if at + 1 < len(spans) else -1
        return self._guards.allow(text, span.start, span.end, span.entry.names[0], before=before, after=after)


def _apart(spans: Iterator[_Span]) -> Iterator[_Span]:
    """The spans without those that begin inside one before."""
    last = 0
    for span in spans:
        if span.start >= last:
            yield span
            last = span.end


def _longest(named: tuple[Name, ...]) -> tuple[Name, ...]:
    longest = max(len(name.form) for name in named)
    return tuple(name for name in named if len(name.form) == longest)


def _closest(written: str, named: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names with just the accents that are written, if there are such: "Tigre" is not "Tigré"."""
    same = tuple([name for name in named if written.lower() == name.form.lower()])
    return same or named


def _chain(text: str, spans: tuple[_Span, ...], at: int) -> int:
    """The last span of a pair that starts at `at` ("sino" + "kazakhes"); `at` itself if there is none."""
    stop = at
    while (
        stop + 1 < len(spans)
        and spans[stop].entry.opens
        and spans[stop + 1].start == spans[stop].end + 1
        and text[spans[stop].end] in HYPHENS
        and (spans[stop + 1].entry.closes or spans[stop + 1].entry.opens)
    ):
        stop += 1
    return stop if spans[stop].entry.names else at


def _pair(chain: tuple[_Span, ...]) -> Hit:
    options = [""]
    for span in chain:
        options = [f"{left}; {code}".strip("; ") for left in options for code in span.entry.sides]
    sure = len(options) == 1
    code = options[0] if sure and options[0] else None
    return Hit(chain[0].start, chain[-1].end, code, "pair", () if sure else tuple(options))


@lru_cache
def gazetteer(language: str) -> Gazetteer:
    """The one Gazetteer of a language in this process."""
    return Gazetteer(language)
