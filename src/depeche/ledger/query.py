"""What a ledger can be asked for, and a result."""

from typing import Any, Literal

import msgspec

Kind = Literal["encounters", "statements", "positions", "commitments", "events", "people"]
KINDS: tuple[Kind, ...] = ("encounters", "statements", "positions", "commitments", "events", "people")


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What to search for; everything that is given must hold.

    `words` stand together in one passage, in any inflection; a run in quotation marks stands in that order.
    `actors` are codes, all of them in the fact; `since` and `until` are days, months or years, ISO 8601, both
    included; BadDate where they are none.
    `language` is that of the dispatch, ISO 639-1. `kind` is a table of facts; without it and without a filter on
    facts, passages are searched.
    """

    words: str = ""
    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: Kind | None = None
    frame: str | None = None
    stance: str | None = None
    language: str | None = None
    limit: int = 20
    offset: int = 0


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One result: the passage it stands in, its spans in characters of the passage, and the fact, if any.

    Of people the fact holds the number of the person across dispatches, and the name as which they are known.
    """

    dispatch: int
    title: str | None
    published: str | None
    language: str
    passage: str
    start: int  # of the passage in the dispatch
    spans: tuple[tuple[int, int], ...] = ()
    kind: str = "passages"
    fact: dict[str, Any] = {}
