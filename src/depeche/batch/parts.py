"""Putting slices together to parts, and writing each part whole."""

import importlib
from collections.abc import Iterable
from typing import Any

from depeche.batch import manifest
from depeche.batch.manifest import Part
from depeche.batch.shelf import Shelf
from depeche.batch.slices import Done
from depeche.batch.tables import schemas

_FIRST = (0, 0)  # the part that has a file of every table, so that every table is there


class Parts:
    """Takes slices in any order; a part is written when all its slices have come."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._open: dict[tuple[int, int], list[Done]] = {}

    def take(self, slice_: Done) -> Part | None:
        """Add a slice; the part that it made whole, written, if it did."""
        key = (slice_.place.source, slice_.place.part)
        there = self._open.setdefault(key, [])
        there.append(slice_)
        there.sort(key=lambda one: one.place)
        if not (there[-1].ends_part and len(there) == there[-1].place.slice + 1):
            return None
        return self._write(key, self._open.pop(key))

    def _write(self, key: tuple[int, int], whole: list[Done]) -> Part:
        pieces = [piece for one in whole for piece in one.pieces]
        files = []
        for name, schema in schemas().items():
            streams = [piece.tables[name] for piece in pieces if name in piece.tables]
            if streams or key == _FIRST:
                files.append(f"{name}/part-{key[0]:05}-{key[1]:05}.parquet")
                self._shelf.write(files[-1], _parquet(schema, streams))
        tally = manifest.total(piece.tally for piece in pieces)
        part = Part(*key, whole[-1].ends_source, tuple(files), tally)
        manifest.add(self._shelf, part)
        return part


def _parquet(schema: Any, streams: Iterable[bytes]) -> bytes:
    """One Parquet file of some Arrow streams."""
    arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    tables = [arrow.ipc.open_stream(stream).read_all() for stream in streams]
    whole = arrow.concat_tables([schema.empty_table(), *tables]).combine_chunks()
    sink = arrow.BufferOutputStream()
    parquet.write_table(whole, sink, compression="zstd")
    return bytes(sink.getvalue())
