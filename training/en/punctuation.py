"""Where commas and hyphens hang: on the clause or the noun whose parts they separate.

EWT hangs the comma after a fronted phrase on the phrase, most treebanks on the clause. A comma that hangs on the
clause says nothing of the phrase, and a parser finds its head without deciding where the phrase belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.common.conllu import Row

__all__ = ["rehang"]

_HYPHENS = {"-", "–"}
_COMMAS = {",", ";", ":", "--"}
_FRONTED = {"obl", "advcl", "advmod", "amod", "mark", "cc"}
_FOLLOWING = {"obl", "advcl", "advmod"}


class _Units:
    """The parts of a sentence on either side of a mark: the highest words whose subtrees end or begin there."""

    def __init__(self, words: Sequence[Row]) -> None:
        self._words = words
        self.heads = [word.head - 1 for word in words]
        self.first, self.last = list(range(len(words))), list(range(len(words)))
        for place, word in enumerate(words):
            if word.upos == "PUNCT":
                continue
            above = self.heads[place]
            while above >= 0:
                self.first[above], self.last[above] = (
                    min(self.first[above], place),
                    max(self.last[above], place),
                )
                above = self.heads[above]

    def _neighbour(self, place: int, step: int) -> int:
        """The next word beside a mark that is no mark, or -1."""
        place += step
        while 0 <= place < len(self._words) and self._words[place].upos == "PUNCT":
            place += step
        return place if place < len(self._words) else -1

    def around(self, mark: int) -> tuple[int, int]:
        """The part that ends before `mark` and the part that begins after it, -1 where there is none."""
        left, right = self._neighbour(mark, -1), self._neighbour(mark, 1)
        edge = left
        while left >= 0 and self.heads[left] >= 0 and self.last[self.heads[left]] == edge:
            left = self.heads[left]
        edge = right
        while right >= 0 and self.heads[right] >= 0 and self.first[self.heads[right]] == edge:
            right = self.heads[right]
        return left, right


def _head(words: Sequence[Row], units: _Units, mark: int) -> int:
    """The word that a mark shall hang on, or -1 where it stays."""
    left, right = units.around(mark)
    if left < 0 or right < 0:
        return -1
    before, after = (words[place].relation.split(":")[0] for place in (left, right))
    head = units.heads[left]
    if words[mark].form in _HYPHENS:
        return right if head == right else -1
    if head == right:
        return right if before in _FRONTED else -1
    if units.heads[right] == left:
        return (
            left
            if after in {"obl", "advcl", "nmod", "ccomp"} and words[right].relation != "nmod:desc"
            else -1
        )
    if head < 0 or head != units.heads[right]:
        return -1
    if left < right < head:
        return head if before in _FRONTED else -1
    return head if head < left and after in _FOLLOWING else -1


def rehang(words: list[Row]) -> None:
    """Hang the commas and hyphens of a sentence, in place."""
    units = _Units(words)
    for mark, word in enumerate(words):
        if word.upos == "PUNCT" and word.form in _COMMAS | _HYPHENS:
            head = _head(words, units, mark)
            if head >= 0:
                word.head = head + 1
