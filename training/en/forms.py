"""The forms of English verbs and nouns: rules, and the tables of ``data/`` for what breaks them."""

from __future__ import annotations

import itertools
import re
from functools import cache
from pathlib import Path

__all__ = ["noun_forms", "plural", "verb_form", "verb_forms"]

_DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


@cache
def _irregular() -> dict[str, tuple[list[str], list[str]]]:
    return {row[0]: (row[1].split("|"), row[2].split("|")) for row in _rows("irregular_verbs.txt")}


@cache
def _plurals() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("irregular_nouns.txt")}


@cache
def _doubling() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that double their last letter, and those that may."""
    rows = _rows("doubling.txt")
    cut = rows.index(["---"])
    always, perhaps = (frozenset(itertools.chain(*part)) for part in (rows[:cut], rows[cut + 1 :]))
    return always, perhaps


def _stems(verb: str) -> list[str]:
    """What ``-ed`` and ``-ing`` are put to, the usual one first."""
    always, perhaps = _doubling()
    doubled = verb + verb[-1]
    if verb in always or re.fullmatch(r"[^aeiouy]*(?:qu)?[aeiouy][bdgklmnprtvz]", verb):
        return [doubled]
    return [doubled, verb] if verb in perhaps else [verb]


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word) or (word.endswith("o") and len(word) < 5 and word != "euro"):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if re.search(r"[^aeiou]y$", stem) else stem + "ed"


def _ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    silent = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2
    return (stem[:-1] if silent else stem) + "ing"


@cache
def _table(verb: str) -> dict[str, list[str]]:
    """The forms of a verb: third person, past, participles; the preferred ones first."""
    stems = _stems(verb)
    past = [_ed(stem) for stem in stems]
    pasts, participles = _irregular().get(verb, (past, past))
    third = {"have": "has", "do": "does", "go": "goes", "undergo": "undergoes", "be": "is"}.get(verb)
    return {
        "base": [verb],
        "s": [third or _with_s(verb)],
        "past": list(pasts),
        "part": list(participles),
        "ing": [_ing(stem) for stem in (stems if verb not in _irregular() else _stems(verb))],
    }


def verb_form(verb: str, form: str) -> str:
    """Return the ``base``, ``s``, ``past``, ``part`` or ``ing`` form: ``commit``, ``past`` → ``committed``."""
    if verb == "be":
        return {"base": "be", "s": "is", "past": "was", "part": "been", "ing": "being"}[form]
    return _table(verb)[form][0]


def verb_forms(verb: str) -> list[str]:
    """Return all distinct forms of a verb, spellings beside each other."""
    if verb == "be":
        return ["be", "am", "'m", "is", "'s", "are", "'re", "was", "were", "been", "being"]
    return list(dict.fromkeys(form for forms in _table(verb).values() for form in forms))


def plural(noun: str) -> str:
    """Return the plural of a noun: ``ally`` → ``allies``, ``spokesman`` → ``spokesmen``."""
    return _plurals().get(noun.lower(), _with_s(noun)) if noun.islower() else _with_s(noun)


def noun_forms(noun: str) -> list[str]:
    """Return singular and plural."""
    return list(dict.fromkeys([noun, plural(noun)]))
