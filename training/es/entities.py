"""What tells the class of a Spanish name: the gazetteers, a title or an office before it."""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from training.common.entities import Clues
from training.es.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.common.trees import Token

__all__ = ["labelled"]

_CLASSES = {
    "PER": ["seen_persons"],
    "LOC": [
        "capitals",
        "city",
        "country_f",
        "country_m",
        "country_p",
        "country_us",
        "country_fp",
        "seen_places",
    ],
    "ORG": ["org_f", "org_m", "org_mp", "org_fp", "org_bare", "media", "seen_bodies"],
    "NONE": ["seen_others"],
}
_TITLES = set(
    "señor señora sr. sra. don doña doctor doctora dr. dra. presidente presidenta ministro ministra canciller rey reina "
    "papa general coronel capitán comandante secretario secretaria embajador embajadora gobernador gobernadora alcalde "
    "alcaldesa diputado diputada senador senadora juez jueza portavoz líder mandatario director directora escritor "
    "escritora actor actriz cantante pintor periodista profesor profesora abogado historiador entrenador jugador "
    "delantero futbolista príncipe princesa emperador cardenal arzobispo obispo fiscal premier candidato candidata "
    "expresidente exministro vicepresidente vicepresidenta jefe jefa hermano hija hijo esposa padre madre".split()
)
_NOTHING = set("dios internet navidad constitución biblia euro dólar web".split())
_AMBIGUOUS = {
    "reforma",
    "vox",
    "meta",
    "apple",
    "shell",
    "sumar",
    "ciudadanos",
    "wagner",
    "vale",
    "santander",
    "andina",
}


@cache
def _names() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for label, files in _CLASSES.items():
        for file in files:
            for entry in entries(file):
                names.setdefault(tuple(entry.lower().split()), label)
    return {name: label for name, label in names.items() if name not in {(word,) for word in _AMBIGUOUS}}


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for file in ("first_m", "first_f") for name in entries(file))


def _person(sentence: Sequence[Token], start: int) -> int:
    """The end of a person's name that begins at `start`, or `start`."""
    token, end = sentence[start], start + 1
    if token.upos != "PROPN" or not token.form[0].isupper():
        return start
    while end < len(sentence) and sentence[end].dep == "flat" and sentence[end].form[0].isupper():
        end += 1
    if tuple(each.form.lower() for each in sentence[start:end]) in _names():
        return start
    head = sentence[token.head]
    titled = token.dep in {"appos", "flat"} and token.head < start and head.lemma.lower() in _TITLES
    full = token.form in _first_names() and end > start + 1
    return end if titled or full else start


def _place(sentence: Sequence[Token], position: int) -> bool:
    """No word before a name tells surely that it is a place."""
    return False


def labelled(sentence: Sequence[Token]) -> list[Token]:
    """Return the sentence with the entity of each token set as far as it is known."""
    tokens = _clues().labelled(sentence)
    return [replace(token, entity="O") if token.entity.endswith("-NONE") else token for token in tokens]


@cache
def _clues() -> Clues:
    """What Spanish knows of names."""
    every = (entry for files in _CLASSES.values() for file in files for entry in entries(file))
    acronyms = frozenset(entry.lower() for entry in every if entry.isupper() and entry.isalpha())
    return Clues(_names(), _person, _place, frozenset(_NOTHING), acronyms)
