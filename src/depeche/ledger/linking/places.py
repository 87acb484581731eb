"""Whether two places, worded in two languages, may be one."""

from functools import lru_cache

import msgspec

from depeche.knowledge.folding import fold
from depeche.knowledge.gazetteer import gazetteer
from depeche.understanding.actors.spelling import skeleton


class Place(msgspec.Struct, frozen=True):
    """A place: its state if that is known, whether it is the capital or the state as a whole, and its sound."""

    state: str | None
    rank: str  # capital, state or ""
    sound: str


@lru_cache(maxsize=20_000)
def place(words: str | None, language: str) -> Place | None:
    """The place that words of a language name; None where there are none."""
    if not words:
        return None
    sound = skeleton("".join(fold(words).split()))
    for hit in gazetteer(language).find(words):
        if hit.code and hit.kind in ("capital", "state", "official", "city", "seat", "region"):
            rank = {"capital": "capital", "seat": "capital", "state": "state", "official": "state"}
            return Place(hit.code, rank.get(hit.kind, ""), sound)
    return Place(None, "", sound)


def agree(one: Place | None, other: Place | None) -> bool | None:
    """Whether two places may be one; None where one is not told or not known."""
    if one is None or other is None:
        return None
    if one.sound == other.sound:
        return True
    if one.state is None or other.state is None:
        return None
    if one.state != other.state:
        return False
    return "state" in (one.rank, other.rank) or one.rank == other.rank == "capital"
