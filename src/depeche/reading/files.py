"""Files, folders and manifests of dispatches."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from depeche.errors import TooLong, UnreadableFile, UsageError

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")
BYTES_A_CHARACTER = 4


class Source(msgspec.Struct, frozen=True):
    """A file to read, its path as given, and the date of publication that the caller knows."""

    path: str
    published: str | None = None


def contents(path: str, limit: int) -> bytes:
    """The bytes of a file; UnreadableFile, or TooLong if they must be over `limit` characters."""
    try:
        if Path(path).is_dir():
            raise UnreadableFile("is a folder; name the files in it")
        size = Path(path).stat().st_size
        if size > limit * BYTES_A_CHARACTER:
            raise TooLong(f"{size:,} bytes, over the limit of {limit:,} characters; raise it with --limit")
        return Path(path).read_bytes()
    except PermissionError as error:
        raise UnreadableFile("may not be read (permission denied)") from error
    except FileNotFoundError as error:
        raise UnreadableFile("no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"cannot be read: {error}") from error


def folder(path: Path) -> Iterator[str]:
    """The texts and pages below a folder, by name; UnreadableFile if it cannot be listed."""
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise UnreadableFile(f"the folder cannot be listed: {error.strerror}") from error
    for entry in entries:
        if entry.is_dir() and not entry.name.startswith("."):
            yield from folder(entry)
        elif entry.suffix.lower() in SUFFIXES:
            yield str(entry)


def manifest(path: str) -> Iterator[Source]:
    """The files that a manifest names, one JSON object a line: ``{"path": …, "published": …}``.

    Raises UnreadableFile where the manifest cannot be read, UsageError where a line is no such object.
    """
    try:
        rows = Path(path).read_bytes().splitlines()
    except OSError as error:
        raise UnreadableFile(f"the manifest cannot be read: {error.strerror}") from error
    for number, row in enumerate(rows, 1):
        if row.strip():
            try:
                yield msgspec.json.decode(row, type=Source)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UsageError(f'line {number} of the manifest is not {{"path": …}}: {error}') from error
