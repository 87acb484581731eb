"""Putting slices together to parts, and writing each part whole."""

import importlib
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from depeche.batch import manifest
from depeche.batch.manifest import Part
from depeche.batch.shelf import Shelf
from depeche.batch.slices import Done, Packed
from depeche.batch.tables import schemas

Key = tuple[int, int]  # numbers of the source and of the part in it
Written = TypeVar("Written")
_FIRST: Key = (0, 0)  # the part that has a file of every table, so that every table is there


class Parts(Generic[Written]):
    """Takes slices in any order; when all those of a part have come they are given to `write`, in order."""

    def __init__(self, write: Callable[[Key, list[Done]], Written]) -> None:
        self._write = write
        self._open: dict[Key, list[Done]] = {}

    def take(self, slice_: Done) -> Written | None:
        """Add a slice; the part that it made whole, written, if it did."""
        key = (slice_.place.source, slice_.place.part)
        there = self._open.setdefault(key, [])
        there.append(slice_)
        there.sort(key=lambda one: one.place)
        if not (there[-1].ends_part and len(there) == there[-1].place.slice + 1):
            return None
        return self._write(key, self._open.pop(key))


def written(shelf: Shelf, key: Key, whole: list[Done]) -> Part:
    """Write the tables of a part, then that it is written."""
    pieces = [piece for one in whole for piece in one.pieces if isinstance(piece, Packed)]
    files = []
    for name, schema in schemas().items():
        streams = [piece.tables[name] for piece in pieces if name in piece.tables]
        if streams or key == _FIRST:
            files.append(f"{name}/part-{key[0]:05}-{key[1]:05}.parquet")
            shelf.write(files[-1], _parquet(schema, streams))
    tally = manifest.total(piece.tally for piece in pieces)
    part = Part(*key, whole[-1].ends_source, tuple(files), tally)
    manifest.add(shelf, part)
    return part


def _parquet(schema: Any, streams: Iterable[bytes]) -> bytes:
    """One Parquet file of some Arrow streams."""
    arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    tables = [arrow.ipc.open_stream(stream).read_all() for stream in streams]
    whole = arrow.concat_tables([schema.empty_table(), *tables]).combine_chunks()
    sink = arrow.BufferOutputStream()
    parquet.write_table(whole, sink, compression="zstd")
    return bytes(sink.getvalue())
