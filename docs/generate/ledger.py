"""The reference of a ledger's tables, from their schema."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects.sqlite import dialect

from depeche.export.meanings import meaning
from depeche.ledger.schema import FACTS, metadata

WORDS = Path(__file__).with_name("ledger.toml")
_OPENING = """# Tables of the ledger

A ledger is an SQLite file or a PostgreSQL database with the same tables in both. They may be read with any client;
writing is for `depeche` alone, since what links dispatches is kept in step with them. For analysis the files of
`depeche export` are easier: their columns are in the [codebook](codebook.md).

The facts of a dispatch have the number `dispatch × 1,048,576 + n`, so that they are the same however often an ingest
was cut off. Spans are JSON, half-open `[start, end)`, in characters of `dispatches.text`. Dates are EDTF; `first` and
`last` are the days that they may mean.

The schema has a version; `depeche upgrade` brings an older ledger up to it.
"""
_COMMON = {
    "id": "number of the row",
    "dispatch": "the dispatch",
    "passage": "the passage in which its first evidence stands",
    "evidence": "spans that it was read from",
}
_ONLY_HERE = {
    ("people", "folded"): "the name without accents and capitals",
    ("people", "attestation"): "the spelling that it attests",
    ("statements", "content"): "span of what is said",
    ("statements", "speaker_span"): "span of the words that name the speaker here",
    ("statements", "cue_span"): "span of the cue",
    ("events", "source_span"): "span of the words that name the source here",
    ("events", "target_span"): "span of the words that name the target here",
}


def page() -> str:
    """The page, as Markdown."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    parts = [_OPENING]
    for table in metadata.tables.values():
        parts += [
            f"## {table.name}",
            "",
            words[table.name]["holds"],
            "",
            *_rows(table, words[table.name]),
            "",
        ]
    return "\n".join(parts).rstrip() + "\n"


def _rows(table: Table, words: dict[str, str]) -> Iterator[str]:
    yield from ("| column | type | what it holds |", "| --- | --- | --- |")
    for column in table.c:
        yield f"| `{column.name}` | {_type(column)} | {_holds(column, words)} |"


def _type(column: Column[Any]) -> str:
    kind = str(column.type.compile(dialect=dialect())).partition("(")[0].lower()
    marks = ["key"] * column.primary_key + ["may be null"] * bool(column.nullable)
    target = next((key.column.table.name for key in column.foreign_keys), None)
    if target:
        kind = f"{kind} → [{target}](#{target})"
    return ", ".join([kind, *marks])


def _holds(column: Column[Any], words: dict[str, str]) -> str:
    name, table = column.name, column.table.name
    if table not in FACTS:
        return words[name]
    return _COMMON.get(name) or _ONLY_HERE.get((table, name)) or meaning(table, name)
