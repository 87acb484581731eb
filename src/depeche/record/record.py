"""A record: one dispatch, read."""

from typing import Literal

import msgspec

from depeche.record.tables import (
    Basis,
    Commitment,
    Encounter,
    Event,
    Name,
    Person,
    Position,
    Span,
    Statement,
    Time,
)

ZoneKind = Literal["title", "dateline", "metadata", "body", "caption", "noise", "passed"]


class Zone(msgspec.Struct, frozen=True):
    """A stretch of the text and what it is on the page; zones do not overlap.

    What the gate of `depeche batch` passed over is ``passed``: title or body that was not read.
    """

    kind: ZoneKind
    start: int
    end: int


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the dispatch as a document; `published_reason` says how the date was found."""

    language: str
    published: str | None = None
    published_basis: Basis | None = None
    published_reason: str | None = None
    place: str | None = None
    title: str | None = None
    path: str | None = None
    encoding: str | None = None
    media_type: str = "text/plain"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What a dispatch says; `text` is what all spans count in."""

    version: str
    text: str
    document: Header
    zones: tuple[Zone, ...] = ()
    people: tuple[Person, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()

    def words(self, span: Span) -> str:
        """The exact characters of the text that a span stands for."""
        return self.text[span[0] : span[1]]
