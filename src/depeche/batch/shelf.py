"""The place that a batch fills: files that are there wholly or not at all, and one batch at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from depeche.errors import BatchError

_LOCK = ".lock"
_UNDONE = ".part"


class Shelf:
    """Files of a folder by their names in it. BatchError where it cannot be read or written."""

    alone = True  # nobody else can fill it meanwhile

    def __init__(self, folder: Path) -> None:
        self.folder: str = str(folder)
        self._place = folder

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder if it is missing, and keep others from filling it meanwhile."""
        with self._told(), self._locked():
            for leftover in self._place.rglob(f"*{_UNDONE}"):
                leftover.unlink()
            yield

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._place.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._place / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise BatchError(
                f"{self.folder}: another batch fills this folder; wait until it has ended"
            ) from error
        try:
            yield
        finally:
            lock.release()
            (self._place / _LOCK).unlink(missing_ok=True)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        with self._told():
            path = self._place / name
            return path.read_bytes() if path.exists() else None

    def write(self, name: str, data: bytes) -> None:
        """Write a file, wholly or not at all, and so that it outlives a failure of power."""
        path = self._place / name
        part = path.with_name(f"{path.name}{_UNDONE}")
        with self._told():
            path.parent.mkdir(exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)

    def names(self, folder: str = ".") -> list[str]:
        """The names of all files below a folder, sorted; none where there is no such folder."""
        with self._told():
            found = (path for path in (self._place / folder).rglob("*") if path.is_file())
            return sorted(str(path.relative_to(self._place)) for path in found if path.name != _LOCK)

    def remove(self, name: str) -> None:
        """Remove a file, and its folder if nothing else is in it."""
        with self._told():
            path = self._place / name
            path.unlink(missing_ok=True)
            if path.parent != self._place and not any(path.parent.iterdir()):
                path.parent.rmdir()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BatchError(f"{self.folder}: cannot be used: {error.strerror or error}") from error
