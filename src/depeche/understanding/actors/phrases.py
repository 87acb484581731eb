"""Phrases looked up over folded tokens: a small trie, the longest phrase wins."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from depeche.languages.pack import Pack
from depeche.understanding.actors.tape import MARKS, fold

T = TypeVar("T")
REACH = 6
Split = Callable[[str], list[str]]


def splitter(pack: Pack) -> Split:
    """What gives the folded words of a phrase, cut as the pack's tokenizer cuts them in a text."""
    pieces = pack.pieces
    return lambda phrase: [fold(word) for word in pieces(phrase.translate(MARKS))]


def unhyphened(words: Sequence[str]) -> tuple[str, ...]:
    """The words with those joined again that a hyphen of its own stands between ("kim", "jong-un")."""
    out: list[str] = []
    for k, word in enumerate(words):
        if out and (word == "-" or (k and words[k - 1] == "-")):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


class Phrases(Generic[T]):
    """A trie of phrases with what each stands for; adding a phrase twice keeps the first meaning.

    `split` cuts the phrases that are entered as written.
    """

    def __init__(self, split: Split) -> None:
        self._split = split
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
            self.add(self._split(phrase), meaning)

    @property
    def starts(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._root)

    def before(self, low: Sequence[str], k: int) -> tuple[int, T] | None:
        """The first token and the meaning of the longest phrase, entered from its end, that ends at `k`."""
        if k < 0 or low[k] not in self._root:
            return None
        found = self.at(low[max(0, k + 1 - REACH) : k + 1][::-1], 0)
        return (k - found[0], found[1]) if found is not None else None

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
