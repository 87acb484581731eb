"""What is still to be done of a source, and what is known of its items before they are read."""

from collections.abc import Iterable
from typing import Literal, Protocol

import msgspec

from depeche.batch.item import Dropped, Item
from depeche.batch.plan import Plan, Source
from depeche.reading.articles import Article, Broken

Role = Literal["look", "read"]  # what is to be done with items
REASONS = ("language", "irrelevant", "copy")  # for which an item is known not to be read


class Fates(msgspec.Struct, frozen=True):
    """What is known of the items of a source.

    `reasons` has a byte for each: 0, or the place in REASONS from 1; `copies` has for each near-copy, by its place in
    the source, the number of its original in the batch.
    """

    reasons: bytes = b""
    copies: dict[int, int] = {}

    def of(self, at: int, item: Article | Broken) -> Item:
        """The item in a place, or what became of it already."""
        if at >= len(self.reasons) or not self.reasons[at] or isinstance(item, Broken):
            return item
        return Dropped(item.origin, REASONS[self.reasons[at] - 1], item.title, self.copies.get(at))


class Todo(msgspec.Struct, frozen=True):
    """A source, its parts that are done, and what is known of its items."""

    source: Source
    done: frozenset[int]
    fates: Fates = Fates()


class Part(Protocol):
    """A part of a source that is done."""

    @property
    def source(self) -> int:
        """The number of the source."""

    @property
    def part(self) -> int:
        """The number of the part in the source."""

    @property
    def ends_source(self) -> bool:
        """Whether it is the last of the source."""


def todo(plan: Plan, parts: Iterable[Part], fates: dict[int, Fates] | None = None) -> list[Todo]:
    """The sources that are not done, each with its parts that are, and what is known of its items."""
    done: dict[int, set[int]] = {}
    last: dict[int, int] = {}
    for part in parts:
        done.setdefault(part.source, set()).add(part.part)
        if part.ends_source:
            last[part.source] = part.part
    whole = {number for number, end in last.items() if len(done[number]) == end + 1}
    return [
        Todo(source, frozenset(done.get(source.number, ())), (fates or {}).get(source.number, Fates()))
        for source in plan.sources
        if source.number not in whole
    ]
