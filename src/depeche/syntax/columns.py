"""Parsed pieces laid one after the other: what spaCy answers of their words, list by list."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from depeche.kept import Kept
from depeche.syntax.shape import LOWER, MORPHS, RELATIONS, SHAPES, Morph, Shape

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_ATTRIBUTES: list[int | str] = ["ORTH", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "SENT_START", "IDX", "SPACY"]
_SPELT = 5  # of these are keys of strings, the others numbers


class Entity(msgspec.Struct, frozen=True):
    """A name that the pipeline saw: the words `start` … `end - 1`, and its kind."""

    start: int
    end: int
    label_: str


class Columns(msgspec.Struct):
    """What stands in the words of a text, list by list, one value a word; to be read only.

    `low` and `low_lemma` are the text and the lemma in lower case, `head` is the place of the head, `kids` are
    those of the words that hang on it, in order.
    """

    text: list[str]
    low: list[str]
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
        first, spell = len(self.text), _spellings(doc.vocab.strings).__getitem__
        rows = doc.to_array(_ATTRIBUTES)
        text, lemma, pos, dep, morph = (list(map(spell, keys)) for keys in rows[:, :_SPELT].T.tolist())
        head, start, idx, blank = rows[:, _SPELT:].view("int64").T.tolist()
        self.text += text
        self.low += map(LOWER.__getitem__, text)
        self.lemma += lemma
        self.low_lemma += map(LOWER.__getitem__, lemma)
        self.pos += pos
        self.dep += dep
        self.relation += map(RELATIONS.__getitem__, dep)
        self.morph += map(MORPHS.__getitem__, morph)
        self.shape += map(SHAPES.__getitem__, text)
        self.head += [i + step for i, step in enumerate(head, first)]
        self.idx += [begin + place for place in idx]
        self.is_sent_start += [True, *(sign == 1 for sign in start[1:])]
        self.whitespace += [" " if sign else "" for sign in blank]

    def link(self) -> None:
        """Fill `kids`, when all pieces are there."""
        below: dict[int, list[int]] = {}
        for i, head in enumerate(self.head):
            if head != i:
                below.setdefault(head, []).append(i)
        self.kids = [below.get(i, ()) for i in range(len(self.head))]


@lru_cache(maxsize=16)
def _spellings(strings: "StringStore") -> Kept[int, str]:
    """The strings of a pipeline by their keys."""
    return Kept(strings.__getitem__)


class Pile:
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
