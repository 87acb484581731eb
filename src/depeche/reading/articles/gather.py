"""Which articles are in which file, by its suffix."""

import glob
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from depeche.errors import DepecheError, UnreadableFile
from depeche.reading.articles import feeds, tables, webarchives
from depeche.reading.articles.article import Article, Broken, Columns
from depeche.reading.articles.place import Place, whole
from depeche.reading.files import BYTES_A_CHARACTER, SUFFIXES

STDIN = "-"
Found = Article | Broken
_Opener = Callable[[Place, Columns], Iterator[Found]]

_HOLDERS: dict[str, _Opener] = {
    ".json": tables.json_document,
    ".jsonl": tables.json_lines,
    ".jsonl.gz": tables.json_lines,
    ".ndjson": tables.json_lines,
    ".ndjson.gz": tables.json_lines,
    ".csv": tables.csv_rows,
    ".csv.gz": tables.csv_rows,
    ".tsv": tables.csv_rows,
    ".tsv.gz": tables.csv_rows,
    ".parquet": tables.parquet_rows,
    ".rss": feeds.entries,
    ".atom": feeds.entries,
    ".xml": feeds.entries,
}
_ARCHIVES = (".warc", ".warc.gz")


def kinds() -> tuple[str, ...]:
    """The suffixes of files that are known."""
    return (*SUFFIXES, *_HOLDERS, *_ARCHIVES)


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
            found = list(files(path))
        except DepecheError as error:
            yield Broken(path, error)
            continue
        for file in found:
            yield from articles(Place(file), columns=columns, limit=limit)


def _piped(stream: BinaryIO, columns: Columns, limit: int) -> Iterator[Found]:
    start = stream.readline()
    if start.lstrip().startswith(b"{"):
        yield from tables.json_rows(chain([start], stream), STDIN, columns)
    else:
        yield Article(origin=STDIN, data=start + stream.read(limit * BYTES_A_CHARACTER + 1))


def files(path: str) -> Iterator[str]:
    """The files that a path, a folder or a pattern stands for, in order; UnreadableFile where there are none."""
    place = Path(path)
    if place.is_dir():
        found = [str(file) for file in _below(place) if kind(file.name) is not None]
        if not found:
            raise UnreadableFile("no texts, pages, tables, feeds or web archives in this folder")
        yield from found
    elif glob.has_magic(path) and not place.exists():
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (takes absolute patterns too)
        if not matches:
            raise UnreadableFile("no file fits this pattern")
        for match in matches:
            yield from files(match) if not Path(match).is_dir() else ()
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


def kind(name: str) -> str | None:
    """The suffix by which we know what a file of that name holds; None where we do not."""
    low = name.lower()
    return next((suffix for suffix in sorted(kinds(), key=len, reverse=True) if low.endswith(suffix)), None)


def holds_many(name: str) -> bool:
    """Whether a file of that name is a table, a feed or an archive; others are one text or page."""
    return kind(name) not in (None, *SUFFIXES)


def articles(
    place: Place, *, columns: Columns, limit: int, passed: Counter[str] | None = None
) -> Iterator[Found]:
    """The articles of one file, in order; what cannot be had comes as Broken.

    `passed` counts what a web archive holds besides (`webarchives.pages`), as it is met.
    """
    suffix = kind(place.name) or ""
    try:
        if suffix in _ARCHIVES:
            yield from webarchives.pages(place, Counter() if passed is None else passed)
        elif suffix in _HOLDERS:
            yield from _HOLDERS[suffix](place, columns)
        else:
            yield Article(origin=place.name, data=whole(place, limit))
    except DepecheError as error:
        yield Broken(place.name, error)
