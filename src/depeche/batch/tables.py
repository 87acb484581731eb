"""The tables of a batch: dispatches with their records, the facts, and what was rejected or dropped."""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from depeche.batch.item import Dropped, Outcome, Read, Refused
from depeche.export.files import stored
from depeche.export.layout import Column, Line
from depeche.export.tables import lines, unlinked
from depeche.export.told import Source, Told
from depeche.ledger.rows import fact_row
from depeche.ledger.schema import FACTS
from depeche.ledger.storable import text as storable
from depeche.ledger.writing import digest
from depeche.minhash import signature
from depeche.record.json import to_json

ITEMS = 1 << 32  # of a source at most: the number of a dispatch is that of its source and its place in it

_NUMBER = Column("dispatch", "whole number", "number of the item in the batch")
_ORIGIN = Column("origin", "text", "path or address of the article")
_ROW = Column("number", "whole number", "number of the row within its dispatch, from 0")
DISPATCHES = (
    _NUMBER,
    _ORIGIN,
    Column("headline", "text", "headline that came with the article"),
    Column("given", "text", "date of publication that came with it, EDTF"),
    Column("language", "text", "language, ISO 639-1"),
    Column("published", "text", "when it was published, EDTF"),
    Column("published_basis", "text", "how that is known: `given`, `text` or `inferred`"),
    Column("place", "text", "where it was written, as worded"),
    Column("title", "text", "headline"),
    Column("media_type", "text", "`text/plain` or `text/html`"),
    Column("version", "text", "version of depeche that read it"),
    Column("digest", "text", "SHA-256 of its text and of the date that came with it"),
    Column("signature", "text", "MinHash of its words, hexadecimal: near-copies share much of it"),
    Column("record", "text", "the whole record, JSON"),
)
REJECTS = (
    _NUMBER,
    _ORIGIN,
    Column("code", "text", "code of the error"),
    Column("message", "text", "what is wrong"),
)
DROPPED = (
    _NUMBER,
    _ORIGIN,
    Column("headline", "text", "headline that came with a near-copy"),
    Column("reason", "text", "why: `language`, `irrelevant`, `copy`, `passages`"),
    Column("copy_of", "whole number", "of a near-copy, the number of the first of its kind"),
)


@lru_cache
def layouts() -> dict[str, tuple[Column, ...]]:
    """The columns of each table, by its name."""
    facts = {kind: (unlinked(kind)[0], _ROW, *unlinked(kind)[1:]) for kind in FACTS}
    return {"dispatches": DISPATCHES, **facts, "rejects": REJECTS, "dropped": DROPPED}


@lru_cache
def schemas() -> dict[str, Any]:
    """The Arrow schema of each table."""
    return {name: stored(columns) for name, columns in layouts().items()}


def tables(first: int, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Arrow tables of what became of items in a row; `first` is the number of the first."""
    numbered = list(enumerate(outcomes, first))
    rows: dict[str, list[Line]] = {name: [] for name in layouts()}
    for number, outcome in numbered:
        if isinstance(outcome, Read):
            rows["dispatches"].append(_dispatch(number, outcome))
            for kind in FACTS:
                rows[kind] += lines(layouts()[kind], _facts(number, outcome, kind))
        elif isinstance(outcome, Refused):
            rows["rejects"].append(
                (number, storable(outcome.origin), outcome.code, storable(outcome.message))
            )
        else:
            rows["dropped"].append(_dropped(number, outcome))
    return {name: _table(name, some) for name, some in rows.items()}


def _dropped(number: int, one: Dropped) -> Line:
    return number, storable(one.origin), _storable(one.title), one.reason, one.copy_of


def _dispatch(number: int, read: Read) -> Line:
    document = read.record.document
    return (
        number,
        storable(read.origin),
        _storable(read.title),
        read.given,
        document.language,
        document.published,
        document.published_basis,
        _storable(document.place),
        _storable(document.title),
        document.media_type,
        read.record.version,
        digest(read.record.text, read.given),
        signature(read.record.text).hex(),
        to_json(read.record),
    )


def _facts(number: int, read: Read, kind: str) -> Iterator[Told]:
    document = read.record.document
    source = Source(
        id=number,
        published=document.published,
        language=document.language,
        title=_storable(document.title),
        version=read.record.version,
        text=storable(read.record.text),
        origin=storable(read.origin),
    )
    for row, fact in enumerate(getattr(read.record, kind)):
        yield Told(fact_row(kind, fact) | {"dispatch": number, "number": row}, source)


def _storable(value: str | None) -> str | None:
    return value and storable(value)


def _table(name: str, rows: Iterable[Line]) -> Any:
    arrow = importlib.import_module("pyarrow")
    schema = schemas()[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [arrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return arrow.Table.from_arrays(arrays, schema=schema)
