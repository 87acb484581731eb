"""A small conjugator of Spanish verbs: all the forms of a verb from its infinitive.

Regular verbs follow their ending and the rules of spelling; the stems of others change under stress
(``data/stem_changes.txt``), and a few follow a family of ``data/verb_families.tsv``, whose endings are
written with ``-`` where verbs with prefixes go the same way (``-tener``: mantener, sostener).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["PRONOUNS", "Cell", "conjugate", "forms", "with_pronoun"]

Cell = tuple[str, str, int, str]
"""Mood, tense, person (0 where there is none) and number, as Universal Dependencies write them."""

PRONOUNS = ("se", "lo", "la", "los", "las", "le", "les", "me", "nos")
"""Pronouns that are written as the end of an infinitive or a gerund."""
_DATA = Path(__file__).parent / "data"
_PERSONS = [(1, "Sing"), (2, "Sing"), (3, "Sing"), (1, "Plur"), (2, "Plur"), (3, "Plur")]
_STRESSED = (0, 1, 2, 5)
_PRESENT = {
    "a": ["o", "as", "a", "amos", "áis", "an"],
    "e": ["o", "es", "e", "emos", "éis", "en"],
    "i": ["o", "es", "e", "imos", "ís", "en"],
}
_SUBJUNCTIVE = {
    "a": ["e", "es", "e", "emos", "éis", "en"],
    "e": ["a", "as", "a", "amos", "áis", "an"],
    "i": ["a", "as", "a", "amos", "áis", "an"],
}
_PRETERITE = {
    "a": ["é", "aste", "ó", "amos", "asteis", "aron"],
    "e": ["í", "iste", "ió", "imos", "isteis", "ieron"],
    "i": ["í", "iste", "ió", "imos", "isteis", "ieron"],
}
_FUTURE = ["é", "ás", "á", "emos", "éis", "án"]
_CONDITIONAL = ["ía", "ías", "ía", "íamos", "íais", "ían"]
_IMPERFECT = {
    "ab": ["a", "as", "a", "amos", "ais", "an"],
    "í": ["a", "as", "a", "amos", "ais", "an"],
}
_ACCENT = dict(zip("aeiou", "áéíóú", strict=True))
_FRONT, _BACK = "eiéí", "aoáó"


@dataclass(frozen=True)
class _Stems:
    """What the forms of a verb are made of."""

    present: list[str]
    preterite: list[str]
    future: str
    subjunctive: list[str]
    participle: str
    gerund: str
    imperfect: str


def _rows(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _families() -> list[tuple[str, list[str]]]:
    """Ending and columns of each family, the longest ending first, a whole verb before its prefixed kin."""
    rows = [line.split("\t") for line in _rows("verb_families.tsv")]
    return sorted(
        ((row[0], row[1:]) for row in rows), key=lambda row: (-len(row[0].lstrip("-")), row[0][0] == "-")
    )


@cache
def _changes() -> dict[str, str]:
    """The change of the stem of each verb, or of each ending with its hyphen."""
    rows = [line.split(": ") for line in _rows("stem_changes.txt")]
    return {verb: change for change, verbs in rows for verb in verbs.split()}


@cache
def _participles() -> list[tuple[str, str]]:
    rows = [line.split() for line in _rows("participles.txt")]
    return [(ending, participle) for ending, participle in rows]


def _irregular(infinitive: str) -> _Stems | None:
    for ending, columns in _families():
        whole, ending = not ending.startswith("-"), ending.lstrip("-")
        if infinitive == ending or (not whole and infinitive.endswith(ending)):
            front = infinitive[: len(infinitive) - len(ending)]
            present, preterite, future, subjunctive, participle, gerund, imperfect = columns
            return _Stems(
                [front + form for form in present.split(" ")],
                [front + form for form in preterite.split(" ")],
                front + future,
                [front + form for form in subjunctive.split(" ")],
                front + participle,
                front + gerund,
                front + imperfect,
            )
    return None


def _change(infinitive: str) -> str:
    """The change of a verb's stem, as ``e>ie/i``; the empty string if there is none."""
    changes = _changes()
    for start in range(len(infinitive)):
        if change := changes.get(("-" if start else "") + infinitive[start:]):
            return change
    return changes.get("-" + infinitive, "")


def _replaced(stem: str, old: str, new: str) -> str:
    """The stem with the last vowel `old` changed; at the beginning ``ie`` is ``ye``, ``ue`` is ``hue``."""
    front, _, back = stem.rpartition(old)
    if not front:
        new = {"ie": "ye", "ue": "hue"}.get(new, new)
    if front.endswith("g") and new == "ue":
        new = "üe"
    return front + new + back


def _joined(stem: str, ending: str, kind: str) -> str:
    """Stem and ending with the spelling that keeps the sound of the infinitive."""
    first = ending[0]
    if kind == "a" and first in _FRONT:
        for old, new in (("gu", "gü"), ("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(old):
                return stem[: len(stem) - len(old)] + new + ending
    if kind != "a" and first in _BACK:
        if re.search(r"[aeiou]c$", stem):
            stem = stem[:-1] + "zc"
        else:
            for old, new in (("qu", "c"), ("gu", "g"), ("c", "z"), ("g", "j")):
                if stem.endswith(old):
                    stem = stem[: len(stem) - len(old)] + new
                    break
    return stem + ending


def _after_vowel(stem: str, ending: str) -> str:
    """An ending with i between vowels: ``le`` + ``ió`` → ``leyó``, ``tañ`` + ``ió`` → ``tañó``."""
    if ending[:2] in {"ió", "ie"}:
        if re.search(r"[aeo]$|[^gq]u$", stem):
            return stem + "y" + ending[1:]
        if stem.endswith(("ñ", "ll")):
            return stem + ending[1:]
    elif stem[-1] in "aeo" and ending[0] == "i":
        return stem + "í" + ending[1:]
    return stem + ending


def _regular(infinitive: str) -> _Stems:
    stem, kind = infinitive[:-2], {"á": "a", "é": "e", "í": "i"}.get(infinitive[-2], infinitive[-2])
    change, _, weak = _change(infinitive).partition("/")
    old, _, new = change.partition(">")
    strong = _replaced(stem, old, new) if change else stem
    if change == "e>i":
        weak = "i"
    thin = _replaced(stem, old, weak) if weak else stem
    glide = bool(re.search(r"[^gq]u$", stem)) and kind == "i"
    present = []
    for place, ending in enumerate(_PRESENT[kind]):
        base = strong if place in _STRESSED else stem
        present.append(base + "y" + ending if glide and place in _STRESSED else _joined(base, ending, kind))
    subjunctive = []
    for place, ending in enumerate(_SUBJUNCTIVE[kind]):
        base = strong if place in _STRESSED else thin
        subjunctive.append(base + "y" + ending if glide else _joined(base, ending, kind))
    preterite = []
    for place, ending in enumerate(_PRETERITE[kind]):
        base = thin if place in {2, 5} else stem
        preterite.append(_joined(base, ending, kind) if kind == "a" else _after_vowel(base, ending))
    participle = _after_vowel(stem, "ido") if kind != "a" else stem + "ado"
    for ending, other in _participles():
        if infinitive.endswith(ending):
            participle = infinitive[: len(infinitive) - len(ending)] + other
    gerund = stem + "ando" if kind == "a" else _after_vowel(thin, "iendo")
    future = infinitive.translate(str.maketrans("í", "i"))
    return _Stems(
        present, preterite, future, subjunctive, participle, gerund, stem + ("ab" if kind == "a" else "í")
    )


def _accented(stem: str, ending: str) -> str:
    """An imperfect whose stem is stressed before ``-amos``: ``hablab`` → ``hablábamos``."""
    if ending not in {"amos", "ramos", "semos"} or stem.endswith("í"):
        return stem + ending
    match = re.fullmatch(r"(.*)([aeiou])([^aeiou]*)", stem)
    return f"{match[1]}{_ACCENT[match[2]]}{match[3]}{ending}" if match else stem + ending


def _four(participle: str) -> dict[Cell, str]:
    base = participle[:-1]
    return {
        ("Part", "Masc", 0, "Sing"): participle,
        ("Part", "Fem", 0, "Sing"): base + "a",
        ("Part", "Masc", 0, "Plur"): base + "os",
        ("Part", "Fem", 0, "Plur"): base + "as",
    }


@cache
def conjugate(infinitive: str) -> dict[Cell, str]:
    """Return the forms of a verb: ``("Ind", "Past", 3, "Sing")`` → ``acusó``.

    Infinitive, gerund and past participles stand under ``("Inf", "", 0, "")``, ``("Ger", "", 0, "")`` and
    ``("Part", gender, 0, number)``.
    """
    stems = _irregular(infinitive) or _regular(infinitive)
    table: dict[Cell, str] = {("Inf", "", 0, ""): infinitive, ("Ger", "", 0, ""): stems.gerund}
    past = stems.preterite[5].removesuffix("ron")
    for index, (person, number) in enumerate(_PERSONS):
        tail = _IMPERFECT["í"][index]
        table["Ind", "Pres", person, number] = stems.present[index]
        table["Ind", "Imp", person, number] = _accented(stems.imperfect, tail)
        table["Ind", "Past", person, number] = stems.preterite[index]
        table["Ind", "Fut", person, number] = stems.future + _FUTURE[index]
        table["Cnd", "Pres", person, number] = stems.future + _CONDITIONAL[index]
        table["Sub", "Pres", person, number] = stems.subjunctive[index]
        table["Sub", "Imp", person, number] = _accented(past, "r" + tail)
        table["Sub", "Past", person, number] = _accented(
            past, "s" + _SUBJUNCTIVE["a"][index].replace("éis", "eis")
        )
    table["Imp", "Pres", 2, "Sing"] = stems.present[2]
    table["Imp", "Pres", 2, "Plur"] = infinitive[:-1] + "d"
    return table | _four(stems.participle)


def with_pronoun(form: str, pronoun: str) -> str:
    """Return an infinitive or a gerund with a pronoun at its end: ``reuniéndose``."""
    return re.sub(r"([aeiou])(?=ndo$)", lambda match: _ACCENT[match[1]], form) + pronoun


def forms(infinitive: str) -> list[str]:
    """Return the distinct forms of a verb in a fixed order, infinitive and gerund also with pronouns."""
    table = conjugate(infinitive)
    bare = (infinitive, table["Ger", "", 0, ""])
    found = [*table.values(), *(with_pronoun(form, pronoun) for form in bare for pronoun in PRONOUNS)]
    return list(dict.fromkeys(found))
