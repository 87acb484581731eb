"""Whether a word is the verb of a clause, whatever the tagger took it for: told by what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FINITE", "tells"]

# The features of a verb that was taken for a noun.
FINITE = "Mood=Ind|Tense=Pres|VerbForm=Fin"
_CLAUSES = frozenset({"advcl", "ccomp", "acl", "acl:relcl"})
_NOMINAL = frozenset({"det", "case", "cop", "amod", "nummod", "compound", "nmod:poss"})


def tells(token: Token) -> bool:
    """Whether a noun tells what a subject of its own does, under a conjunction ("if Iran attacks", "si X attaque")."""
    if token.dep_ not in _CLAUSES:
        return False
    below = {child.dep_ for child in token.lefts}
    return "mark" in below and "nsubj" in below and not below & _NOMINAL
