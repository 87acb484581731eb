"""Slices: the few items that a worker reads at a time, and what comes of them, ready to be written."""

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from depeche.batch.item import Dropped, Found, Outcome, Read
from depeche.batch.tables import ITEMS, tables
from depeche.errors import DepecheError
from depeche.ledger.schema import FACTS
from depeche.reading.articles import Article, Broken

SIZE = 16  # items; few, so that all workers have something to do until the end


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a slice stands in the batch: source, part of the source, slice of the part."""

    source: int
    part: int
    slice: int


class Slice(msgspec.Struct, frozen=True):
    """Items in a row; `first` is the number of the first in the batch."""

    place: Place
    first: int
    items: tuple[Found, ...]
    ends_part: bool
    ends_source: bool

    def alone(self) -> "Iterator[Slice]":
        """A slice of each item."""
        for number, item in enumerate(self.items):
            yield msgspec.structs.replace(self, first=self.first + number, items=(item,))

    def without(self, number: int, error: DepecheError) -> "Slice":
        """The slice with the article of one item given up."""
        items = list(self.items)
        items[number] = Broken(items[number].origin, error)
        return msgspec.structs.replace(self, items=tuple(items))


class Packed(msgspec.Struct, frozen=True):
    """The tables of some items as Arrow streams, and counts of what became of them."""

    tables: dict[str, bytes]
    tally: dict[str, int]


class Done(msgspec.Struct, frozen=True):
    """What came of a slice, in one or more pieces."""

    place: Place
    ends_part: bool
    ends_source: bool
    pieces: tuple[Packed, ...]


def slices(source: int, items: Iterable[Found | None], *, part: int) -> Iterator[Slice]:
    """The items of a source as slices that never cross a part of so many items; those of parts that are done are None.

    A source without items is one empty slice.
    """
    stream: Iterator[Found | _End | None] = chain(items, (_End(),))
    item = next(stream)
    if isinstance(item, _End):
        yield Slice(Place(source, 0, 0), source * ITEMS, (), ends_part=True, ends_source=True)
        return
    some: list[Found] = []
    for number, following in enumerate(stream, 1):
        some += [item] if isinstance(item, Article | Broken) else []
        last, full = isinstance(following, _End), number % part == 0
        if some and (last or full or len(some) == SIZE):
            begun = number - len(some)
            place = Place(source, begun // part, begun % part // SIZE)
            yield Slice(place, source * ITEMS + begun, tuple(some), last or full, last)
            some = []
        item = following


class _End:
    """What stands behind the last item."""


def packed(first: int, outcomes: Sequence[Outcome]) -> Packed:
    """What became of items in a row, packed; `first` is the number of the first."""
    made = tables(first, outcomes)
    tally = Counter(key for outcome in outcomes for key in _counted(outcome))
    tally.update({name: table.num_rows for name, table in made.items() if name in FACTS and table.num_rows})
    return Packed({name: _stream(table) for name, table in made.items() if table.num_rows}, dict(tally))


def _counted(outcome: Outcome) -> tuple[str, ...]:
    if isinstance(outcome, Read):
        return "items", "read", f"language {outcome.record.document.language}"
    if isinstance(outcome, Dropped):
        return "items", "dropped", f"dropped {outcome.reason}"
    return "items", "rejected", f"rejected {outcome.code}"


def _stream(table: Any) -> bytes:
    """An Arrow table as bytes."""
    arrow = importlib.import_module("pyarrow")
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())
