"""Paragraphs of a resolution that begin with their verb ("1. Condemns …"): they are parsed with a subject.

What a council decides is one sentence over many paragraphs ("The Council, … 1. Condemns …; 2. Calls upon …"), which no
parser reads: it takes the verbs for names. In the copy that is parsed a pronoun takes the place of the number.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from depeche.languages import Pack
from depeche.record import Zone

FEWEST = 2  # paragraphs of that kind that make a resolution
NUMBER = r"(?:\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,5})[.)°]+|[-–—•*])"


class Enacting(msgspec.Struct, frozen=True):
    """How a language begins such paragraphs, and the pronoun that their verbs get (the pack's ``page.enacting``)."""

    pronoun: str
    begins: re.Pattern[str]


@lru_cache
def enacting(pack: Pack) -> Enacting | None:
    """The words of a pack; None where it has none."""
    table = pack.table("page").get("enacting")
    if table is None:
        return None
    verbs, before = _either(table["verbs"]), _either(table["before"])
    verb = rf"(?P<verb>(?i:(?:(?:{before})\s+){{0,2}}(?:{verbs}))\b)"
    return Enacting(table["pronoun"], re.compile(rf"\s*(?:{NUMBER}\s*|(?=[A-ZÀ-Ý])){verb}"))


def _either(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


def enacted(text: str, zones: Sequence[Zone], pack: Pack) -> frozenset[int]:
    """Where those zones of a text begin that are such paragraphs: after one that ends in the midst of its sentence."""
    words = enacting(pack)
    found: list[int] = []
    opened = False
    for zone in zones if words is not None else ():
        part = text[zone.start : zone.end]
        if words is not None and opened and words.begins.match(part):
            found.append(zone.start)
        opened = opened or part.rstrip().endswith((",", ":"))
    return frozenset(found) if len(found) >= FEWEST else frozenset()
