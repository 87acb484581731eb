"""A hit: words of a text that name a state, an organisation or a place."""

from typing import Literal

import msgspec

Kind = Literal[
    "state",
    "official",
    "demonym",
    "pair",
    "capital",
    "city",
    "region",
    "seat",
    "former",
    "organisation",
    "media",
    "forum",
    "people",
]


class Hit(msgspec.Struct, frozen=True):
    """The characters ``[start, end)`` of a text and whom they name.

    `code` is the state, organisation or group ("CHN; KAZ" for a pair); None where the name belongs to nobody
    (a sea, a continent, a people) or where only the rest of the text can tell. `candidates` holds all codes
    that it may stand for, the likeliest first, empty where there is but one or none.
    `alternatives` are the other readings, as (code, kind).
    """

    start: int
    end: int
    code: str | None
    kind: Kind
    candidates: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, Kind], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The single codes of `code`, or of the likeliest candidate; empty where there is none."""
        best = self.code or (self.candidates[0] if self.candidates else "")
        return tuple(best.split("; ")) if best else ()
