"""The time words of a language, compiled for look-up.

A pack's ``times/words.toml`` holds one table for each class of words (``[weekday]``, ``[month]`` …): a word
or phrase, as one would write it, and its value. A class may also be a list under ``[words]``, when its words
need no value. ``[forms]`` holds the suffixes of ordinals, and the classes that alone make no time (`glue`).
"""

import re
import unicodedata
from typing import Any

import msgspec

from depeche.languages.pack import Pack

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ‛′´`", "'") | dict.fromkeys("‐‑−\u00ad", "-"))
WORD = r"[^\W\d_]+(?:[-\u00ad\u2010]\n[ \t]*[^\W\d_]+)*"


class Phrase(msgspec.Struct, frozen=True):
    """A run of folded forms and the class and value it has."""

    forms: tuple[str, ...]
    kind: str
    value: Any


class Lexicon:
    """Words by form, phrases by their first two forms (longest first), and the patterns that cut a text."""

    def __init__(self, table: dict[str, Any]) -> None:
        suffixes = "|".join(sorted(table["forms"]["ordinal"], key=len, reverse=True))
        self.ordinal = re.compile(rf"(\d+|[ivxlc]+)({suffixes})")
        self.pieces = _cutter(suffixes, elision=table["forms"].get("elision", True))
        self.capital = frozenset(table["forms"].get("capital", ()))
        self.fold = Folder()
        self.glue = frozenset(table["forms"]["glue"])
        self.single: dict[str, dict[str, Any]] = {}
        self.phrases: dict[tuple[str, str], list[Phrase]] = {}
        for phrase in self._phrases(table):
            if len(phrase.forms) == 1:
                self.single.setdefault(phrase.forms[0], {})[phrase.kind] = phrase.value
            else:
                self.phrases.setdefault((phrase.forms[0], phrase.forms[1]), []).append(phrase)
        self.openers = frozenset(first for first, _ in self.phrases)
        for phrases in self.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.forms))

    def _phrases(self, table: dict[str, Any]) -> list[Phrase]:
        out: list[Phrase] = []
        for kind, words in table.items():
            if kind in ("forms", "words"):
                continue
            out.extend(Phrase(self.cut(word), kind, value) for word, value in words.items())
        for kind, listed in table.get("words", {}).items():
            out.extend(Phrase(self.cut(word), kind, word) for word in listed)
        return out

    def cut(self, text: str) -> tuple[str, ...]:
        """The folded forms of the pieces of a text."""
        return tuple(self.fold(match.group()) for match in self.pieces.finditer(text))


class Folder(dict[str, str]):
    """Folded forms: no accents, no case, plain apostrophes, words broken at a line's end mended; kept."""

    def __call__(self, word: str) -> str:
        """The folded form of one piece."""
        return self[word]

    def __missing__(self, word: str) -> str:
        plain = unicodedata.normalize("NFKD", word.translate(APOSTROPHES)).lower()
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        folded = re.sub(r"-\n[ \t]*", "", plain)
        if len(self) < 50_000:
            self[word] = folded
        return folded


def _cutter(suffixes: str, *, elision: bool) -> re.Pattern[str]:
    """Words (with their apostrophe where it elides), dates in figures, ordinals, numbers, and single signs."""
    apostrophe = "['’‘ʼ]?" if elision else ""
    return re.compile(
        rf"""(?=\S)(?:
        {WORD}{apostrophe}
        | (?<![\d])\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)
        | (?<![\d/.-])\d{{1,2}}([/.-])\d{{1,2}}\1(?:\d{{4}}|\d{{2}})(?![\d/]|[.-]\d)
        | (?<![\d/.])\d{{1,2}}/\d{{1,2}}(?![\d/]|[.,]\d)
        | \d{{1,3}}(?:[.\u00a0\u202f]\d{{3}})+(?!\d)
        | \d+[.,]\d+
        | \d+(?:{suffixes})(?![^\W_])
        | \d+
        | [^\w\s])""",
        re.X,
    )


def load(pack: Pack) -> Lexicon:
    """The lexicon of a pack, compiled once for a pack."""
    if pack.code not in _LOADED or _LOADED[pack.code][0] is not pack:
        _LOADED[pack.code] = (pack, Lexicon(pack.table("times/words")))
    return _LOADED[pack.code][1]


_LOADED: dict[str, tuple[Pack, Lexicon]] = {}
