"""The reference of a record: its parts as its classes and their JSON Schema have them."""

from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from depeche.export.meanings import meaning
from depeche.record import facts
from depeche.record.record import Header, Record, Zone
from depeche.record.tables import Name, Plover

_OPENING = """# The record

What `depeche read --format json` prints, one object a line, and what `depeche.read` gives in Python: frozen objects
of the classes below. `depeche schema` prints the same as a JSON Schema (2020-12), format `record/1`.

Spans are half-open `[start, end)`, in characters (Unicode code points) of `text`, which is the text exactly as it was
given; for a web page, as extracted. Dates are EDTF (ISO 8601-2), states ISO 3166-1 alpha-3, organisations their usual
acronym; several at once are joined by `; `. What is not known is null. A field may be left out where it has a default.

`--format facts` (format `facts/1`) is the flat view, one object a dispatch: `path`, `document` and the seven tables
with the fields that are marked ✓.
"""
_HOLDS = {
    (Record, "version"): "version of depeche that read it",
    (Record, "text"): "the text; all spans count in it",
    (Record, "document"): "what is known of it as a document",
    (Record, "zones"): "what is what on the page",
    (Record, "names"): "proper names as they stand in the text",
    (Header, "language"): "ISO 639-1",
    (Header, "published"): "date of publication, EDTF",
    (Header, "published_basis"): "given by the caller, in the text, or inferred from it",
    (Header, "published_reason"): "how the date was found",
    (Header, "place"): "city of the dateline",
    (Header, "title"): "headline",
    (Header, "path"): "path of the file, if it was read from one",
    (Header, "encoding"): "encoding of the file",
    (Header, "media_type"): "what it was given as",
    (Zone, "kind"): "what the stretch is",
    (Zone, "start"): "where it starts",
    (Zone, "end"): "where it ends",
    (Plover, "event"): "PLOVER event type",
    (Plover, "mode"): "PLOVER mode",
    (Plover, "context"): "PLOVER context",
    (Name, "text"): "the name as it stands",
    (Name, "kind"): "a person, a place, or an organisation",
    (Name, "code"): "state or organisation that it names, where known",
}
_OF_ROWS = {
    "evidence": "spans that the row was read from; at least one",
    "content": "span of what is said, without cue, speaker and outer quotation marks",
    "speaker_span": "span of the words that name the speaker here",
    "cue_span": "span of the cue",
    "source_span": "span of the words that name the source here",
    "target_span": "span of the words that name the target here",
    "plover": "PLOVER coding, below",
}


def page() -> str:
    """The page, as Markdown."""
    parts = [_OPENING, *_part("Record", Record, None), *_part("document", Header, "document")]
    parts += _part("zones", Zone, None)
    for field in msgspec.structs.fields(Record):
        if field.name in facts.TABLES:
            parts += _part(field.name, _row_of(field.type), field.name)
    parts += [*_part("plover", Plover, "plover"), *_part("names", Name, None)]
    return "\n".join(parts).rstrip() + "\n"


def _part(title: str, kind: Any, table: str | None) -> Iterator[str]:
    yield from (f"## {title}", "", (kind.__doc__ or "").replace("`Row`", "row"), "")
    flat = _in_facts(kind, table)
    marked = bool(flat) and table != "plover"
    yield "| field | type |" + (" facts |" if marked else "") + " what it holds |"
    yield "| --- | --- |" + (" --- |" if marked else "") + " --- |"
    for field in msgspec.structs.fields(kind):
        mark = f" {'✓' if field.name in flat else ''} |" if marked else ""
        holds = _holds(kind, table, field.name)
        yield f"| `{field.name}` | {_type(field.type, holds)} |{mark} {holds} |"
    yield ""


def _in_facts(kind: Any, table: str | None) -> tuple[str, ...]:
    return facts.DOCUMENT if kind is Header else facts.TABLES.get(table or "", ())


def _holds(kind: Any, table: str | None, name: str) -> str:
    if kind is Record and name in facts.TABLES:
        return f"[below](#{name})"
    told = _HOLDS.get((kind, name)) or _OF_ROWS.get(name)
    return told or meaning(table or "", name)


def _type(kind: Any, holds: str) -> str:
    """A type in words; the values of one that has few are not told twice."""
    words = _named(msgspec.inspect.type_info(kind))
    return f"text{' or null' * words.endswith('null')}" if holds.startswith("one of") else words


def _named(info: Any) -> str:
    match info:
        case msgspec.inspect.UnionType():
            return " or ".join(_named(part) for part in info.types)
        case msgspec.inspect.LiteralType():
            return " / ".join(f"`{value}`" for value in info.values)
        case msgspec.inspect.TupleType():
            return "span"
        case msgspec.inspect.VarTupleType():
            return f"list of {_plural(_named(info.item_type))}"
        case msgspec.inspect.StructType():
            return f"`{info.cls.__name__}`"
        case msgspec.inspect.NoneType():
            return "null"
    return {"StrType": "text", "IntType": "whole number", "BoolType": "yes or no"}[type(info).__name__]


def _plural(word: str) -> str:
    return word if word in ("text",) or word.startswith("`") else f"{word}s"


def _row_of(kind: Any) -> Any:
    """The class of the rows of a table, which is a tuple of them."""
    return get_args(kind)[0]
