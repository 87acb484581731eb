"""Names in the treebanks, labelled where the gazetteers or a title before them tell their class.

The treebanks have no names marked. A proper noun that nothing is known of is left open (the recogniser
then learns nothing from it); everything else is no name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from training.fr.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.fr.trees import Token

__all__ = ["labelled"]

_CLASSES = {
    "LOC": ["capitals", "city", "country_f", "country_m", "country_p", "country_bare"],
    "ORG": ["org_f", "org_m", "org_bare", "media"],
}
_HONORIFICS = {"m.", "mm.", "mme", "mmes", "monsieur", "madame"}
_LONGEST = 5


def _plain(entry: str) -> str:
    """A gazetteer's entry as texts have it: ``*Corée [de:case le:det *Sud]:nmod`` → ``corée du sud``."""
    words = re.sub(r"[\[\]*]|:[a-z:]+|/[A-Z]+", "", entry)
    for apart, joint in (("de le ", "du "), ("de I", "d' I"), ("de O", "d' O")):
        words = words.replace(apart, joint)
    return words.lower()


@cache
def _names() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for label, files in _CLASSES.items():
        for file in files:
            for entry in entries(file):
                names.setdefault(tuple(_plain(entry).split()), label)
    for name in ("union européenne", "union africaine", "commission européenne", "nations unies",
                 "conseil de sécurité", "conseil européen", "parlement européen", "ligue arabe"):  # fmt: skip
        names[tuple(name.split())] = "ORG"
    return names


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for file in ("first_m", "first_f") for name in entries(file))


def _person(sentence: Sequence[Token], start: int) -> int:
    """The end of a person's name that begins at `start`, or `start`."""
    token = sentence[start]
    end = start + 1
    while end < len(sentence) and sentence[end].dep == "flat:name" and sentence[end].form[0].isupper():
        end += 1
    if token.upos != "PROPN" or not token.form[0].isupper():
        return start
    titled = token.dep == "flat:name" and sentence[token.head].form.lower() in _HONORIFICS
    return end if titled or (token.form in _first_names() and end > start + 1) else start


def _known(sentence: Sequence[Token], start: int) -> tuple[int, str]:
    """The end and class of the longest gazetteer's name that begins at `start`."""
    forms = tuple(token.form.lower() for token in sentence[start : start + _LONGEST])
    if sentence[start].form[0].isupper():
        for length in range(len(forms), 0, -1):
            if label := _names().get(forms[:length]):
                return start + length, label
    return start, ""


def _single(token: Token) -> str:
    """What a word is that begins no known name: no name, or nobody knows."""
    return "" if token.upos in {"PROPN", "X"} or (token.form[0].isupper() and token.upos == "NOUN") else "O"


def labelled(sentence: Sequence[Token]) -> list[Token]:
    """Return the sentence with the entity of each token set as far as it is known."""
    tokens, position = list(sentence), 0
    while position < len(tokens):
        end, label = _person(tokens, position), "PER"
        if end == position:
            end, label = _known(tokens, position)
        if end == position:
            initial = position == 0 and tokens[position].upos == "NOUN"
            tokens[position] = replace(tokens[position], entity="O" if initial else _single(tokens[position]))
            end = position + 1
        else:
            for inside in range(position, end):
                prefix = "B-" if inside == position else "I-"
                tokens[inside] = replace(tokens[inside], entity=prefix + label)
        position = end
    return tokens
