"""Which articles are in which file, by its suffix."""

import glob
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from depeche.errors import DepecheError, UnreadableFile
from depeche.reading.articles import feeds, tables, webarchives
from depeche.reading.articles.article import Article, Broken, Columns
from depeche.reading.files import BYTES_A_CHARACTER, SUFFIXES, contents

STDIN = "-"
Found = Article | Broken
_Opener = Callable[[Path, Columns], Iterator[Found]]

_HOLDERS: dict[str, _Opener] = {
    ".json": tables.json_document,
    ".jsonl": tables.json_lines,
    ".ndjson": tables.json_lines,
    ".csv": tables.csv_rows,
    ".tsv": tables.csv_rows,
    ".parquet": tables.parquet_rows,
    ".rss": feeds.entries,
    ".atom": feeds.entries,
    ".xml": feeds.entries,
    ".warc": webarchives.pages,
    ".warc.gz": webarchives.pages,
}


def kinds() -> tuple[str, ...]:
    """The suffixes of files that are known."""
    return (*SUFFIXES, *_HOLDERS)


def gather(
    paths: Iterable[str], *, columns: Columns, limit: int, standard_input: BinaryIO | None = None
) -> Iterator[Found]:
    """The articles of files, folders and glob patterns, in order; what cannot be had comes as Broken.

    `limit` is the most characters of one article. A folder is searched for all kinds that are known. The path
    ``-`` is `standard_input`: JSON Lines where it begins like an object, else one text or page.
    """
    for path in paths:
        if path == STDIN and standard_input is not None:
            yield from _piped(standard_input, columns, limit)
            continue
        try:
            files = list(_files(path))
        except DepecheError as error:
            yield Broken(path, error)
            continue
        for file in files:
            yield from _articles(file, columns, limit)


def _piped(stream: BinaryIO, columns: Columns, limit: int) -> Iterator[Found]:
    start = stream.readline()
    if start.lstrip().startswith(b"{"):
        yield from tables.json_rows(chain([start], stream), STDIN, columns)
    else:
        yield Article(origin=STDIN, data=start + stream.read(limit * BYTES_A_CHARACTER + 1))


def _files(path: str) -> Iterator[str]:
    place = Path(path)
    if place.is_dir():
        found = [str(file) for file in _below(place) if _kind(file) is not None]
        if not found:
            raise UnreadableFile("no texts, pages, tables, feeds or web archives in this folder")
        yield from found
    elif glob.has_magic(path) and not place.exists():
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (takes absolute patterns too)
        if not matches:
            raise UnreadableFile("no file fits this pattern")
        for match in matches:
            yield from _files(match) if not Path(match).is_dir() else ()
    else:
        yield path


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UnreadableFile(f"the folder cannot be listed: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _below(entry)
        else:
            yield entry


def _kind(path: Path) -> str | None:
    name = path.name.lower()
    return next((suffix for suffix in sorted(kinds(), key=len, reverse=True) if name.endswith(suffix)), None)


def _articles(file: str, columns: Columns, limit: int) -> Iterator[Found]:
    holder = _HOLDERS.get(_kind(Path(file)) or "")
    try:
        if holder is None:
            yield Article(origin=file, data=contents(file, limit))
        else:
            yield from holder(Path(file), columns)
    except DepecheError as error:
        yield Broken(file, error)
