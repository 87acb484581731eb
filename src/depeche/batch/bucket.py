"""The place that a batch fills where it is no folder of this machine: an object store, by its URL."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager

from depeche.batch.remote import bare, store
from depeche.batch.shelf import Shelf


class Bucket(Shelf):
    """Objects below a URL by their names there; an object is there wholly or not at all.

    A store has no lock. Two calls of one batch may fill a place at the same time: they write the same bytes.
    """

    alone = False

    def __init__(self, url: str) -> None:
        self.folder = bare(url).rstrip("/")
        self._files, path = store(url)
        self._path = path.rstrip("/")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the place if it is missing."""
        with self._told():
            self._files.create_dir(self._path, recursive=True)
        yield

    def read(self, name: str) -> bytes | None:
        """The bytes of an object; None where there is none."""
        with self._told():
            [info] = self._files.get_file_info([self._at(name)])
            if not info.is_file:
                return None
            with self._files.open_input_stream(info.path) as stream:
                return bytes(stream.read())

    def write(self, name: str, data: bytes) -> None:
        """Write an object."""
        with self._told(), self._files.open_output_stream(self._at(name)) as stream:
            stream.write(data)

    def names(self, folder: str = "") -> list[str]:
        """The names of all objects below a name, sorted."""
        fs = importlib.import_module("pyarrow.fs")
        with self._told():
            place = fs.FileSelector(self._at(folder), recursive=True, allow_not_found=True)
            found = [one.path for one in self._files.get_file_info(place) if one.is_file]
        return sorted(path[len(self._path) + 1 :] for path in found)

    def remove(self, name: str) -> None:
        """Remove an object."""
        with self._told():
            self._files.delete_file(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self._path}/{name}".rstrip("/")
