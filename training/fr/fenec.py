"""FENEC's named entities, brought from Quæro's scheme to PER, LOC and ORG.

Quæro marks whole phrases ("le peuple ukrainien", "les rues de Montréal", telephone numbers as places). Kept
are persons, places and organisations, cut down to where their proper name begins, without civil titles and
offices; of nested ones the longest, except that what is cut from "école d'Estissac" is the place within.
Spans without a capital, of digits, of addresses and of peoples ("Français d'Algérie") are no names. A state
that acts is an organisation to Quæro, a place to us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.fr.entities import clues
from training.fr.inflection import feminine, plural
from training.fr.lexicon import LEXICON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Passage", "read"]

_LABELS = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG"}
_TITLE = re.compile(
    r"(?:M\.|MM\.|Mme|Mlle|Monsieur|Madame|Messieurs|Mesdames|Docteur|Dr|Président|Maître)\s+"
)
_NO_NAME = re.compile(r"\d{2} \d{2}|www|http|@")
_PARTICLE = re.compile(r"(?<!\w)(?:de |d['’] ?|du |von |van |el |al |ben )+$")
_OF = re.compile(r"(?<!\w)(?:de|d ?['’]|du|des|de la|de l ?['’]) ?$")


@dataclass(frozen=True)
class Passage:
    """A line of a document and its names as (start, end, label), in characters of the line."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def _is_people(name: str) -> bool:
    """Whether a name is that of a people or of some of it: "Européens", "Français d'Algérie"."""
    known = {form for adjective in LEXICON.adjectives for form in (adjective, feminine(adjective))}
    return re.split(r"[ ’']", name.lower())[0] in known | {plural(form) for form in known}


def _trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int] | None:
    """The part of a span that begins with a capital, without civil titles, if it is a name at all.

    The name of a person keeps the particle before it: "de Gaulle".
    """
    if _NO_NAME.search(text[start:end]):
        return None
    first, titled = start, False
    while title := _TITLE.match(text[start:end]):
        start, titled = start + title.end(), True
    capital = re.search(r"(?<!\w)[^\W\d_]*[A-ZÀ-Þ]\w*", text[start:end])
    if not capital or (titled and capital.start()):
        return None
    start += capital.start()
    if _is_people(text[start:end]):
        return None
    if label == "PERS" and (particle := _PARTICLE.search(text[first:start])):
        start = first + particle.start()
    return start, end


def _whole_first(spans: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """The names of spans that may be nested, those that must not be cut after *de* before those that must."""
    found: list[tuple[bool, int, int, str]] = []
    for start, end, label in spans:
        if trimmed := _trimmed(text, start, end, label):
            cut = label != "PERS" and bool(_OF.search(text[start : trimmed[0]]))
            found.append((cut, trimmed[0], -trimmed[1], _LABELS[label]))
    return [(start, -end, label) for _, start, end, label in sorted(found)]


def _names(text: str, annotations: str) -> Iterator[tuple[int, int, str]]:
    rows = [line.split("\t") for line in annotations.splitlines() if line.strip()]
    spans = [(int(row[1]), int(row[2]), row[0]) for row in rows if row[0] in _LABELS]
    kept: list[tuple[int, int, str]] = []
    for start, end, label in _whole_first(spans, text):
        if all(end <= first or last <= start for first, last, _ in kept):
            place = label == "ORG" and clues().known(text[start:end]) == "LOC"
            kept.append((start, end, "LOC" if place else label))
    yield from sorted(kept)


def read(path: Path) -> Iterator[Passage]:
    """Yield the lines of the document `path` (``.txt``, with its ``.ann`` beside it)."""
    text = path.read_bytes().decode("utf8")
    names = list(_names(text, path.with_suffix(".ann").read_text(encoding="utf8")))
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = tuple((a - start, b - start, label) for a, b, label in names if start <= a and b <= end)
        if line.strip():
            yield Passage(line.rstrip("\r"), inside)
        start = end + 1
