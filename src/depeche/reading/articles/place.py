"""Where a file is: what it is called, and how it is opened."""

from pathlib import Path
from typing import BinaryIO

import msgspec

from depeche.errors import TooLong, UnreadableFile
from depeche.reading.files import BYTES_A_CHARACTER


class Place(msgspec.Struct, frozen=True):
    """A file on this machine; `name` is what it is called in what is told of it."""

    name: str

    def open(self) -> BinaryIO:
        """The file, open from its first byte; OSError where it cannot be."""
        return Path(self.name).open("rb")

    def size(self) -> int:
        """How many bytes it has; OSError where that cannot be told."""
        return Path(self.name).stat().st_size


def whole(place: Place, limit: int | None = None) -> bytes:
    """All bytes of a file; UnreadableFile, or TooLong if they must be over `limit` characters."""
    try:
        size = place.size()
        if limit is not None and size > limit * BYTES_A_CHARACTER:
            raise TooLong(f"{size:,} bytes, over the limit of {limit:,} characters; raise it with --limit")
        with place.open() as file:
            return file.read()
    except IsADirectoryError as error:
        raise UnreadableFile("is a folder; name the files in it") from error
    except PermissionError as error:
        raise UnreadableFile("may not be read (permission denied)") from error
    except FileNotFoundError as error:
        raise UnreadableFile("no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
