"""Files elsewhere: object stores and servers, by their URLs."""

import importlib
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO, cast

from depeche.errors import UnreadableFile, UsageError
from depeche.reading.articles.gather import kind
from depeche.reading.articles.place import Place

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_SECRET = re.compile(r"(://)[^/@]*@")  # user and password


class Remote(Place, frozen=True):
    """A file of an object store or a server; `name` is its URL, without what the URL says of the store itself."""

    store: str  # a URL that says how the store is reached
    path: str  # within the store

    def open(self) -> BinaryIO:
        """The file, open from its first byte."""
        return cast("BinaryIO", io.BufferedReader(store(self.store)[0].open_input_file(self.path)))

    def size(self) -> int:
        """How many bytes it has."""
        [info] = store(self.store)[0].get_file_info([self.path])
        if not info.is_file:
            raise FileNotFoundError(self.name)
        return int(info.size)


def is_remote(name: str) -> bool:
    """Whether a name is a URL."""
    return _URL.match(name) is not None


def remote(url: str) -> Iterator[Remote]:
    """The files that a URL stands for: itself, or all of known kinds below it; UnreadableFile where none are there."""
    files, path = store(url)
    fs = importlib.import_module("pyarrow.fs")
    try:
        [info] = files.get_file_info([path])
        if info.is_file:
            yield Remote(name=bare(url), store=url, path=path)
            return
        found = files.get_file_info(fs.FileSelector(path, recursive=True))
    except OSError as error:
        raise UnreadableFile(f"cannot be listed: {' '.join(str(error).split())}") from error
    names = sorted(one.path for one in found if one.is_file and _wanted(one.path[len(path) :]))
    if not names:
        raise UnreadableFile("no texts, pages, tables, feeds or web archives there")
    for name in names:
        below = name[len(path.rstrip("/")) :].lstrip("/")
        yield Remote(name=f"{bare(url).rstrip('/')}/{below}", store=url, path=name)


def bare(url: str) -> str:
    """The URL without user, password and what it says of the store."""
    return _SECRET.sub(r"\1", url.partition("?")[0])


def _wanted(below: str) -> bool:
    """Whether a file below a folder is of a known kind, and neither it nor its folder is hidden."""
    hidden = any(part.startswith(".") for part in below.split("/"))
    return kind(below) is not None and not hidden


@lru_cache
def store(url: str) -> tuple[Any, str]:
    """The store of a URL and the path in it, by pyarrow or by fsspec; UsageError for a scheme that none knows."""
    try:
        arrow, fs = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.fs")
    except ImportError as error:
        raise UsageError("files elsewhere need pyarrow: pip install 'depeche[parquet]'") from error
    try:
        found, path = fs.FileSystem.from_uri(url)
        return found, path
    except (arrow.ArrowException, OSError) as error:
        if "nrecognized filesystem" not in str(error):
            raise UsageError(f"{bare(url)}: {' '.join(str(error).split())}") from error
        return _by_fsspec(fs, url)


def _by_fsspec(fs: Any, url: str) -> tuple[Any, str]:
    scheme = url.partition(":")[0]
    try:
        core = importlib.import_module("fsspec.core")
    except ImportError as error:
        raise UsageError(f"{scheme}:// needs fsspec and its plug-in: pip install fsspec") from error
    try:
        found, path = core.url_to_fs(url)
    except ImportError as error:
        raise UsageError(f"{scheme}:// needs more to be installed: {error}") from error
    except ValueError as error:
        raise UsageError(f"{scheme}:// is a scheme that nobody here knows: {error}") from error
    return fs.PyFileSystem(fs.FSSpecHandler(found)), path
