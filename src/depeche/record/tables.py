"""The rows of a record: what a dispatch says, each with the characters it was read from.

Spans are half-open ``(start, end)`` offsets in characters (Unicode code points) of the text as given.
Dates are EDTF (ISO 8601-2). Codes are ISO 3166-1 alpha-3 for states and the usual acronym for
organisations; several at once are joined by ``"; "``. ``None`` is missing knowledge, never a guess.
"""

from typing import Literal

import msgspec

Span = tuple[int, int]

Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["supports", "opposes", "condemns", "denies", "welcomes", "calls-for", "demands", "warns"]
Strength = Literal["pledged", "agreed", "signed", "planned", "willing", "hopes", "considering", "conditional"]
EncounterKind = Literal["meeting", "talks", "call", "visit", "summit", "signing"]
EncounterStatus = Literal["held", "planned", "past-cited", "cancelled"]
EventStatus = Literal["occurred", "planned", "called-for", "denied", "hypothetical"]
Basis = Literal["given", "text", "inferred"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What every row has: the spans it was read from."""

    evidence: tuple[Span, ...]


class Person(Row, frozen=True, kw_only=True):
    """A named person, once for each dispatch; `evidence` are all the mentions by name."""

    name: str
    office: str | None = None
    role: str | None = None
    of: str | None = None
    former: bool = False
    aliases: tuple[str, ...] = ()


class Encounter(Row, frozen=True, kw_only=True):
    """A coming together of representatives, held or planned."""

    kind: EncounterKind
    level: str | None = None
    participants: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    forum: str | None = None
    margins_of: str | None = None
    date: str | None = None
    place: str | None = None
    status: EncounterStatus | None = None


class Statement(Row, frozen=True, kw_only=True):
    """Who says what; `content` excludes cue, speaker and outer quotation marks."""

    speaker: str | None
    speaker_of: str | None
    cue: str | None
    mode: Mode
    content: Span | None
    via: str | None = None
    speaker_span: Span | None = None
    cue_span: Span | None = None
    about: tuple[str, ...] = ()


class Position(Row, frozen=True, kw_only=True):
    """The stance a side takes to something."""

    holder: str
    stance: Stance
    target: str | None
    via: str | None = None
    entry: str | None = None


class Commitment(Row, frozen=True, kw_only=True):
    """What a side says it will or is ready to do."""

    holder: str
    action: str
    partner: str | None = None
    topic: str | None = None
    strength: Strength
    due: str | None = None
    entry: str | None = None


class Plover(msgspec.Struct, frozen=True):
    """A PLOVER coding."""

    event: str | None
    mode: str | None
    context: str | None


class Event(Row, frozen=True, kw_only=True):
    """Who did what to whom, in CAMEO and PLOVER."""

    source: str | None
    target: str | None
    symmetric: bool
    cameo: str
    plover: Plover
    status: EventStatus
    source_span: Span | None = None
    target_span: Span | None = None
    date: str | None = None
    place: str | None = None
    via: str | None = None
    frame: str | None = None
    modality: str | None = None
    entry: str | None = None


class Time(Row, frozen=True, kw_only=True):
    """A time expression and what it resolves to."""

    text: str
    value: str | None
    reason: str | None = None


class Name(Row, frozen=True, kw_only=True):
    """A proper name as it stands in the text: PER, LOC or ORG, with its code where known."""

    text: str
    kind: Literal["PER", "LOC", "ORG"]
    code: str | None = None
