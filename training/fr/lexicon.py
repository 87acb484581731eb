"""The words that the grammar may use: function words, nouns, adjectives, names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from training.fr.inflection import plural
from training.fr.trees import Node

__all__ = ["adjectives", "entries", "word"]

_DATA = Path(__file__).parent / "data"
_GENDERS = {"m": "Masc", "f": "Fem"}


def _lines(path: Path) -> list[str]:
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf8").splitlines())
    return [line for line in lines if line]


def _features(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split("|")) if text not in {"", "_"} else {}


@cache
def entries(name: str) -> list[str]:
    """Return the entries of a gazetteer; a line may hold several between commas."""
    lines = _lines(_DATA / "gazetteer" / f"{name.lower()}.txt")
    return [entry.strip() for line in lines for entry in line.split(",") if entry.strip()]


@cache
def _function_words() -> dict[str, tuple[str, str, dict[str, str]]]:
    rows = [line.split() for line in _lines(_DATA / "words.txt")]
    return {row[0]: (row[1], row[2], _features(row[3] if len(row) > 3 else "")) for row in rows}


@cache
def _nouns() -> dict[str, str]:
    rows = [line.split(":") for line in _lines(_DATA / "nouns.txt")]
    return {noun: _GENDERS[gender.strip()] for gender, nouns in rows for noun in nouns.split()}


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives of the lexicon, masculine singular."""
    return frozenset(adjective for line in _lines(_DATA / "adjectives.txt") for adjective in line.split())


def word(text: str, *, adjective: bool = False) -> Node:
    """Return the word of the lexicon written `text`.

    ``accord.p`` is the plural of a noun; ``form/UPOS`` and ``form/UPOS/lemma/feats`` say what the lexicon
    does not; an unknown word with a capital is a proper noun. Where a noun and an adjective are written
    alike, `adjective` tells which is meant.

    Raises:
        KeyError: the lexicon does not have the word.
    """
    form, *said = text.split("/")
    if said:
        lemma = said[1] if len(said) > 1 else form
        return Node(form, lemma, said[0], _features(said[2] if len(said) > 2 else ""))
    if not any(map(str.isalnum, form)):
        return Node(form, form, "PUNCT")
    base, _, suffix = form.partition(".")
    noun = base if base in _nouns() else base.lower()
    if text in _function_words():
        lemma, upos, feats = _function_words()[text]
        return Node(form, lemma, upos, dict(feats))
    if form.lower() in adjectives() and (adjective or noun not in _nouns()) and not form.isupper():
        return Node(form, form.lower(), "ADJ")
    if noun in _nouns() and suffix in {"", "p"}:
        number = {"Gender": _nouns()[noun], "Number": "Plur" if suffix else "Sing"}
        return Node(plural(base) if suffix else base, noun, "NOUN", number)
    if (form[0].isupper() or form[0].isdigit()) and suffix != "p":
        return Node(form, form, "PROPN" if form[0].isupper() else "NUM")
    raise KeyError(f"The lexicon has no word {text!r}: add it to training/fr/data.")
