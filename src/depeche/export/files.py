"""Files that are there wholly or not at all, as delimited text or Parquet."""

import csv
import importlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from depeche.errors import DepecheError, UsageError
from depeche.export.layout import Cell, Column, Layout, Line

_AT_ONCE = 5_000  # rows of a batch of Parquet


@contextmanager
def fresh(path: Path, *, force: bool) -> Iterator[Path]:
    """A file to write that takes its name at the end; after an error nothing is left of it.

    UsageError where the name is taken, unless `force`.
    """
    if path.is_dir() or (path.exists() and not force):
        raise UsageError(f"{path}: exists already; --force replaces a file")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except OSError as error:
        raise DepecheError(f"{path}: cannot be written there: {error.strerror or error}") from error
    finally:
        with suppress(OSError):  # it has its name, or was never begun
            part.unlink()


def delimited(path: Path, layout: Layout, lines: Iterable[Line]) -> None:
    """Write delimited text: UTF-8, quoted after RFC 4180 where it must be; no cell is changed, none is guarded."""
    with path.open("w", encoding="utf-8", newline="") as file:
        ending = "\n" if layout.delimiter == "\t" else "\r\n"  # RFC 4180 asks for the latter
        writer = csv.writer(file, delimiter=layout.delimiter, lineterminator=ending)
        if layout.head:
            writer.writerow(column.name for column in layout.columns)
        for line in lines:
            writer.writerow(map(_written, line))


def _written(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell


def parquet(path: Path, layout: Layout, lines: Iterable[Line]) -> None:
    """Write Parquet; UsageError where pyarrow is missing."""
    try:
        arrow = importlib.import_module("pyarrow")
        files = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'depeche[parquet]'") from error
    schema = stored(layout.columns)
    with files.ParquetWriter(path, schema) as writer:
        rows = iter(lines)
        while some := list(islice(rows, _AT_ONCE)):
            cells = zip(*some, strict=True)
            arrays = [arrow.array(part, field.type) for part, field in zip(cells, schema, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def stored(columns: Iterable[Column]) -> Any:
    """The schema in which Parquet stores such columns."""
    arrow = importlib.import_module("pyarrow")
    kinds = {
        "text": arrow.string(),
        "whole number": arrow.int64(),
        "number": arrow.float64(),
        "yes or no": arrow.bool_(),
    }
    return arrow.schema([(column.name, kinds[column.type]) for column in columns])
