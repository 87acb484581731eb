"""The seven tables of facts as flat columns: what the record holds, its dispatch, its spans, its words."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from sqlalchemy import Boolean, Integer, SmallInteger
from sqlalchemy import Column as Stored

from depeche.export.layout import Cell, Column, Layout, Line, Type, line
from depeche.export.meanings import HEAD, LINKS, TAIL, meaning
from depeche.export.told import Told
from depeche.ledger.quotes import sentences
from depeche.ledger.schema import FACTS

# Columns of the ledger that only serve it.
_OWN = {"id", "dispatch", "passage", "evidence", "folded", "attestation"}
SPANS = {"content", "speaker_span", "cue_span", "source_span", "target_span"}


def layout(kind: str) -> Layout:
    """The layout of a table of facts."""
    columns = tuple(_columns(kind))
    return Layout(kind, columns, partial(lines, columns))


def unlinked(kind: str) -> tuple[Column, ...]:
    """The columns that a fact has before a ledger numbers it and joins it to others."""
    linked = {"id", *(column.name for column in LINKS.get(kind, ()))}
    return tuple(column for column in _columns(kind) if column.name not in linked)


def _columns(kind: str) -> Iterator[Column]:
    yield from HEAD
    for stored in FACTS[kind].c:
        if stored.name in SPANS:
            name = stored.name.removesuffix("_span")
            yield Column(f"{name}_start", "whole number", f"where the words of `{name}` start")
            yield Column(f"{name}_end", "whole number", "where they end")
            yield Column(f"{name}_words", "text", "those words, exactly")
        elif stored.name not in _OWN:
            yield Column(stored.name, _type(stored), meaning(kind, stored.name))
    yield from LINKS.get(kind, ())
    yield from TAIL


def _type(stored: Stored[Any]) -> Type:
    if isinstance(stored.type, Boolean):
        return "yes or no"
    return "whole number" if isinstance(stored.type, Integer | SmallInteger) else "text"


def lines(columns: tuple[Column, ...], facts: Iterable[Told]) -> Iterator[Line]:
    """The cells of each fact, in the order of the columns."""
    for fact in facts:
        yield line(columns, _head(fact) | _body(fact) | _evidence(fact))


def _head(fact: Told) -> dict[str, Cell]:
    source = fact.source
    return {
        "published": source.published,
        "language": source.language,
        "title": source.title,
        "origin": source.origin,
    }


def _body(fact: Told) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, value in fact.row.items():
        if name in SPANS:
            part = name.removesuffix("_span")
            start, end = value or (None, None)
            cells |= {f"{part}_start": start, f"{part}_end": end, f"{part}_words": fact.words(value)}
        else:
            cells[name] = "; ".join(value) if isinstance(value, list) and name != "evidence" else value
    return cells


def _evidence(fact: Told) -> dict[str, Cell]:
    spans = fact.row["evidence"]
    first = spans[0]
    return {
        "evidence": "; ".join(f"{start}-{end}" for start, end in spans),
        "evidence_start": first[0],
        "evidence_end": first[1],
        "evidence_words": " … ".join(fact.source.text[start:end] for start, end in spans),
        "quote": fact.words(list(sentences(fact.source.text, *first))),
    }
