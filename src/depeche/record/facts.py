"""The flat view of a record: format ``facts/1``, a document and seven tables, one object a dispatch."""

from typing import Any

from depeche.record.json import line
from depeche.record.record import Record
from depeche.record.tables import Row

# The columns of each table in the order in which they are written.
TABLES: dict[str, tuple[str, ...]] = {
    "people": ("name", "office", "role", "of", "former", "aliases", "evidence"),
    "encounters": (
        "kind", "level", "participants", "states", "forum", "margins_of", "date", "place", "status",
        "evidence",
    ),
    "statements": (
        "speaker", "speaker_of", "cue", "mode", "content", "via", "speaker_span", "cue_span", "about",
        "evidence",
    ),
    "positions": ("holder", "stance", "target", "via", "evidence"),
    "commitments": ("holder", "action", "partner", "topic", "strength", "due", "evidence"),
    "events": (
        "source", "target", "symmetric", "cameo", "plover", "source_span", "target_span", "status", "date",
        "place", "via", "evidence",
    ),
    "dates": ("text", "value", "evidence"),
}  # fmt: skip
DOCUMENT = ("language", "published", "published_basis", "place", "title")


def facts(record: Record) -> dict[str, Any]:
    """The record as plain values; ``path`` comes first if it was read from a file."""
    out: dict[str, Any] = {} if record.document.path is None else {"path": record.document.path}
    out["document"] = {key: getattr(record.document, key) or None for key in DOCUMENT}
    for table, columns in TABLES.items():
        out[table] = [_row(row, columns) for row in getattr(record, table)]
    return out


def to_facts(record: Record) -> str:
    """The record's facts as one line of JSON."""
    return line(facts(record))


def rejected(path: str | None, code: str, message: str) -> str:
    """The line for an input that was not read."""
    return line({"path": path, "error": {"code": code, "message": message}})


def _row(row: Row, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: None if (value := getattr(row, column)) == "" else value for column in columns}
