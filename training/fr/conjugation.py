"""A small conjugator of French verbs: all the forms of a verb from its infinitive.

Regular verbs follow their ending; the others follow one of the families of ``data/verb_families.tsv``,
whose stems are written with ``-`` for what stands before the family's ending (``-prendre``: comprendre,
entreprendre).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Cell", "conjugate", "forms"]

Cell = tuple[str, str, int, str]
"""Mood, tense, person (0 where there is none) and number, as Universal Dependencies write them."""

_FAMILIES = Path(__file__).parent / "data" / "verb_families.tsv"
_PERSONS = [(1, "Sing"), (2, "Sing"), (3, "Sing"), (1, "Plur"), (2, "Plur"), (3, "Plur")]
_FUTURE = ["ai", "as", "a", "ons", "ez", "ont"]
_IMPERFECT = ["ais", "ais", "ait", "ions", "iez", "aient"]
_PAST = {
    "a": ["ai", "as", "a", "âmes", "âtes", "èrent"],
    "i": ["is", "is", "it", "îmes", "îtes", "irent"],
    "u": ["us", "us", "ut", "ûmes", "ûtes", "urent"],
    "in": ["ins", "ins", "int", "înmes", "întes", "inrent"],
}


@dataclass(frozen=True)
class _Stems:
    """What the forms of a verb are made of."""

    present: list[str]
    imperfect: str
    future: str
    past: list[str]
    subjunctive: list[str]
    participle: str


@cache
def _families() -> list[tuple[str, list[str]]]:
    """Ending and columns of each irregular family, the longest ending first."""
    lines = _FAMILIES.read_text(encoding="utf8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return sorted(((row[0], row[1:]) for row in rows), key=lambda row: -len(row[0]))


def _irregular(infinitive: str) -> _Stems | None:
    for ending, columns in _families():
        whole, ending = not ending.startswith("-"), ending.lstrip("-")
        if infinitive == ending or (not whole and infinitive.endswith(ending)):
            front = infinitive[: len(infinitive) - len(ending)]
            present, imperfect, future, past, subjunctive, participle = columns
            stem, kind = past.rsplit("+", 1)
            return _Stems(
                [front + form for form in present.split(" ")],
                front + imperfect,
                front + future,
                [front + stem + tail for tail in _PAST[kind]],
                [front + form for form in subjunctive.split(" ")],
                front + participle,
            )
    return None


def _soften(stem: str, tail: str) -> str:
    """``plac`` + ``ons`` → ``plaçons``, ``engag`` + ``ons`` → ``engageons``."""
    if tail[0] in "aoâ":
        if stem.endswith("c"):
            return stem[:-1] + "ç" + tail
        if stem.endswith("g"):
            return stem + "e" + tail
    return stem + tail


def _open(stem: str) -> str:
    """The stem before a silent e: ``lev`` → ``lèv``, ``appel`` → ``appell``, ``emplo(y)`` → ``emploi``."""
    if re.search(
        r"(?:appel|rappel|jet|épel|nivel|renouvel|ruissel|étincel|ensorcel|feuillet)$", stem
    ) and not (stem.endswith(("achet", "rachet"))):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    match = re.fullmatch(r"(.*)[eé]([bcdfgjklmnpqrstvxz]|[bcdfgptv][lr]|gu|qu|gn|ch)", stem)
    return f"{match[1]}è{match[2]}" if match else stem


def _first(infinitive: str) -> _Stems:
    stem = infinitive[:-2]
    mute = _open(stem)
    silent_future = stem if re.search(r"é[^aeiouy]+$", stem) else mute
    singular = [mute + "e", mute + "es", mute + "e"]
    future = silent_future + "er"
    if infinitive.endswith("envoyer"):
        future = infinitive[:-4] + "err"
    return _Stems(
        [*singular, _soften(stem, "ons"), stem + "ez", mute + "ent"],
        stem,
        future,
        [_soften(stem, tail) for tail in _PAST["a"]],
        [*singular, stem + "ions", stem + "iez", mute + "ent"],
        stem + "é",
    )


def _second(infinitive: str) -> _Stems:
    stem = infinitive[:-1]
    present = [stem + tail for tail in ("s", "s", "t", "ssons", "ssez", "ssent")]
    subjunctive = [stem + "ss" + tail for tail in ("e", "es", "e", "ions", "iez", "ent")]
    past = [stem[:-1] + tail for tail in _PAST["i"]]
    return _Stems(present, stem + "ss", infinitive, past, subjunctive, stem)


def _third(infinitive: str) -> _Stems:
    """Verbs in -re without a family: rendre, répondre, rompre."""
    stem = infinitive[:-2]
    third = stem if stem.endswith("d") else stem + "t"
    present = [stem + "s", stem + "s", third, stem + "ons", stem + "ez", stem + "ent"]
    subjunctive = [stem + tail for tail in ("e", "es", "e", "ions", "iez", "ent")]
    return _Stems(
        present, stem, infinitive[:-1], [stem + tail for tail in _PAST["i"]], subjunctive, stem + "u"
    )


def _stems(infinitive: str) -> _Stems:
    if stems := _irregular(infinitive):
        return stems
    if infinitive.endswith("er"):
        return _first(infinitive)
    return _second(infinitive) if infinitive.endswith("ir") else _third(infinitive)


def _participles(participle: str) -> dict[Cell, str]:
    base = participle.replace("û", "u") if participle in {"dû", "redû", "mû"} else participle
    masculine_plural = participle if participle.endswith("s") else base + "s"
    return {
        ("Part", "Masc", 0, "Sing"): participle,
        ("Part", "Fem", 0, "Sing"): base + "e",
        ("Part", "Masc", 0, "Plur"): masculine_plural,
        ("Part", "Fem", 0, "Plur"): base + "es",
    }


@cache
def conjugate(infinitive: str) -> dict[Cell, str]:
    """Return the forms of a verb: ``("Ind", "Pres", 3, "Sing")`` → ``accuse``.

    Infinitive, present participle and past participles stand under ``("Inf", "", 0, "")``,
    ``("Ger", "", 0, "")`` and ``("Part", gender, 0, number)``.
    """
    stems = _stems(infinitive)
    table: dict[Cell, str] = {("Inf", "", 0, ""): infinitive}
    for index, (person, number) in enumerate(_PERSONS):
        softened = [_soften(stems.imperfect, tail) for tail in _IMPERFECT]
        table["Ind", "Pres", person, number] = stems.present[index]
        table["Ind", "Imp", person, number] = softened[index]
        table["Ind", "Past", person, number] = stems.past[index]
        table["Ind", "Fut", person, number] = stems.future + _FUTURE[index]
        table["Cnd", "Pres", person, number] = stems.future + _IMPERFECT[index]
        table["Sub", "Pres", person, number] = stems.subjunctive[index]
    table["Sub", "Imp", 3, "Sing"] = (
        re.sub(r"a$", "ât", stems.past[2])
        if stems.past[2].endswith("a")
        else (re.sub(r"([iu])(n?t)$", lambda m: {"i": "î", "u": "û"}[m[1]] + m[2], stems.past[2]))
    )
    if infinitive.endswith("er") and infinitive != "aller":
        table["Imp", "Pres", 2, "Sing"] = stems.present[0]
    gerund = {"avoir": "ayant", "être": "étant", "savoir": "sachant"}.get(infinitive)
    table["Ger", "", 0, ""] = gerund or _soften(stems.imperfect, "ant")
    return table | _participles(stems.participle)


def forms(infinitive: str) -> list[str]:
    """Return the distinct forms of a verb in a fixed order, older and newer spellings with them."""
    table = list(conjugate(infinitive).values())
    if infinitive.endswith("ayer"):
        table += [re.sub(r"ay(?=e(?:s|nt|r)?)", "ai", form) for form in table]
    if re.search(r"é[^aeiouy]+er$", infinitive):
        table += [re.sub(r"é([^aeiouyé]+er(?:a|i|o))", r"è\1", form) for form in table]
    return list(dict.fromkeys(table))
