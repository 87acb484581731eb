"""A parse as plain lists: what the readers of actors look at most."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from depeche.kept import Kept
from depeche.syntax.items import items
from depeche.syntax.parse import Parse

MARKS = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}
)

# Accents tell short words apart (French "a" and "à", "ou" and "où"), longer ones are often written without.
SHORT = 2
NONE: Mapping[str, str] = MappingProxyType({})


def _folded(word: str) -> str:
    if len(word) <= SHORT:
        return word.lower().translate(MARKS)
    low = unicodedata.normalize("NFD", word.lower()).translate(MARKS)
    return low if low.isascii() else "".join(c for c in low if not unicodedata.combining(c))


def _capital(word: str) -> bool:
    return word[:1].isupper()


_FOLDED = Kept(_folded)
_CAPITAL = Kept(_capital)


def fold(word: str) -> str:
    """Lower case without accents, with plain apostrophes; words of one or two letters keep them."""
    return _FOLDED[word]


def folded(words: Iterable[str]) -> list[str]:
    """Each of the words folded."""
    return list(map(_FOLDED.__getitem__, words))


class Tape:
    """The tokens of a parse, list by list; all lists have one value a token.

    `word` is the text, `low` the folded text, `pos` and `dep` UD labels (`rel` without subtype), `head` the
    index of the head, `kids` those of what hangs on it, `lemma` as tagged, `idx` where the token begins in
    the parsed text, `capital` whether the word begins with a capital letter, `first` whether it opens a
    sentence, `sent` the number of its sentence; `size` is the number of tokens, `item` the item of each paragraph.
    `unaccented` are adpositions that capitals write without accent.
    """

    def __init__(self, parse: Parse, unaccented: Mapping[str, str] = NONE) -> None:
        columns = parse.doc.columns
        self.parse = parse
        self.size = len(columns.text)
        self.word: list[str] = columns.text
        self.pos: list[str] = columns.pos
        self.dep: list[str] = columns.dep
        self.rel: list[str] = columns.relation
        self.head: list[int] = columns.head
        self.kids: list[Sequence[int]] = columns.kids
        self.lemma: list[str] = columns.lemma
        self.idx: list[int] = columns.idx
        self.low: list[str] = folded(self.word)
        self.capital: list[bool] = list(map(_CAPITAL.__getitem__, self.word))
        for i in self.capitals:
            if self.pos[i] == "ADP":
                self.low[i] = unaccented.get(self.low[i], self.low[i])
        self.paragraph = parse.paragraph
        self.item = items(parse)
        self.first: list[bool] = columns.is_sent_start
        self.sent: list[int] = list(accumulate(self.first, initial=-1))[1:]

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        return [i for i, capital in enumerate(self.capital) if capital]

    def morph(self, i: int, feature: str) -> str:
        """The first value of a morphological feature of a token, ``""`` where it has none."""
        values = self.parse.doc[i].morph.get(feature)
        return str(values[0]) if values else ""

    def __len__(self) -> int:
        return self.size

    def text(self, first: int, last: int) -> str:
        """The exact characters of the tokens `first` … `last`."""
        return self.parse.words(self.parse.span(first, last))

    def shared(self, a: int, b: int) -> bool:
        """Whether two tokens exist and stand in one paragraph."""
        return 0 <= a < self.size and 0 <= b < self.size and self.paragraph[a] == self.paragraph[b]
