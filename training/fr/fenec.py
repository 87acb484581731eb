"""FENEC's named entities, brought from Quæro's scheme to PER, LOC and ORG.

Quæro marks whole phrases ("le peuple ukrainien", "les rues de Montréal", telephone numbers as places). Kept
are persons, places and organisations, cut down to where their proper name begins, without civil titles; of
nested ones the longest; spans without a capital, of digits, of addresses and of peoples are no names. A
state that acts is an organisation to Quæro, a place to us.
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


@dataclass(frozen=True)
class Passage:
    """A line of a document and its names as (start, end, label), in characters of the line."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def _is_people(name: str) -> bool:
    """Whether a single word is the name of a people: "Européens", "Français"."""
    known = {form for adjective in LEXICON.adjectives for form in (adjective, feminine(adjective))}
    return name.lower() in known | {plural(form) for form in known}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a span that begins with a capital, without civil titles, if it is a name at all."""
    if _NO_NAME.search(text[start:end]):
        return None
    capital = re.search(r"(?<!\w)[^\W\d_]*[A-ZÀ-Þ]\w*", text[start:end])
    if not capital:
        return None
    start += capital.start()
    while title := _TITLE.match(text[start:end]):
        start += title.end()
    name = text[start:end]
    if not any(map(str.isupper, name)) or _is_people(name):
        return None
    return start, end


def _names(text: str, annotations: str) -> Iterator[tuple[int, int, str]]:
    rows = [line.split("\t") for line in annotations.splitlines() if line.strip()]
    spans = [(int(row[1]), int(row[2]), _LABELS[row[0]]) for row in rows if row[0] in _LABELS]
    end_of_last = 0
    for start, end, label in sorted(spans, key=lambda span: (span[0], -span[1])):
        trimmed = _trimmed(text, start, end)
        if trimmed and trimmed[0] >= end_of_last:
            name = text[slice(*trimmed)]
            yield (*trimmed, "LOC" if label == "ORG" and clues().known(name) == "LOC" else label)
            end_of_last = trimmed[1]


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
