"""Tables of articles: JSON Lines, CSV, Parquet."""

import csv
import gzip
import importlib
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

import msgspec

from depeche.errors import InputError, TooLong, UnreadableFile
from depeche.reading.articles.article import Article, Broken, Columns
from depeche.reading.articles.place import Place, whole

_ROWS_AT_ONCE = 256  # of a Parquet file
LONGEST = 64_000_000  # bytes of a line; what is longer is no article


def json_lines(place: Place, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a file with one JSON object a line; a line that is none is Broken."""
    try:
        with _unpacked(place) as file:
            yield from json_rows(_lines(file), place.name, columns)
    except _UNREADABLE as error:
        raise UnreadableFile(f"cannot be read: {_why(error)}") from error


def json_rows(lines: Iterable[bytes], name: str, columns: Columns) -> Iterator[Article | Broken]:
    """The article of each line that is not blank."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST:
            yield Broken(f"{name}:{number}", TooLong(f"a line of over {LONGEST:,} bytes: no article"))
        elif line.strip():
            yield _json_row(line, f"{name}:{number}", columns)


_UNREADABLE = (OSError, EOFError, zlib.error)


def _unpacked(place: Place) -> BinaryIO:
    """The file, unpacked as it is read if it is packed."""
    file = place.open()
    return cast("BinaryIO", gzip.open(file)) if place.name.lower().endswith(".gz") else file


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long only the beginning, a little more than may be."""
    while line := file.readline(LONGEST + 1):
        yield line
        while len(line) > LONGEST and not line.endswith(b"\n"):
            line = file.readline(LONGEST + 1)


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error)


def json_document(place: Place, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a file that is one JSON array of objects, or one object."""
    try:
        value = msgspec.json.decode(whole(place))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is no JSON: {error}") from error
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        row_place = f"{place.name}:{number}"
        if isinstance(row, dict):
            yield columns.article(row, row_place)
        else:
            yield Broken(row_place, InputError("is no JSON object"))


def _json_row(line: bytes, place: str, columns: Columns) -> Article | Broken:
    try:
        row = msgspec.json.decode(line, type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Broken(place, InputError(f"is no JSON object: {error}"))
    return columns.article(row, place)


def csv_rows(place: Place, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a CSV or TSV file in UTF-8 whose first row names the columns."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    delimiter = "\t" if ".tsv" in place.name.lower()[-7:] else ","
    try:
        with io.TextIOWrapper(_unpacked(place), encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter=delimiter)
            for row in reader:
                yield columns.article(row, f"{place.name}:{reader.line_num}")
    except _UNREADABLE as error:
        raise UnreadableFile(f"cannot be read: {_why(error)}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"is no CSV in UTF-8: {error}") from error


def parquet_rows(place: Place, columns: Columns) -> Iterator[Article | Broken]:
    """The articles of a Parquet file, a few hundred rows in memory at a time."""
    try:
        parquet = importlib.import_module("pyarrow.parquet")
        arrow = importlib.import_module("pyarrow")
    except ImportError as error:
        raise UnreadableFile("Parquet needs pyarrow: pip install 'depeche[parquet]'") from error
    try:
        number = 0
        with place.open() as opened, parquet.ParquetFile(opened) as file:
            for batch in file.iter_batches(_ROWS_AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    yield columns.article(row, f"{place.name}:{number}")
    except (OSError, arrow.ArrowException) as error:
        raise UnreadableFile(f"is no Parquet that can be read: {' '.join(str(error).split())}") from error
