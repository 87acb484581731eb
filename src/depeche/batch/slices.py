"""Slices: the few items that a worker takes at a time, and what comes of them."""

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from depeche.batch.item import Dropped, Item, Outcome, Read, Refused, Step
from depeche.batch.tables import ITEMS, tables
from depeche.errors import DepecheError
from depeche.funnel import Sifted
from depeche.ledger.schema import FACTS

SIZE = 32  # items; few, so that all workers have something to do until the end


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a slice stands in the batch: source, part of the source, slice of the part."""

    source: int
    part: int
    slice: int


class Passed(msgspec.Struct, frozen=True):
    """What an archive holds between its articles, counted; it counts with the item before it."""

    counts: dict[str, int]


class Slice(msgspec.Struct, frozen=True):
    """Items in a row; `first` is the number of the first in the batch, `passed` what stands between them."""

    place: Place
    first: int
    items: tuple[Item, ...]
    ends_part: bool
    ends_source: bool
    passed: dict[str, int] = {}

    def alone(self) -> "Iterator[Slice]":
        """A slice of each item."""
        for number, item in enumerate(self.items):
            passed = {} if number else self.passed
            yield msgspec.structs.replace(self, first=self.first + number, items=(item,), passed=passed)

    def without(self, number: int, error: DepecheError, step: Step) -> "Slice":
        """The slice with the article of one item given up."""
        items = list(self.items)
        items[number] = Refused(items[number].origin, error.code, str(error), step)
        return msgspec.structs.replace(self, items=tuple(items))


class Packed(msgspec.Struct, frozen=True):
    """The tables of some items that were read as Arrow streams, and counts of what became of them."""

    tables: dict[str, bytes]
    tally: dict[str, int]


class Looked(msgspec.Struct, frozen=True):
    """What is known of each of some items before any is read."""

    items: tuple[Sifted, ...]

    @property
    def tally(self) -> dict[str, int]:
        """How many they are."""
        return {"looked at": len(self.items)}


Piece = Packed | Looked


class Done(msgspec.Struct, frozen=True):
    """What came of a slice, in one or more pieces."""

    place: Place
    ends_part: bool
    ends_source: bool
    pieces: tuple[Piece, ...]


def slices(source: int, items: Iterable[Item | Passed | None], *, part: int) -> Iterator[Slice]:
    """The items of a source as slices that never cross a part of so many items; those of parts that are done are None.

    A source without items is one empty slice.
    """
    some: list[Item] = []
    passed: Counter[str] = Counter()
    begun, number, item = False, 0, None
    for following in chain(items, (_End(),)):
        if isinstance(following, Passed):
            passed.update(following.counts)
            continue
        last = isinstance(following, _End)
        if not begun and last:
            yield Slice(Place(source, 0, 0), source * ITEMS, (), True, True, dict(passed))  # noqa: FBT003
            return
        if begun:
            number += 1
            some += [item] if item is not None else []
            full = number % part == 0
            if some and (last or full or len(some) == SIZE):
                first = number - len(some)
                place = Place(source, first // part, first % part // SIZE)
                yield Slice(place, source * ITEMS + first, tuple(some), last or full, last, dict(passed))
                some, passed = [], Counter()
        begun, item = True, None if isinstance(following, _End) else following


class _End:
    """What stands behind the last item."""


def packed(cut: Slice, outcomes: Sequence[Outcome]) -> Packed:
    """What became of the items of a slice, packed."""
    made = tables(cut.first, outcomes)
    tally = Counter(key for outcome in outcomes for key in _counted(outcome))
    tally.update(cut.passed)
    tally.update({name: table.num_rows for name, table in made.items() if name in FACTS and table.num_rows})
    return Packed({name: _stream(table) for name, table in made.items() if table.num_rows}, dict(tally))


def _counted(outcome: Outcome) -> tuple[str, ...]:
    if isinstance(outcome, Read):
        partly = any(zone.kind == "passed" for zone in outcome.record.zones)
        return (
            "items",
            "read",
            f"language {outcome.record.document.language}",
            *(["in part"] if partly else []),
        )
    if isinstance(outcome, Dropped):
        return "items", "dropped", f"dropped {outcome.reason}"
    return "items", "rejected", f"rejected {outcome.code}", f"refused {outcome.step}"


def _stream(table: Any) -> bytes:
    """An Arrow table as bytes."""
    arrow = importlib.import_module("pyarrow")
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())
