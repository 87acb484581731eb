"""What tells the class of an English name: the gazetteers, a first name, a title or an office before it."""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from training.common.entities import Clues
from training.en.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.common.trees import Token

__all__ = ["clues"]

_CLASSES = {
    "LOC": ["capitals", "city", "country", "country_the", "place"],
    "ORG": ["org_list", "org_the", "media", "body"],
}
_COMMON = {
    "Time",
    "Meta",
    "Dawn",
    "Punch",
    "Vanguard",
    "Guardian",
    "Economist",
    "Apple",
    "Shell",
    "Quad",
    "Duke",
}
_TITLES = set(
    "mr. mr mrs. mrs ms. ms dr. dr president minister secretary senator sen. rep. gov. governor general gen. "
    "colonel col. captain capt. judge justice professor prof. king queen prince princess sheikh shaikh imam "
    "ayatollah mullah pope sir lord lady chancellor premier ambassador spokesman chairman congressman deputy "
    "sergeant sgt. lieutenant lt. rev. director mayor leader envoy chief officer analyst".split()
)


def _plain(entry: str) -> tuple[str, ...]:
    """A gazetteer's entry as the tokenizer cuts it: ``New/ADJ:amod *York`` → ``new``, ``york``."""
    words = re.sub(r"[\[\]*]|:[a-z:]+|/[A-Z]+", "", entry).lower()
    return tuple(words.replace("-", " - ").replace("'s", " 's").replace("&", " & ").split())


@cache
def _names() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for label, files in _CLASSES.items():
        for file in files:
            for entry in entries(file):
                names.setdefault(_plain(entry), label)
    return names


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for file in ("first_m", "first_f") for name in entries(file))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(entries("person"))


def _rest(sentence: Sequence[Token], start: int) -> Iterator[int]:
    """The places after `start` that belong to its flat name, hyphens with them."""
    for place in range(start + 1, len(sentence)):
        token = sentence[place]
        hyphen = token.form == "-" and token.head > place and sentence[token.head].dep == "flat"
        if not hyphen and not (token.dep == "flat" and token.upos == "PROPN"):
            return
        yield place


def _person(sentence: Sequence[Token], start: int) -> int:
    """The end of a person's name that begins at `start`, or `start`."""
    token, end = sentence[start], start + 1
    if token.upos != "PROPN" or not token.form[0].isupper() or token.form.lower() in _TITLES:
        return start
    for place in _rest(sentence, start):
        end = place + 1
    titled = any(
        other.head == start and other.dep == "nmod:desc" and other.form.lower() in _TITLES
        for other in sentence[max(0, start - 6) : start]
    )
    initials = end > start + 1 and bool(re.fullmatch(r"[A-Z]\.", sentence[start + 1].form))
    alone = end == start + 1 and token.dep not in {"compound", "flat"}
    first_name = token.form in _first_names() or (alone and token.form in _surnames())
    forms = tuple(each.form.lower() for each in sentence[start:end])
    known = forms in _names()
    return end if (titled or initials or first_name) and not known else start


def _place(sentence: Sequence[Token], position: int) -> bool:
    """No word before a name tells surely that it is a place."""
    return False


@cache
def clues() -> Clues:
    """What English knows of names."""
    nothing = frozenset(word.lower() for word in entries("nothing")) | _TITLES
    every = (entry for files in _CLASSES.values() for file in files for entry in entries(file))
    acronyms = frozenset(entry.lower() for entry in every if entry.isupper() or entry in _COMMON)
    return Clues(_names(), _person, _place, nothing, acronyms)
