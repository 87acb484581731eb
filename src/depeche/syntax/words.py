"""The words of a parsed dispatch as plain objects, made once from what spaCy answers.

spaCy makes a new Token at every look and finds each attribute in a store of strings; understanding looks at
the same words hundreds of times. Here each word is one object with its attributes in place, and trees are
walked without recursion, so that no sentence is too deep.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from depeche.kept import MOST, Kept

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_STRINGS: list[int | str] = ["ORTH", "LEMMA", "POS", "DEP", "MORPH"]
_NUMBERS: list[int | str] = ["HEAD", "SENT_START", "IDX", "SPACY"]

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


def _universal(dep: str) -> str:
    return dep.split(":", 1)[0]


# Cleared when full, so that memory stays bounded however many dispatches are read.
_SHAPES = Kept(_shape)
_MORPHS = Kept(Morph)
_LOWER = Kept(str.lower)
_RELATIONS = Kept(_universal)


class Word:
    """A word of a parsed text: one object for each, so that ``is`` tells words apart.

    `i` is its place among the words of the document, `idx` the character where it begins in `Words.text`;
    `lemma_`, `pos_`, `dep_` and `morph` are Universal Dependencies, `relation` is `dep_` without its subtype,
    `low_lemma` the lemma in lower case; `head` is the word itself at a root; `children` are in the order of the
    text. `marker` is where `trees.marker` keeps its answer.
    """

    __slots__ = (
        "_below",
        "_rank",
        "_shape",
        "_size",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "left_edge",
        "lemma_",
        "low_lemma",
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

    def __init__(
        self, i: int, idx: int, text: str, lemma: str, low_lemma: str, pos: str, dep: str, relation: str,
        morph: Morph, shape: Shape, is_sent_start: bool, whitespace: str,  # noqa: FBT001
    ) -> None:  # fmt: skip
        self.i = i
        self.idx = idx
        self.text = text
        self.lemma_ = lemma
        self.low_lemma = low_lemma
        self.pos_ = pos
        self.dep_ = dep
        self.relation = relation
        self.morph = morph
        self.lower_ = shape.lower
        self.is_sent_start = is_sent_start
        self.whitespace_ = whitespace
        self.marker: str | None = None
        self.left_edge = self.right_edge = self
        self.children = ()
        self._below: dict[str, list[Word]] | None = None
        self._shape = shape
        self._rank = i
        self._size = 1

    @property
    def below(self) -> "dict[str, list[Word]]":
        """The children by their universal and by their full relations, in the order of the text; read only."""
        if self._below is None:
            self._below = _by_relation(self.children) if self.children else _NOTHING
        return self._below

    @property
    def is_punct(self) -> bool:
        """Whether the word is signs of punctuation."""
        return self._shape.is_punct

    @property
    def is_space(self) -> bool:
        """Whether the word is blanks."""
        return self._shape.is_space

    @property
    def is_quote(self) -> bool:
        """Whether the word is a quotation mark."""
        return self._shape.is_quote

    @property
    def is_lower(self) -> bool:
        """Whether the word is written in lower case."""
        return self._shape.is_lower

    @property
    def is_alpha(self) -> bool:
        """Whether the word is letters alone."""
        return self._shape.is_alpha

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


_NOTHING: dict[str, list[Word]] = {}


def _by_relation(words: tuple[Word, ...]) -> dict[str, list[Word]]:
    """Words by their universal and by their full relations."""
    out: dict[str, list[Word]] = {}
    for word in words:
        out.setdefault(word.relation, []).append(word)
        if word.dep_ != word.relation:
            out.setdefault(word.dep_, []).append(word)
    return out


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


class Columns(msgspec.Struct):
    """What stands in the words of a text, list by list, one value a word; to be read only.

    `head` is the place of the head, `kids` are those of the words that hang on it, in order.
    """

    text: list[str]
    lemma: list[str]
    low_lemma: list[str]
    pos: list[str]
    dep: list[str]
    relation: list[str]
    morph: list[Morph]
    shape: list[Shape]
    head: list[int]
    idx: list[int]
    is_sent_start: list[bool]
    whitespace: list[str]
    kids: list[Sequence[int]]

    @classmethod
    def empty(cls) -> "Columns":
        """No words."""
        return cls(*([] for _ in cls.__struct_fields__))

    def add(self, doc: "Doc", begin: int) -> None:
        """The words of a parsed piece, whose first character is the character `begin` of the text."""
        first, strings = len(self.text), doc.vocab.strings
        text, lemma, pos, dep, morph = (_spelt(column, strings) for column in doc.to_array(_STRINGS).T)
        head, start, idx, blank = doc.to_array(_NUMBERS).view("int64").T.tolist()
        self.text += text
        self.lemma += lemma
        self.low_lemma += map(_LOWER.__getitem__, lemma)
        self.pos += pos
        self.dep += dep
        self.relation += map(_RELATIONS.__getitem__, dep)
        self.morph += map(_MORPHS.__getitem__, morph)
        self.shape += map(_SHAPES.__getitem__, text)
        self.head += [i + step for i, step in enumerate(head, first)]
        self.idx += [begin + place for place in idx]
        self.is_sent_start += [True, *(sign == 1 for sign in start[1:])]
        self.whitespace += [" " if sign else "" for sign in blank]

    def words(self) -> "list[Word]":
        """A word for each row, not yet linked; fills `kids`."""
        below: dict[int, list[int]] = {}
        for i, head in enumerate(self.head):
            if head != i:
                below.setdefault(head, []).append(i)
        self.kids = [below.get(i, ()) for i in range(len(self.head))]
        rows = zip(
            self.idx, self.text, self.lemma, self.low_lemma, self.pos, self.dep, self.relation, self.morph,
            self.shape, self.is_sent_start, self.whitespace, strict=True,
        )  # fmt: skip
        return [Word(i, *row) for i, row in enumerate(rows)]


_SPELT: dict[int, str] = {}  # strings by the keys that spaCy has for them, in whatever store


def _spelt(column: Any, strings: "StringStore") -> list[str]:
    """The strings of a column of keys."""
    keys = column.tolist()
    if len(_SPELT) > MOST:
        _SPELT.clear()
    for key in set(keys) - _SPELT.keys():
        _SPELT[key] = strings[key]
    return list(map(_SPELT.__getitem__, keys))


class Words(tuple[Word, ...]):
    """All words of a parsed text, in order.

    `text` are their characters as parsed, `columns` the same words list by list, `sents` the sentences, `ents`
    the names that the pipeline saw, and `ranked` the words in an order in which all that hangs below a word
    follows it at once, `pieces` the first word and the first character of each piece that was parsed by itself.
    What is worked out of the trees again and again is kept in `memory`, by keys of those who work it out.
    """

    text: str
    columns: Columns
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
        words = cls(pile.columns.words())
        words.text = "".join(pile.texts)
        words.columns = pile.columns
        words.memory = {}
        words.ents = tuple(pile.entities)
        words.pieces = tuple(pile.pieces)
        words._link()
        words._cut()
        return words

    def release(self) -> None:
        """Unlink the words, which are of no use then: what nothing links is freed at once, not by a search."""
        self.memory.clear()
        self.ranked.clear()
        self.sents = ()
        for word in self:
            del word.doc, word.head, word.children, word.left_edge, word.right_edge, word.sent, word._below

    def _link(self) -> None:
        for word, head, kids in zip(self, self.columns.head, self.columns.kids, strict=True):
            word.doc = self
            word.head = self[head]
            if kids:
                word.children = tuple([self[kid] for kid in kids])
        self.ranked = _ranked([word for word in self if word.head is word])
        for word in reversed(self.ranked):
            if word.children:
                _embrace(word)

    def _cut(self) -> None:
        starts = [i for i, start in enumerate(self.columns.is_sent_start) if start]
        self.sents = tuple(
            Sentence(self, start, end) for start, end in zip(starts, [*starts[1:], len(self)], strict=True)
        )
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence


def _ranked(roots: list[Word]) -> list[Word]:
    """The words from the roots down, each before all that hangs below it."""
    out: list[Word] = []
    for root in roots:
        left = [root]
        while left:
            word = left.pop()
            word._rank = len(out)
            out.append(word)
            if word.children:
                left.extend(word.children)
    return out


def _embrace(word: Word) -> None:
    """Tell a word its edges and size; those of its children are known."""
    first, last = word, word
    size = 1
    for child in word.children:
        size += child._size
        if child.left_edge.i < first.i:
            first = child.left_edge
        if child.right_edge.i > last.i:
            last = child.right_edge
    word.left_edge, word.right_edge, word._size = first, last, size


class _Pile:
    """The pieces of a text, laid one after the other."""

    def __init__(self) -> None:
        self.columns = Columns.empty()
        self.texts: list[str] = []
        self.entities: list[Entity] = []
        self.pieces: list[tuple[int, int]] = []
        self.length = 0

    def add(self, doc: "Doc") -> None:
        """Lay a piece down, a blank before it if what lies there ends in none."""
        first = len(self.columns.text)
        if len(doc):
            self._separate()
        self.pieces.append((first, self.length))
        if not len(doc):
            return
        self.columns.add(doc, self.length)
        for entity in doc.ents:
            self.entities.append(Entity(first + entity.start, first + entity.end, entity.label_))
        self.texts.append(doc.text)
        self.length += len(self.texts[-1])

    def _separate(self) -> None:
        columns = self.columns
        if columns.text and not columns.shape[-1].is_space and not columns.whitespace[-1]:
            columns.whitespace[-1] = " "
            self.texts.append(" ")
            self.length += 1
