"""The words of a parsed dispatch as plain objects, made once from what spaCy answers.

spaCy makes a new Token at every look and finds each attribute in a store of strings; understanding looks at
the same words hundreds of times. Here each word is one object with its attributes in place, and trees are
walked without recursion, so that no sentence is too deep.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "SENT_START", "IDX", "SPACY"]

_NO_VALUES: list[str] = []


class Morph:
    """The morphological features of a word."""

    __slots__ = ("_values", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        pairs = [pair.split("=", 1) for pair in text.split("|") if "=" in pair]
        self._values = {name: values.split(",") for name, values in pairs}

    def get(self, name: str, default: list[str] = _NO_VALUES) -> list[str]:
        """The values of a feature, `default` if the word has it not; the list is shared: leave it be."""
        return self._values.get(name, default)

    def __str__(self) -> str:
        return self.text


class Shape(msgspec.Struct, frozen=True):
    """What can be told of a word from its letters alone."""

    lower: str
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_lower: bool
    is_alpha: bool


@lru_cache(maxsize=100_000)
def _shape(text: str) -> Shape:
    from spacy.lang import lex_attrs  # here, so that what reads no text starts without spaCy

    return Shape(
        text.lower(),
        lex_attrs.is_punct(text),
        text.isspace(),
        lex_attrs.is_quote(text),
        text.islower(),
        text.isalpha(),
    )


_morph = lru_cache(maxsize=10_000)(Morph)


class Word:
    """A word of a parsed text: one object for each, so that ``is`` tells words apart.

    `i` is its place among the words of the document, `idx` the character where it begins in `Words.text`;
    `lemma_`, `pos_`, `dep_` and `morph` are Universal Dependencies, `relation` is `dep_` without its subtype;
    `head` is the word itself at a root; `children` are in the order of the text. `marker` is where
    `trees.marker` keeps its answer.
    """

    __slots__ = (
        "_rank",
        "_size",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_lower",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "left_edge",
        "lemma_",
        "lower_",
        "marker",
        "morph",
        "pos_",
        "relation",
        "right_edge",
        "sent",
        "text",
        "whitespace_",
    )

    doc: "Words"
    head: "Word"
    children: "tuple[Word, ...]"
    left_edge: "Word"
    right_edge: "Word"
    sent: "Sentence"

    def __init__(self, i: int, idx: int, text: str, lemma: str, pos: str, dep: str, morph: Morph) -> None:
        shape = _shape(text)
        self.i = i
        self.idx = idx
        self.text = text
        self.lemma_ = lemma
        self.pos_ = pos
        self.dep_ = dep
        self.relation = dep.split(":", 1)[0]
        self.morph = morph
        self.lower_ = shape.lower
        self.is_punct = shape.is_punct
        self.is_space = shape.is_space
        self.is_quote = shape.is_quote
        self.is_lower = shape.is_lower
        self.is_alpha = shape.is_alpha
        self.is_sent_start = False
        self.whitespace_ = ""
        self.marker: str | None = None
        self.head = self.left_edge = self.right_edge = self
        self.children = ()
        self._rank = i
        self._size = 1

    @property
    def subtree(self) -> "tuple[Word, ...]":
        """The word and all that hangs below it, in the order of the text."""
        if self.right_edge.i - self.left_edge.i + 1 == self._size:
            return self.doc[self.left_edge.i : self.right_edge.i + 1]
        return tuple(sorted(self.doc.ranked[self._rank : self._rank + self._size], key=_place))

    def is_ancestor(self, other: "Word") -> bool:
        """Whether the other word hangs below this one, however far."""
        return self._rank < other._rank < self._rank + self._size

    def nbor(self, i: int = 1) -> "Word":
        """The word `i` places on; IndexError where there is none."""
        if self.i + i < 0:
            raise IndexError(f"no word stands {-i} places before the word {self.i}")
        return self.doc[self.i + i]

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Word {self.i} {self.text!r}>"


def _place(word: Word) -> int:
    return word.i


class Sentence:
    """The words `start` … `end - 1` of a document."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Words", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """The characters from the first word to the last."""
        last = self[-1]
        return self.doc.text[self.doc[self.start].idx : last.idx + len(last.text)]

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, i: int) -> Word:
        return self.doc[self.end + i if i < 0 else self.start + i]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc[self.start : self.end])


class Entity(msgspec.Struct, frozen=True):
    """A name that the pipeline saw: the words `start` … `end - 1`, and its kind."""

    start: int
    end: int
    label_: str


class Words(tuple[Word, ...]):
    """All words of a parsed text, in order.

    `text` are their characters as parsed, `sents` the sentences, `ents` the names that the pipeline saw, and
    `ranked` the words in an order in which all that hangs below a word follows it at once, `pieces` the first
    word and the first character of each piece that was parsed by itself. What is worked out of the trees again and
    again is kept in `memory`, by keys of those who work it out.
    """

    text: str
    sents: tuple[Sentence, ...]
    ents: tuple[Entity, ...]
    ranked: list[Word]
    pieces: tuple[tuple[int, int], ...]
    memory: dict[object, Any]

    @classmethod
    def of(cls, docs: "Iterable[Doc]") -> "Words":
        """The words of parsed pieces, joined; no sentence and no tree reaches over a border of pieces."""
        pile = _Pile()
        for doc in docs:
            pile.add(doc)
        words = cls(pile.words)
        words.text = "".join(pile.texts)
        words.memory = {}
        words.ents = tuple(pile.entities)
        words.pieces = tuple(pile.pieces)
        words._link(pile.heads)
        words._cut()
        return words

    def _link(self, heads: list[int]) -> None:
        below: list[list[Word]] = [[] for _ in self]
        roots: list[Word] = []
        for word, head in zip(self, heads, strict=True):
            word.doc = self
            if head == word.i:
                roots.append(word)
            else:
                word.head = self[head]
                below[head].append(word)
        self.ranked = _ranked(roots, below)
        for word in reversed(self.ranked):
            if children := below[word.i]:
                _embrace(word, tuple(children))

    def _cut(self) -> None:
        starts = [word.i for word in self if word.is_sent_start]
        self.sents = tuple(
            Sentence(self, start, end) for start, end in zip(starts, [*starts[1:], len(self)], strict=True)
        )
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence


def _ranked(roots: list[Word], below: list[list[Word]]) -> list[Word]:
    """The words from the roots down, each before all that hangs below it."""
    out: list[Word] = []
    for root in roots:
        left = [root]
        while left:
            word = left.pop()
            word._rank = len(out)
            out.append(word)
            left.extend(below[word.i])
    return out


def _embrace(word: Word, children: tuple[Word, ...]) -> None:
    """Give a word its children, whose own edges and sizes are known."""
    word.children = children
    first, last = word, word
    size = 1
    for child in children:
        size += child._size
        if child.left_edge.i < first.i:
            first = child.left_edge
        if child.right_edge.i > last.i:
            last = child.right_edge
    word.left_edge, word.right_edge, word._size = first, last, size


class _Pile:
    """The pieces of a text, laid one after the other."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.heads: list[int] = []
        self.texts: list[str] = []
        self.entities: list[Entity] = []
        self.pieces: list[tuple[int, int]] = []
        self.length = 0

    def add(self, doc: "Doc") -> None:
        """Lay a piece down, a blank after it if it ends in none."""
        first = len(self.words)
        if len(doc):
            self._separate()
        self.pieces.append((first, self.length))
        if not len(doc):
            return
        strings = _Strings(doc)
        rows = doc.to_array(_COLUMNS).tolist()
        for i, (orth, lemma, pos, dep, morph, head, start, idx, blank) in enumerate(rows, first):
            features = _morph(strings[morph])
            word = Word(
                i, self.length + idx, strings[orth], strings[lemma], strings[pos], strings[dep], features
            )
            word.is_sent_start = start == 1 or i == first
            word.whitespace_ = " " if blank else ""
            self.words.append(word)
            self.heads.append(i + (head if head < _NEGATIVE else head - _WRAP))
        for entity in doc.ents:
            self.entities.append(Entity(first + entity.start, first + entity.end, entity.label_))
        self.texts.append(doc.text)
        self.length += len(self.texts[-1])

    def _separate(self) -> None:
        if self.words and not self.words[-1].is_space and not self.words[-1].whitespace_:
            self.words[-1].whitespace_ = " "
            self.texts.append(" ")
            self.length += 1


_NEGATIVE, _WRAP = 1 << 63, 1 << 64  # spaCy hands distances to heads out as unsigned numbers


class _Strings(dict[int, str]):
    """The strings of a Doc by their keys, each looked up once."""

    def __init__(self, doc: "Doc") -> None:
        self._store = doc.vocab.strings

    def __missing__(self, key: int) -> str:
        found = self[key] = self._store[key]
        return found
