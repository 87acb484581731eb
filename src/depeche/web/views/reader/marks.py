"""The marks of a record: every span of its text that tells something, and which row it belongs to."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from depeche.record import Event, Name, Record, Row, Statement
from depeche.record.facts import TABLES
from depeche.web.views.reader.looks import Look, look

Kind = Literal["person", "side", "time", "act", "cue", "said", "part"]
_KINDS: dict[str, Kind] = {
    "people": "person",
    "encounters": "act",
    "statements": "cue",
    "positions": "act",
    "commitments": "act",
    "events": "act",
    "dates": "time",
}


class Mark(msgspec.Struct, frozen=True):
    """Characters ``[start, end)`` that tell something of the row `row`; `part` is their role in it, if any."""

    start: int
    end: int
    kind: Kind
    row: str
    look: Look | None = None
    part: str | None = None


class Side(msgspec.Struct, frozen=True):
    """A state or organisation that a dispatch names, and where."""

    text: str
    code: str | None
    evidence: tuple[tuple[int, int], ...]


def sides(names: tuple[Name, ...]) -> tuple[Side, ...]:
    """The states and organisations of a record, each once, in the order in which they are named."""
    found: dict[str, list[Name]] = {}
    for name in names:
        if name.kind != "PER":
            found.setdefault(name.code or name.text, []).append(name)
    return tuple(
        Side(same[0].text, same[0].code, tuple(span for name in same for span in name.evidence))
        for same in found.values()
    )


def key(table: str, number: int) -> str:
    """The key of a row within its dispatch."""
    return f"{table}-{number}"


def marks(record: Record) -> list[Mark]:
    """All marks of a record."""
    out = [
        Mark(start, end, "side", key("sides", number))
        for number, side in enumerate(sides(record.names))
        for start, end in side.evidence
    ]
    for table in TABLES:
        for number, row in enumerate(getattr(record, table)):
            out += _of_row(table, key(table, number), row)
    return out


def _of_row(table: str, name: str, row: Row) -> Iterator[Mark]:
    seen = look(row)
    for start, end in row.evidence:
        yield Mark(start, end, _KINDS[table], name, seen)
    if isinstance(row, Statement):
        yield from _of_statement(name, row)
    if isinstance(row, Event):
        for part, span in (("source", row.source_span), ("target", row.target_span)):
            if span:
                yield Mark(*span, "part", name, part=part)


def _of_statement(name: str, row: Statement) -> Iterator[Mark]:
    if row.content:
        yield Mark(*row.content, "said", name)
    if row.cue_span and row.cue_span not in row.evidence:
        yield Mark(*row.cue_span, "cue", name)
    if row.speaker_span:
        yield Mark(*row.speaker_span, "part", name, part="speaker")
