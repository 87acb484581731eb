"""Clauses of the treebanks that the grammar puts into the mouths of its speakers."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from training.common.trees import Node, Sentence, plant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

__all__ = ["Clauses"]

_MARKS = set('"«»()?!;:“”-–—…')


def _fits(sentence: Sentence) -> bool:
    """Whether a sentence is one plain finite clause with its subject before the verb and a full stop."""
    if not 5 <= len(sentence) <= 26 or sentence[-1].form != "." or sentence[0].upos == "CCONJ":
        return False
    if any(token.form in _MARKS for token in sentence):
        return False
    root = next(position for position, token in enumerate(sentence) if token.head == position)
    if any(token.head == len(sentence) - 1 for token in sentence[:-1]) or sentence[-1].head != root:
        return False
    finite = any(
        "VerbForm=Fin" in token.feats and root in {token.head, place} for place, token in enumerate(sentence)
    )
    return finite and any(token.dep.startswith("nsubj") and token.head == root for token in sentence[:root])


class Clauses:
    """The clauses, to be called with a generator of random numbers for one of them."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """Choose the fitting ones among `sentences`."""
        trees = (plant(list(sentence)[:-1]) for sentence in sentences if _fits(sentence))
        self._trees = [tree for tree in trees if tree is not None]

    def __call__(self, rng: Random) -> Node:
        """Return a copy of a clause, without a capital that only the beginning gave it."""
        root = copy.deepcopy(rng.choice(self._trees))
        first, *_, last = root.words()
        if first.upos != "PROPN" and not (len(first.form) > 1 and first.form.isupper()):
            first.form = first.form[0].lower() + first.form[1:]
        last.space = True
        return root
