"""Tables of articles: JSON Lines, CSV, Parquet."""

import csv
import importlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from depeche.errors import InputError, UnreadableFile
from depeche.reading.articles.article import Article, Broken, Columns

_ROWS_AT_ONCE = 256  # of a Parquet file


def json_lines(path: Path, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a file with one JSON object a line; a line that is none is Broken."""
    try:
        with path.open("rb") as file:
            yield from json_rows(file, str(path), columns)
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}") from error


def json_rows(lines: Iterable[bytes], name: str, columns: Columns) -> Iterator[Article | Broken]:
    """The article of each line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_row(line, f"{name}:{number}", columns)


def json_document(path: Path, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a file that is one JSON array of objects, or one object."""
    try:
        value = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is no JSON: {error}") from error
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        place = f"{path}:{number}"
        if isinstance(row, dict):
            yield columns.article(row, place)
        else:
            yield Broken(place, InputError("is no JSON object"))


def _json_row(line: bytes, place: str, columns: Columns) -> Article | Broken:
    try:
        row = msgspec.json.decode(line, type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Broken(place, InputError(f"is no JSON object: {error}"))
    return columns.article(row, place)


def csv_rows(path: Path, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a CSV or TSV file in UTF-8 whose first row names the columns."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter=delimiter)
            for row in reader:
                yield columns.article(row, f"{path}:{reader.line_num}")
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"is no CSV in UTF-8: {error}") from error


def parquet_rows(path: Path, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a Parquet file, a few hundred rows in memory at a time."""
    try:
        parquet = importlib.import_module("pyarrow.parquet")
        arrow = importlib.import_module("pyarrow")
    except ImportError as error:
        raise UnreadableFile("Parquet needs pyarrow: pip install 'depeche[parquet]'") from error
    try:
        number = 0
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(_ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    yield columns.article(row, f"{path}:{number}")
    except (OSError, arrow.ArrowException) as error:
        raise UnreadableFile(f"is no Parquet that can be read: {' '.join(str(error).split())}") from error
