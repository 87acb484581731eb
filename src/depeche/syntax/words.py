"""The words of a parsed dispatch as plain objects, made once from what spaCy answers.

spaCy makes a new Token at every look and finds each attribute in a store of strings; understanding looks at
the same words hundreds of times. Here each word is one object with its attributes in place, and trees are
walked without recursion, so that no sentence is too deep.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from depeche.syntax.columns import Columns, Entity, Pile
from depeche.syntax.compounds import join_compounds
from depeche.syntax.ligatures import mend_ligatures
from depeche.syntax.mending import mend
from depeche.syntax.mending_breaks import mend_breaks
from depeche.syntax.mending_clauses import mend_clauses
from depeche.syntax.mending_first import Endings, mend_first
from depeche.syntax.shape import Morph, Shape

if TYPE_CHECKING:
    from spacy.tokens import Doc


_T = TypeVar("_T")


class Word:
    """A word of a parsed text: one object for each, so that ``is`` tells words apart.

    `i` is its place among the words of the document, `idx` the character where it begins in `Words.text`;
    `lemma_`, `pos_`, `dep_` and `morph` are Universal Dependencies, `relation` is `dep_` without its subtype,
    `low_lemma` the lemma in lower case; `head` is the word itself at a root; `children` are in the order of the
    text, `below` has them by their universal and by their full relations; what it holds is only read. `facts` is
    where `once` keeps what it was told.
    """

    __slots__ = (
        "_rank",
        "_shape",
        "_size",
        "below",
        "children",
        "dep_",
        "doc",
        "facts",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "left_edge",
        "lemma_",
        "low_lemma",
        "lower_",
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
    below: "dict[str, list[Word]]"
    left_edge: "Word"
    right_edge: "Word"
    sent: "Sentence"

    def __init__(
        self, i: int, idx: int, text: str, lower: str, lemma: str, low_lemma: str, pos: str, dep: str, relation: str,
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
        self.lower_ = lower
        self.is_sent_start = is_sent_start
        self.whitespace_ = whitespace
        self.facts: dict[object, Any] | None = None
        self.left_edge = self.right_edge = self
        self.children = ()
        self.below = _NOTHING
        self._shape = shape
        self._rank = i
        self._size = 1

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


def once(tell: "Callable[[Word], _T]") -> "Callable[[Word], _T]":
    """A question about a word that is answered once: trees never change, and understanding asks again and again."""

    @wraps(tell)
    def told(word: Word) -> _T:
        facts = word.facts
        if facts is None:
            facts = word.facts = {}
        elif tell in facts:
            return cast("_T", facts[tell])
        answer = facts[tell] = tell(word)
        return answer

    return told


def _by_relation(words: tuple[Word, ...]) -> dict[str, list[Word]]:
    """Words by their universal and by their full relations."""
    out: dict[str, list[Word]] = {}
    for word in words:
        relation, dep = word.relation, word.dep_
        if relation in out:
            out[relation].append(word)
        else:
            out[relation] = [word]
        if dep != relation:
            out.setdefault(dep, []).append(word)
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
    def of(
        cls,
        docs: "Iterable[Doc]",
        compounds: Mapping[str, str] | None = None,
        endings: Endings = (),
        ligatures: tuple[str, ...] = (),
    ) -> "Words":
        """The words of parsed pieces, joined; no sentence and no tree reaches over a border of pieces.

        `compounds` are words with hyphens that count as one, with their class (`depeche.syntax.compounds`); `endings`
        those of the first person plural (`depeche.syntax.mending_first`), `ligatures` beginnings of words that have one.
        """
        pile = Pile()
        for doc in docs:
            pile.add(doc)
        join_compounds(pile.columns, compounds or {})
        mend_clauses(pile.columns)
        mend_breaks(pile.columns, frozenset(first for first, _ in pile.pieces))
        mend_ligatures(pile.columns, ligatures)
        mend_first(pile.columns, endings)
        mend(pile.columns)
        pile.columns.link()
        words = cls(_unlinked(pile.columns))
        words.text = "".join(pile.texts)
        words.columns = pile.columns
        words.memory = {}
        words.ents = tuple(pile.entities)
        words.pieces = tuple(pile.pieces)
        words._link()
        words._cut()
        return words

    @property
    def spans(self) -> "list[tuple[int, int]]":
        """The characters of each piece in `text`, without blanks at its end."""
        starts = [start for _, start in self.pieces]
        ends = [*starts[1:], len(self.text)]
        return [
            (start, start + len(self.text[start:end].rstrip()))
            for start, end in zip(starts, ends, strict=True)
        ]

    def of_lemma(self, lemmas: Container[str]) -> "list[Word]":
        """The words with one of these lemmas in lower case, in order."""
        return [self[i] for i, lemma in enumerate(self.columns.low_lemma) if lemma in lemmas]

    def release(self) -> None:
        """Unlink the words, which are of no use then: what nothing links is freed at once, not by a search."""
        self.memory.clear()
        self.ranked.clear()
        self.sents = ()
        for word in self:
            del (
                word.doc,
                word.head,
                word.children,
                word.left_edge,
                word.right_edge,
                word.sent,
                word.below,
                word.facts,
            )

    def _link(self) -> None:
        for word, head, kids in zip(self, self.columns.head, self.columns.kids, strict=True):
            word.doc = self
            word.head = self[head]
            if kids:
                word.children = tuple([self[kid] for kid in kids])
                word.below = _by_relation(word.children)
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


def _unlinked(columns: Columns) -> list[Word]:
    """A word for each row of the columns."""
    rows = zip(
        columns.idx, columns.text, columns.low, columns.lemma, columns.low_lemma, columns.pos, columns.dep,
        columns.relation, columns.morph, columns.shape, columns.is_sent_start, columns.whitespace, strict=True,
    )  # fmt: skip
    return [Word(i, *row) for i, row in enumerate(rows)]


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
