"""What words are about, by the tables of their language: the issue, and steps between two states."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from depeche.knowledge.folding import fold
from depeche.languages import load

_HEAD = 3  # letters; a word of an issue has at least as many before a star


class Step(msgspec.Struct, frozen=True):
    """A kind of step between two states, the frames of acts that may be one, and patterns of its words."""

    kind: str
    frames: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]

    def tells(self, words: str) -> bool:
        """Whether the words of a sentence tell of it."""
        plain = _plain(words)
        return all(pattern.search(plain) for pattern in self.patterns)


@lru_cache(maxsize=10_000)
def issue(*texts: str | None, language: str) -> str | None:
    """The issue of the first of some texts that is of one: the one with most words, of two the more particular."""
    names = list(issues(language))
    for text in filter(None, texts):
        found = Counter(_told(_plain(text), language))
        if found:
            return max(found, key=lambda name: (found[name], -names.index(name)))
    return None


@lru_cache
def issues(language: str) -> dict[str, str]:
    """The issues and what a language calls them, the most particular first."""
    return {name: row["name"] for name, row in load(language).table("issues").items()}


@lru_cache
def steps(language: str) -> tuple[Step, ...]:
    """The steps between two states that a language has words for."""
    rows = load(language).table("ties")["tie"]
    return tuple(
        Step(row["kind"], tuple(row["frames"]), tuple(_pattern(one.split("|")) for one in row["words"]))
        for row in rows
    )


def partnership(words: str, language: str) -> tuple[int, int] | None:
    """The span of a partnership's rank in a text; None where none is named."""
    match = _ranks(language).search(fold(words))
    return match.span() if match else None


@lru_cache
def _ranks(language: str) -> re.Pattern[str]:
    """All ranks, the longer first, whatever blanks stand between their words."""
    ranks = sorted(load(language).table("ties")["partnerships"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(r"\s+".join(rank.split()) for rank in ranks) + r")\b")


def _told(plain: str, language: str) -> Iterator[str]:
    """The issues of the words of a text, in their order; no word tells of two."""
    patterns, start, end = _issues(language), 0, 0
    for word in plain.split(" "):
        pattern = patterns.get(word[:_HEAD]) if start >= end else None
        match = pattern.match(plain, start) if pattern else None
        if match:
            end = match.end()
            yield match.lastgroup or ""
        start += len(word) + 1


@lru_cache
def _issues(language: str) -> dict[str, re.Pattern[str]]:
    """The words of the issues by their first letters, so that most words of a text need be compared with none."""
    heads: dict[str, dict[str, list[str]]] = {}
    for name, row in load(language).table("issues").items():
        for word in row["words"]:
            head = word.split(" ")[0].partition("*")[0][:_HEAD]
            heads.setdefault(head, {}).setdefault(name, []).append(word)
    return {
        head: re.compile("(?:" + "|".join(f"(?P<{name}>{_any(its)})" for name, its in words.items()) + r")\b")
        for head, words in heads.items()
    }


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + _any(words) + r")\b")


def _any(words: Iterable[str]) -> str:
    return "|".join(word.replace("*", r"\w*") for word in words)


def _plain(words: str) -> str:
    return " ".join(fold(words).split())
