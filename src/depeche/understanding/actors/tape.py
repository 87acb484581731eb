"""A parse as plain lists: what the readers of actors look at most."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from depeche.syntax.parse import Parse

MARKS = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}
)

# Accents tell short words apart (French "a" and "à", "ou" and "où"), longer ones are often written without.
SHORT = 2
NONE: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case without accents, with plain apostrophes; words of one or two letters keep them."""
    if len(word) <= SHORT:
        return word.lower().translate(MARKS)
    low = unicodedata.normalize("NFD", word.lower()).translate(MARKS)
    return low if low.isascii() else "".join(c for c in low if not unicodedata.combining(c))


class Tape:
    """The tokens of a parse, list by list; all lists have one value a token.

    `word` is the text, `low` the folded text, `pos` and `dep` UD labels (`rel` without subtype), `head` the
    index of the head, `lemma` as tagged, `idx` where the token begins in the parsed text,
    `capital` whether the word begins with a capital letter, `first` whether it opens a sentence,
    `sent` the number of its sentence.
    `unaccented` are adpositions that capitals write without accent.
    """

    def __init__(self, parse: Parse, unaccented: Mapping[str, str] = NONE) -> None:
        doc = parse.doc
        self.parse = parse
        self.word: list[str] = [word.text for word in doc]
        self.pos: list[str] = [word.pos_ for word in doc]
        self.dep: list[str] = [word.dep_ for word in doc]
        self.rel: list[str] = [word.relation for word in doc]
        self.head: list[int] = [word.head.i for word in doc]
        self.lemma: list[str] = [word.lemma_ for word in doc]
        self.idx: list[int] = [word.idx for word in doc]
        self.low: list[str] = [
            unaccented.get(low, low) if pos == "ADP" and word[0].isupper() else low
            for low, pos, word in zip(map(fold, self.word), self.pos, self.word, strict=True)
        ]
        self.capital: list[bool] = [word[:1].isupper() for word in self.word]
        self.paragraph = parse.paragraph
        self._sentences([word.is_sent_start for word in doc])
        self.kids: list[list[int]] = [[child.i for child in word.children] for word in doc]

    def _sentences(self, starts: list[bool]) -> None:
        paragraph = self.paragraph
        self.first: list[bool] = [
            i == 0 or start or paragraph[i] != paragraph[i - 1] for i, start in enumerate(starts)
        ]
        self.sent: list[int] = []
        number = -1
        for first in self.first:
            number += first
            self.sent.append(number)

    def morph(self, i: int, feature: str) -> str:
        """The first value of a morphological feature of a token, ``""`` where it has none."""
        values = self.parse.doc[i].morph.get(feature)
        return str(values[0]) if values else ""

    def __len__(self) -> int:
        return len(self.word)

    def text(self, first: int, last: int) -> str:
        """The exact characters of the tokens `first` … `last`."""
        return self.parse.words(self.parse.span(first, last))

    def shared(self, a: int, b: int) -> bool:
        """Whether two tokens exist and stand in one paragraph."""
        return 0 <= a < len(self.word) and 0 <= b < len(self.word) and self.paragraph[a] == self.paragraph[b]
