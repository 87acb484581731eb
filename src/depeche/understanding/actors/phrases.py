"""Phrases looked up over folded tokens: a small trie, the longest phrase wins."""

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from depeche.understanding.actors.tape import MARKS, fold

T = TypeVar("T")
PART = re.compile(r"[^\s']+'?|'")


def split(phrase: str) -> list[str]:
    """The folded words of a phrase as a tokenizer cuts them: an elided word stands alone."""
    return [fold(word) for word in PART.findall(phrase.translate(MARKS))]


class Phrases(Generic[T]):
    """A trie of phrases with what each stands for; adding a phrase twice keeps the first meaning."""

    def __init__(self) -> None:
        self._root: dict[str, list[object]] = {}

    def add(self, words: Sequence[str], meaning: T) -> None:
        """Enter one phrase as folded words."""
        node = self._root
        slot: list[object] | None = None
        for word in words:
            slot = node.setdefault(word, [None, {}])
            node = slot[1]  # type: ignore[assignment]
        if slot is not None and slot[0] is None:
            slot[0] = meaning

    def update(self, phrases: Iterable[str], meaning: T) -> None:
        """Enter several phrases as written."""
        for phrase in phrases:
            self.add(split(phrase), meaning)

    @property
    def starts(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._root)

    def at(self, low: Sequence[str], i: int, stop: int | None = None) -> tuple[int, T] | None:
        """The last token and the meaning of the longest phrase that begins at token `i`."""
        end = len(low) if stop is None else stop
        if i >= end or low[i] not in self._root:
            return None
        node = self._root
        best: tuple[int, T] | None = None
        while i < end:
            slot = node.get(low[i])
            if slot is None:
                break
            if slot[0] is not None:
                best = i, slot[0]  # type: ignore[assignment]
            node = slot[1]  # type: ignore[assignment]
            i += 1
        return best
