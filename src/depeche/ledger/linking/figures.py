"""The figures of a sentence: how many of what, written in digits or in words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from depeche.knowledge.folding import fold
from depeche.languages import load
from depeche.ledger.words import stems
from depeche.record import Span

_DIGITS = re.compile(
    r"(?<![\w.,/-])(?:(?P<grouped>\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+)|(?P<plain>\d+(?:[.,]\d+)?))(?![\w/-])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COUNTED = re.compile(rf"[ \u00a0\u202f]*(?:%|(?P<word>{_WORD.pattern}))")
_FEWEST = 2  # "one" and "a" are articles as well
_HUNDRED = 100


class Figure(msgspec.Struct, frozen=True):
    """A number, the stem of the word after it, and both as written."""

    value: float
    noun: str
    words: str


def figures(words: str, language: str, *, but: Iterable[Span] = ()) -> tuple[Figure, ...]:
    """The figures of some words of a language, those in certain spans (of times) left out."""
    out = but if isinstance(but, tuple) else tuple(but)
    found = []
    for start, end, value in sorted((*_in_digits(words), *_in_words(words, language))):
        if any(low < end and start < high for low, high in out):
            continue
        noun, last = _noun(words, end, language)
        found.append(Figure(value, noun, " ".join(words[start:last].split())))
    return tuple(found)


def _noun(words: str, start: int, language: str) -> tuple[str, int]:
    """What is counted, by the word that follows a number or its sign of per cent, and where that ends."""
    match = _COUNTED.match(words, start)
    if match is None:
        return "", start
    word = match["word"]
    return stems(word, language) if word else "%", match.end()


def _in_digits(words: str) -> Iterator[tuple[int, int, float]]:
    for match in _DIGITS.finditer(words):
        if match["grouped"]:
            value = float("".join(filter(str.isdigit, match["grouped"])))
        else:
            value = float(match["plain"].replace(",", "."))
        yield *match.span(), value


def _in_words(words: str, language: str) -> Iterator[tuple[int, int, float]]:
    known = numbers(language)
    for match in _WORD.finditer(words):
        value = _value(fold(match.group()), known)
        if value >= _FEWEST:
            yield *match.span(), float(value)


def _value(word: str, known: dict[str, int]) -> int:
    """The number that a word is, also of two parts: twenty-five; 0 where it is none."""
    if word in known:
        return known[word]
    parts = [known.get(part, 0) for part in re.split(r"[- ]", word)]
    return sum(parts) if len(parts) > 1 and all(parts) and parts[0] < _HUNDRED else 0


@lru_cache
def numbers(language: str) -> dict[str, int]:
    """The words of a language that are numbers, folded."""
    words: dict[str, int] = load(language).table("times/words").get("number", {})
    return {fold(word): value for word, value in words.items()}
