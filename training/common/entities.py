"""Names in treebanks that nobody marked, labelled where the gazetteers or a word beside them tell their class.

A proper noun that nothing is known of is left open (the recogniser then learns nothing from it); everything
else is no name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from training.common.trees import Token

__all__ = ["Clues"]

_LONGEST = 6


@dataclass(frozen=True)
class Clues:
    """What a language knows of names.

    `names` are known names as words in small letters with their class; `person` gives the end of a person's
    name that begins at a place, or that place; `place` says whether a single proper noun must be a place.
    `nothing` are words with a capital that are no names, in small letters: months, languages; `acronyms`
    names that must stand in capitals (``WHO``).
    """

    names: Mapping[tuple[str, ...], str]
    person: Callable[[Sequence[Token], int], int]
    place: Callable[[Sequence[Token], int], bool]
    nothing: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()

    def known(self, name: str) -> str:
        """The class of a name in the gazetteers, or the empty string."""
        return self.names.get(tuple(name.lower().split()), "")

    def _longest(self, sentence: Sequence[Token], start: int) -> tuple[int, str]:
        """The end and class of the longest gazetteer's name that begins at `start`."""
        forms = tuple(token.form.lower() for token in sentence[start : start + _LONGEST])
        if sentence[start].form[0].isupper():
            for length in range(len(forms), 0, -1):
                label = self.names.get(forms[:length])
                if label and (sentence[start].form.isupper() or forms[0] not in self.acronyms or length > 1):
                    return start + length, label
            if self.place(sentence, start):
                return start + 1, "LOC"
        return start, ""

    def labelled(self, sentence: Sequence[Token]) -> list[Token]:
        """Return the sentence with the entity of each token set as far as it is known."""
        tokens, position = list(sentence), 0
        while position < len(tokens):
            end, label = self.person(tokens, position), "PER"
            if end == position:
                end, label = self._longest(tokens, position)
            if end == position:
                nameless = position == 0 and tokens[position].upos == "NOUN"
                nameless = nameless or tokens[position].form.lower() in self.nothing
                entity = "O" if nameless else _single(tokens[position])
                tokens[position] = replace(tokens[position], entity=entity)
                end = position + 1
            else:
                for inside in range(position, end):
                    prefix = "B-" if inside == position else "I-"
                    tokens[inside] = replace(tokens[inside], entity=prefix + label)
            position = end
        return tokens


def _single(token: Token) -> str:
    """What a word is that begins no known name: no name, or nobody knows."""
    return "" if token.upos in {"PROPN", "X"} or (token.form[0].isupper() and token.upos == "NOUN") else "O"
