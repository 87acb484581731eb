"""What all parts of the reading of speech look at: the parse, the quotations, the units, the actors."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, Protocol

import msgspec

from depeche.kept import Kept
from depeche.languages.pack import Pack
from depeche.record import Span, Zone
from depeche.syntax.parse import Parse
from depeche.syntax.words import Word
from depeche.understanding.actors.mention import Mention
from depeche.understanding.speech.cues import Clauses, Cues, Words, load_clauses, load_cues, load_words
from depeche.understanding.speech.quotes import Marks, Quote, Quotes, find_quotes

# Longer units are cut, so that work on one unit stays bounded.
LONGEST = 300
# How many words a quoted name may have.
NAME = 7
FINAL = ".?!…"
PAUSES = ",;:–—-("
JOINING = "-–"


class Actors(Protocol):
    """What the reading of speech asks of the actors."""

    def at(self, i: int) -> Mention | None:
        """The mention that token `i` heads or stands in."""

    def resolve(self, token: Word | int) -> Mention | None:
        """Whom the phrase headed by a token stands for."""

    def gender(self, name: str) -> str:
        """The gender of a person, "m" or "f"; "" where it is not told."""


class Ends(Protocol):
    """Where contents end for the sake of the next cue."""

    def end(self, scene: "Scene", hit: Any, first: int, last: int) -> int:
        """The end of a content that would run from `first` to `last`."""


class _Free:
    """No cue ends any content."""

    def end(self, scene: "Scene", hit: Any, first: int, last: int) -> int:
        """`last` itself."""
        return last


class Unit(msgspec.Struct, frozen=True):
    """A sentence of the text outside quotations: tokens `first` … `last`, both included."""

    first: int
    last: int
    paragraph: int

    def __contains__(self, i: int) -> bool:
        return self.first <= i <= self.last


class Scene:
    """A parsed dispatch prepared for the reading of speech."""

    def __init__(self, parse: Parse, pack: Pack, actors: Actors) -> None:
        self.parse = parse
        self.doc = parse.doc
        body = [zone for zone in parse.zones if zone.kind == "body"]
        self.text = _quoted(parse.document.text, body, pack)
        self.actors = actors
        self.words, self.cues, self.clauses, marks = _tables(pack)
        self.quotes: Quotes = find_quotes(self.text, body, marks)
        self.marks = frozenset(marks.open + marks.close + marks.either)
        self.cuts: Ends = _Free()
        self.memory: dict[int, tuple[Any, ...]] = {}
        self.forms: list[str] = list(map(_FORMS.__getitem__, self.doc.columns.text))
        self.lemmas: list[str] = self.doc.columns.low_lemma
        self.there = frozenset(self.forms).union(self.lemmas)
        self.signs = [self.text[start] for start in parse.start]
        self.units: tuple[Unit, ...] = tuple(_units(self))
        self._unit_of = _index(self.units, len(self.doc))

    def unit(self, i: int) -> Unit | None:
        """The unit of token `i`; None in a headline."""
        number = self._unit_of[i]
        return None if number < 0 else self.units[number]

    def number(self, i: int) -> int:
        """The number of token `i`'s unit, -1 in a headline."""
        return self._unit_of[i]

    @cached_property
    def cued(self) -> list[int]:
        """The tokens outside headlines at which a cue may begin."""
        starts = self.cues.starts
        rows = enumerate(zip(self.lemmas, self.forms, self._unit_of, strict=True))
        return [i for i, (lemma, form, unit) in rows if unit >= 0 and (lemma in starts or form in starts)]

    @cached_property
    def headline(self) -> list[int]:
        """The tokens of headlines."""
        if all(zone.kind != "title" for zone in self.parse.zones):
            return []
        return [i for i, unit in enumerate(self._unit_of) if unit < 0]

    def quote(self, i: int) -> Quote | None:
        """The outermost quotation that token `i` stands in, its marks left out."""
        place = self.parse.start[i]
        quote = self.quotes.at(place)
        if quote is None or not quote.inner[0] <= place < quote.inner[1]:
            return None
        return quote

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` … `last`."""
        return self.parse.span(first, last)

    def form(self, i: int) -> str:
        """The token's form in lower case, with a plain apostrophe."""
        return self.forms[i]

    def is_relative(self, i: int) -> bool:
        """Whether the token is a relative pronoun that is a subject."""
        return i >= 0 and has(self.doc[i], "PronType", "Rel") and self.doc[i].dep_.startswith("nsubj")

    def is_name(self, quote: Quote) -> bool:
        """Whether a quotation is only a name or a term ("16+1", "la Ceinture et la Route")."""
        tokens = [token for token in self.parse.tokens(quote.inner) if not token.is_punct]
        heavy = [token for token in tokens if token.pos_ not in ("DET", "ADP", "CCONJ")]
        return (
            len(tokens) <= NAME
            and all(
                token.pos_ in ("PROPN", "NUM", "SYM") or token.text[0].isupper() or not token.is_alpha
                for token in heavy
            )
            and not (len(heavy) == 1 and heavy[0].pos_ not in ("PROPN", "NUM", "SYM"))
        )

    def is_mark(self, i: int) -> bool:
        """Whether the token is a quotation mark."""
        return self.signs[i] in self.marks and len(self.doc[i].text) == 1

    def is_pause(self, i: int) -> bool:
        """Whether there is such a token and it is a comma, a dash, a colon or the like, no hyphen within a word."""
        if not 0 <= i < len(self.signs) or self.signs[i] not in PAUSES:
            return False
        return len(self.doc[i].text) <= 2 and not self.joins(i)

    def joins(self, i: int) -> bool:
        """Whether the token is a hyphen or short dash between two words without a blank ("high-level")."""
        start, end = self.parse.start[i], self.parse.end[i]
        near = self.text[max(0, start - 1) : start] + self.text[end : end + 1]
        return self.signs[i] in JOINING and len(near) == 2 and near.isalnum()


def _quoted(text: str, zones: Sequence[Zone], pack: Pack) -> str:
    """The text with the pack's own quotation marks in its paragraphs, character for character."""
    out, done = [], 0
    for zone in zones:
        out += [text[done : zone.start], pack.quoted(text[zone.start : zone.end])]
        done = zone.end
    return "".join([*out, text[done:]])


def _form(text: str) -> str:
    return text.lower().replace("\u2019", "'")


_FORMS = Kept(_form)


@lru_cache
def _tables(pack: Pack) -> tuple[Words, Cues, Clauses, Marks]:
    words = load_words(pack)
    marks = msgspec.convert(pack.table("cues")["quotes"], Marks)
    return words, load_cues(pack, words), load_clauses(pack), marks


def has(token: Word, feature: str, value: str) -> bool:
    """Whether the token's morphology has a value of a feature, such as ``VerbForm`` ``Inf``."""
    return value in token.morph.get(feature, [])


def values(token: Word, feature: str) -> list[str]:
    """The values of a feature in the token's morphology."""
    return list(token.morph.get(feature, []))


def same(token: Word, words: frozenset[str]) -> bool:
    """Whether the token's form or lemma is one of the words."""
    return token.lower_ in words or token.low_lemma in words


def _index(units: Sequence[Unit], length: int) -> list[int]:
    out = [-1] * length
    for number, unit in enumerate(units):
        for i in range(unit.first, unit.last + 1):
            out[i] = number
    return out


def _units(scene: Scene) -> list[Unit]:
    parse, first = scene.parse, 0
    out: list[Unit] = []
    for i in _borders(scene):
        while i - first > LONGEST and (cut := _cut(scene, first, i)) < i:
            _add(out, parse, first, cut)
            first = cut
        _add(out, parse, first, i)
        first = i
    return out


def _add(out: list[Unit], parse: Parse, first: int, end: int) -> None:
    if not parse.in_title(first):
        out.append(Unit(first, end - 1, parse.paragraph[first]))


def _borders(scene: Scene) -> list[int]:
    """The tokens that begin a unit but the first, and the end of the text."""
    likely = {i + 1 for i, sign in enumerate(scene.signs) if sign in FINAL}
    likely.update(bisect_left(scene.parse.end, quote.end) + 1 for quote in scene.quotes.all)
    likely.update(first for first, _ in scene.doc.pieces)
    size = len(scene.parse)
    return [*(i for i in sorted(likely) if 0 < i < size and _begins(scene, i)), size]


def _cut(scene: Scene, first: int, end: int) -> int:
    """Where a unit from `first` on that is too long is cut: at a sentence, in the end anywhere."""
    last = min(end, first + 2 * LONGEST)
    return next((i for i in range(first + LONGEST, last) if scene.doc[i].is_sent_start), last)


def _begins(scene: Scene, i: int) -> bool:
    """Whether a unit begins at token `i`: a paragraph, or a sentence that no quotation holds."""
    parse = scene.parse
    if parse.paragraph[i] != parse.paragraph[i - 1]:
        return True
    quote = scene.quotes.at(parse.start[i])
    if quote is not None and quote.start < parse.start[i]:
        return False
    last = scene.signs[i - 1]
    if len(parse.doc[i - 1].text) <= 3 and last in FINAL:
        return _capital(scene, i) or bool(parse.doc[i].is_sent_start and not parse.doc[i].is_lower)
    before = scene.quotes.at(parse.start[i - 1])
    if before is not None and before.end == parse.end[i - 1] and before.closed:
        return scene.text[before.inner[1] - 1] in FINAL and _capital(scene, i)
    return False


def _capital(scene: Scene, i: int) -> bool:
    """Whether token `i` looks like the first of a sentence: a capital, a figure, or an opening mark."""
    first = scene.signs[i]
    return first.isupper() or first.isdigit() or first in scene.marks or first in "–—"
