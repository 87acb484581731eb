"""The records of a finished batch, for a ledger."""

import importlib
from collections.abc import Iterator
from heapq import merge
from pathlib import Path
from typing import Any

from depeche.batch import manifest
from depeche.batch.batch import place
from depeche.batch.manifest import NAME, Part
from depeche.batch.remote import is_remote
from depeche.batch.shelf import Shelf
from depeche.errors import BatchError
from depeche.ledger.bulk import Ready
from depeche.record.json import from_json

_AT_ONCE = 100  # records in memory
_READ = ["dispatch", "origin", "headline", "digest", "signature", "record"]
_DROPPED = ["dispatch", "origin", "headline", "copy_of"]


def is_batch(path: str) -> bool:
    """Whether a path is the folder of a batch, or a URL the place of one."""
    if is_remote(path):
        return place(path).read(NAME) is not None
    return (Path(path) / NAME).is_file()


def ready(path: str) -> Iterator[Ready]:
    """The records of a batch, in the order of its inputs; a near-copy that was not read as another place of its original.

    BatchError where it is not finished.
    """
    shelf = place(path)
    made = manifest.read(shelf)
    if made is None or not made.finished:
        raise BatchError(f"{path}: this batch is not finished; call it again, it goes on")
    return _records(shelf, made.parts)


def _records(shelf: Shelf, parts: tuple[Part, ...]) -> Iterator[Ready]:
    copied = {row["copy_of"] for part in parts for row in _rows(shelf, part, "dropped", ["copy_of"])}
    digests: dict[int, str] = {}  # of the dispatches that have copies
    for part in parts:
        read, dropped = _rows(shelf, part, "dispatches", _READ), _rows(shelf, part, "dropped", _DROPPED)
        for row in merge(read, dropped, key=lambda row: row["dispatch"]):
            if "record" in row:
                if row["dispatch"] in copied:
                    digests[row["dispatch"]] = row["digest"]
                yield _ready(row)
            elif digest := digests.get(row["copy_of"]):
                yield Ready(origin=row["origin"], title=row["headline"], digest=digest)


def _rows(shelf: Shelf, part: Part, table: str, columns: list[str]) -> Iterator[dict[str, Any]]:
    """The rows of a table that are of a part, in order."""
    arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    for file in part.files:
        if file.startswith(f"{table}/"):
            data = shelf.read(file)
            if data is None:
                raise BatchError(f"{shelf.folder}/{file}: is missing; remove this batch and make it again")
            with parquet.ParquetFile(arrow.BufferReader(data)) as opened:
                for some in opened.iter_batches(_AT_ONCE, columns=columns):
                    yield from some.to_pylist()


def _ready(row: dict[str, Any]) -> Ready:
    return Ready(
        origin=row["origin"],
        title=row["headline"],
        digest=row["digest"],
        signature=bytes.fromhex(row["signature"]),
        record=from_json(row["record"]),
    )
