"""The footnotes of a brief, numbered as they come, and the lines that cite them."""

from collections.abc import Iterable

import msgspec

from depeche.dossier.outline import Line, Note
from depeche.ledger.facts import Fact

_QUOTED = 150  # characters of a quotation in a line
_NOTED = 120  # and in a footnote

Key = tuple[int, str]  # of sentences: the dispatch and the words


class Source(msgspec.Struct, frozen=True):
    """What a line stands on: the sentences of a fact, as a footnote tells them."""

    key: Key
    published: str | None
    title: str | None
    words: str


class Told(msgspec.Struct, frozen=True):
    """A line before it has the numbers of its footnotes; `quoted` are sentences that it tells in full."""

    text: str
    sources: tuple[Source, ...] = ()
    quoted: Key | None = None
    lead: str = ""


class Footnotes:
    """The footnotes of a brief."""

    def __init__(self) -> None:
        self._notes: dict[Key, tuple[int, Source]] = {}
        self._quoted: set[Key] = set()
        self._cited: set[Key] = set()
        self._first: dict[int, int] = {}  # the number of the first footnote of a dispatch

    def line(self, told: Told, lead: str | None = None) -> Line:
        """A line with the numbers of its footnotes, under a lead of its own or another."""
        if told.quoted:
            self._quoted.add(told.quoted)
        return Line(told.text, self._cite(told.sources), told.lead if lead is None else lead)

    def cited(self, keys: Iterable[Key]) -> bool:
        """Whether all of some sentences are cited already."""
        return self._cited.issuperset(keys)

    def notes(self) -> tuple[Note, ...]:
        """The footnotes; words that a line quotes in full are not told again."""
        return tuple(
            Note(
                number,
                key[0],
                source.published,
                source.title,
                "" if key in self._quoted else source.words,
                first if (first := self._first[key[0]]) != number else None,
            )
            for key, (number, source) in self._notes.items()
        )

    def _cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of the footnotes; words that a line quotes in full need but a footnote of their dispatch."""
        numbers = []
        for source in sources:
            key = source.key
            self._cited.add(key)
            like = key in self._quoted and key not in self._notes and self._first.get(key[0])
            if not like and key not in self._notes:
                number = len(self._notes) + 1
                self._first.setdefault(key[0], number)
                self._notes[key] = number, source
            numbers.append(like or self._notes[key][0])
        return tuple(dict.fromkeys(numbers))


def key(fact: Fact) -> Key:
    """The sentences of a fact."""
    return fact.dispatch, fact.words


def source(fact: Fact) -> Source:
    """What a line of a fact stands on."""
    return Source(key(fact), fact.published, fact.title, _around(fact))


def quotes(fact: Fact) -> Key | None:
    """The sentences of a fact where a line that quotes them tells them in full."""
    return key(fact) if cut(fact.words) == " ".join(fact.words.split()) else None


def cut(words: str, longest: int = _QUOTED) -> str:
    """Words on one line, shortened at a blank where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: max(line.rfind(" ", 0, longest), 0) or longest] + " …"


def _around(fact: Fact) -> str:
    """The words around a fact's evidence, exactly but for blanks, marked where they are cut."""
    words = fact.words
    if len(" ".join(words.split())) <= _NOTED:
        return " ".join(words.split())
    start, end = (at - fact.quote[0] for at in fact.evidence[0])
    low = 0 if end <= _NOTED else words.rfind(" ", 0, max(1, start - _NOTED // 4)) + 1
    return ("… " if low else "") + cut(words[low:], _NOTED)
