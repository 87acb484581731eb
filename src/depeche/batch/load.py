"""The records of a finished batch, for a ledger."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from depeche.batch import manifest
from depeche.batch.manifest import NAME, Manifest
from depeche.batch.shelf import Shelf
from depeche.errors import BatchError
from depeche.ledger.bulk import Ready
from depeche.record.json import from_json

_AT_ONCE = 100  # records in memory
_COLUMNS = ["origin", "headline", "digest", "signature", "record"]


def is_batch(path: str) -> bool:
    """Whether a path is the folder of a batch."""
    return (Path(path) / NAME).is_file()


def ready(path: str) -> Iterator[Ready]:
    """The records of a batch, in the order of its inputs; BatchError where it is not finished."""
    shelf = Shelf(Path(path))
    made = manifest.read(shelf)
    if made is None or not made.finished:
        raise BatchError(f"{path}: this batch is not finished; call it again, it goes on")
    return _records(shelf, made)


def _records(shelf: Shelf, made: Manifest) -> Iterator[Ready]:
    parquet = importlib.import_module("pyarrow.parquet")
    for part in made.parts:
        for file in part.files:
            if not file.startswith("dispatches/"):
                continue
            with parquet.ParquetFile(shelf.folder / file) as opened:
                for some in opened.iter_batches(_AT_ONCE, columns=_COLUMNS):
                    yield from (_ready(**row) for row in some.to_pylist())


def _ready(origin: str, headline: str | None, digest: str, signature: str, record: str) -> Ready:
    return Ready(
        origin=origin,
        title=headline,
        digest=digest,
        signature=bytes.fromhex(signature),
        record=from_json(record),
    )
