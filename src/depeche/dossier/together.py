"""Facts of one kind that several dispatches tell alike, in one language or in two, put together."""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import TypeVar

from depeche.dossier.wording import issue
from depeche.knowledge.folding import fold
from depeche.knowledge.gazetteer import gazetteer
from depeche.knowledge.world import world
from depeche.ledger.facts import Fact
from depeche.ledger.words import stems

_APART = 3  # days between the tellings of one thing
_SHORT = 4  # letters of a word that says little
_SOUNDS = 3  # consonants by which words of two languages are one: "souveraineté", "sovereignty"
_WORD = re.compile(r"\w+")
_VOWELS = re.compile(r"[aeiouy]+")
_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", "ç": "s"})

T = TypeVar("T")


def together(
    items: Sequence[T],
    fact: Callable[[T], Fact],
    key: Callable[[T], Hashable],
    *,
    words: Callable[[T], str],
    bare: Callable[[T], bool] = lambda _: False,
) -> list[list[T]]:
    """The items, the newest first, in groups that tell one thing.

    They are of one key, few days apart, of different dispatches, and their words have a matter in common; one that is
    `bare` of words of its own is what another language tells of with words.
    """

    def fits(item: T, other: T) -> bool:
        mine, theirs = fact(item), fact(other)
        told = (words(item), mine.language, words(other), theirs.language)
        if mine.language != theirs.language and (bare(item) or bare(other)):
            return True
        return alike(*told) or _translated(*told)

    groups: list[list[T]] = []
    open_: dict[Hashable, list[list[T]]] = {}
    for item in items:
        near = open_.setdefault(key(item), [])
        near[:] = [group for group in near if _close(fact(group[-1]).day, fact(item).day)]
        near_by = (g for g in near if all(fact(one).dispatch != fact(item).dispatch for one in g))
        found = next((group for group in near_by if any(fits(item, one) for one in group)), None)
        if found is None:
            found = []
            groups.append(found)
            near.append(found)
        found.append(item)
    return groups


def _translated(one: str, its: str, other: str, language: str) -> bool:
    """Whether words of two languages are of one issue."""
    about = issue(one, language=its) if its != language else None
    return about is not None and about == issue(other, language=language)


def alike(one: str, its: str, other: str, language: str) -> bool:
    """Whether words of two languages, or of one, may be of one matter."""
    one, other = _matter(one, its), _matter(other, language)
    if its != language:
        return bool(_sounds(one) & _sounds(other))
    mine, theirs = _stems(one, its), _stems(other, language)
    return len(mine & theirs) * 2 >= max(1, min(len(mine), len(theirs)))  # half of the fewer


@lru_cache(maxsize=5_000)
def _matter(words: str, language: str) -> str:
    """The words without those that name states: both sides stand in all that is told of them."""
    for hit in reversed(gazetteer(language).find(words)):
        if hit.code and all(world().is_state(code) for code in hit.code.split("; ")):
            words = words[: hit.start] + words[hit.end :]
    return words


@lru_cache(maxsize=5_000)
def _stems(words: str, language: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(words, language).split() if len(stem) >= _SHORT or stem.isdigit())


@lru_cache(maxsize=5_000)
def _sounds(words: str) -> frozenset[str]:
    """The first consonants of the longer words, and figures."""
    found = set()
    for word in _WORD.findall(fold(re.sub(r"(?<=\d)[\s,.](?=\d{3})", "", words))):
        if word.isdigit():
            found.add(word)
        elif len(word) > _SHORT:
            sounds = _VOWELS.sub("", word[1:].translate(_ALIKE))
            if len(sounds) >= _SOUNDS - 1:
                found.add(word[0].translate(_ALIKE) + sounds[: _SOUNDS - 1])
    return frozenset(found)


def _close(one: str | None, other: str | None) -> bool:
    try:
        apart = dt.date.fromisoformat(one or "") - dt.date.fromisoformat(other or "")
    except ValueError:
        return one == other
    return abs(apart.days) <= _APART
