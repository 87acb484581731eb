"""What tells the class of a French name: the gazetteers, a title or an office before it, *en*."""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from training.common.entities import Clues
from training.fr.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.common.trees import Token

__all__ = ["clues"]

_CLASSES = {
    "LOC": ["capitals", "city", "country_f", "country_m", "country_p", "country_bare"],
    "ORG": ["org_f", "org_m", "org_bare", "media"],
}
_HONORIFICS = {"m.", "mm.", "mme", "mmes", "monsieur", "madame"}
_OFFICES = set(
    "ministre président présidente chef porte-parole secrétaire ambassadeur directeur général juge roi reine "
    "chancelier député sénateur maire avocat écrivain professeur colonel capitaine procureur commissaire "
    "homologue patron dirigeant candidat empereur prince princesse pape acteur actrice chanteur peintre "
    "journaliste entraîneur joueur réalisateur auteur compositeur docteur médecin historien".split()
)


def _plain(entry: str) -> str:
    """A gazetteer's entry as texts have it: ``*Corée [de:case le:det *Sud]:nmod`` → ``corée du sud``."""
    words = re.sub(r"[\[\]*]|:[a-z:]+|/[A-Z]+", "", entry)
    for apart, joint in (("de le ", "du "), ("de I", "d' I"), ("de O", "d' O")):
        words = words.replace(apart, joint)
    return words.lower()


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
    head = sentence[token.head]
    titled = token.dep == "flat:name" and head.form.lower() in _HONORIFICS
    in_office = token.dep == "appos" and head.lemma.lower() in _OFFICES and token.head < start
    first_name = token.form in _first_names() and end > start + 1
    return end if titled or in_office or first_name else start


def _place_after_en(sentence: Sequence[Token], position: int) -> bool:
    """Whether a token is a proper noun after *en*, which stands before no other names than places."""
    token, before = sentence[position], sentence[position - 1]
    return token.upos == "PROPN" and position > 0 and before.form.lower() == "en" and before.head == position


@cache
def clues() -> Clues:
    """What French knows of names."""
    return Clues(_names(), _person, _place_after_en)
