"""The shape of gold: which fields each row of the seven tables may and must have, and of which kind.

It is the shape of ``facts/1``, what `depeche read --format facts` prints, with what only gold says: other values
that are as good (``cameo_alt``, ``accept``, ``accept_dates``), and rows that one may tell or not (``optional``).
"""

import re
from typing import Annotated, Any, get_args, get_type_hints

import msgspec

from depeche.record.tables import (
    Basis,
    EncounterKind,
    EncounterStatus,
    EventStatus,
    Mode,
    Plover,
    Span,
    Stance,
    Strength,
)

Code = Annotated[str, msgspec.Meta(pattern=r"^\d{2,4}$")]
Words = tuple[str, ...]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field that is none of ours is a mistake in writing, and said so."""


class Document(_Strict, frozen=True, kw_only=True):
    """What is known of the dispatch."""

    language: str | None = None
    published: str | None = None
    published_basis: Basis | None = None
    place: str | None = None
    title: str | None = None


class Row(_Strict, frozen=True, kw_only=True):
    """What any row may have."""

    evidence: tuple[Span, ...] = ()
    optional: bool = False
    note: str | None = None


class Person(Row, frozen=True, kw_only=True):
    """A named person."""

    name: str
    office: str | None = None
    role: str | None = None
    of: str | None = None
    former: bool = False
    aliases: Words = ()


class Encounter(Row, frozen=True, kw_only=True):
    """A coming together of representatives."""

    kind: EncounterKind
    level: str | None = None
    participants: Words = ()
    states: Words = ()
    forum: str | None = None
    margins_of: str | None = None
    date: str | None = None
    accept_dates: Words = ()
    place: str | None = None
    status: EncounterStatus | None


class Statement(Row, frozen=True, kw_only=True):
    """Who says what."""

    speaker: str | None
    speaker_of: str | None = None
    cue: str | None
    mode: Mode
    content: Span | None
    via: str | None = None
    about: Words = ()
    speaker_span: Span | None = None
    cue_span: Span | None = None
    hedged: bool = False
    negated: bool = False


class Position(Row, frozen=True, kw_only=True):
    """The stance of a side."""

    holder: str
    stance: Stance
    target: str | None
    via: str | None = None


class Commitment(Row, frozen=True, kw_only=True):
    """What a side says it will do."""

    holder: str
    action: str | None = None
    partner: str | None = None
    topic: str | None = None
    strength: Strength | None = None
    due: str | None = None


class Event(Row, frozen=True, kw_only=True):
    """Who did what to whom."""

    source: str | None
    target: str | None
    symmetric: bool = False
    cameo: Code
    cameo_alt: tuple[Code, ...] = ()
    plover: Plover | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    status: EventStatus
    date: str | None = None
    accept_dates: Words = ()
    place: str | None = None
    via: str | None = None


class Time(Row, frozen=True, kw_only=True):
    """A time expression."""

    text: str
    value: str | None
    accept: tuple[str | None, ...] = ()


class Facts(_Strict, frozen=True, kw_only=True):
    """One dispatch: the document, and its tables."""

    path: str | None = None
    document: Document = Document()
    people: tuple[Person, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[Time, ...] = ()


class Given(_Strict, frozen=True, kw_only=True):
    """What the reader is told besides the text."""

    published: str | None = None


class Case(_Strict, frozen=True, kw_only=True):
    """Facts with words about them: which register they are of, and what is hard in them."""

    case: str | None = None
    language: str | None = None
    given: Given | None = None
    register: str | None = None
    phenomena: Words = ()
    facts: Facts


def shaped(value: Any) -> Case:
    """The case in a value from JSON, be it facts alone; msgspec.ValidationError says what does not fit."""
    try:
        if isinstance(value, dict) and "facts" in value:
            return msgspec.convert(value, Case)
        return Case(facts=msgspec.convert(value, Facts))
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(str(error) + _allowed(str(error))) from error


def _allowed(message: str) -> str:
    """What a field or a row may hold, where that is what a message is about."""
    found = re.search(r"(\w+)\[\.*\d*\](?:\.(\w+))?`$", message)
    kind = get_type_hints(Facts).get(found.group(1)) if found else None
    if not found or kind is None:
        return ""
    row = get_args(kind)[0]
    if message.startswith("Object contains unknown field"):
        return f" (it may have: {', '.join(row.__struct_fields__)})"
    words = literals(get_type_hints(row).get(found.group(2) or ""))
    return f" (one of: {', '.join(words)})" if words else ""


def literals(kind: Any) -> list[str]:
    """The words of a Literal, or of one within a union."""
    words = [word for word in get_args(kind) if isinstance(word, str)]
    return words or [word for inner in get_args(kind) for word in literals(inner)]
