"""A batch: articles of many files to tables, each item once, whatever is cut off on the way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from depeche.batch import manifest
from depeche.batch.local import Todo
from depeche.batch.manifest import Manifest, Part
from depeche.batch.parts import Parts
from depeche.batch.plan import Plan, Setting, plan
from depeche.batch.shelf import Shelf
from depeche.batch.slices import Done

Watch = Callable[[dict[str, int]], None]


class Engine(Protocol):
    """Where slices are read."""

    def read(self, plan: Plan, todo: Iterable[Todo]) -> Iterator[Done]:
        """What comes of the slices of some sources, in any order."""
        ...


def batch(
    inputs: Sequence[str], out: Path, engine: Engine, setting: Setting, *, watch: Watch | None = None
) -> Manifest:
    """Read all articles of files, folders, patterns and URLs into Parquet tables; the manifest of what came of it.

    What was done before is kept, so that a batch that was cut off goes on when it is called again. `watch` is told the
    counts of what is done, again and again. UsageError where `out` holds something else.
    """
    wanted = plan(inputs, setting)
    shelf = Shelf(out)
    with shelf.held():
        there = manifest.opened(shelf, wanted)
        parts = manifest.done(shelf, there)
        if there.finished:
            return there
        known = manifest.total(part.tally for part in parts)
        writer = Parts(shelf)
        for slice_ in engine.read(wanted, todo(wanted, parts)):
            known = manifest.total([known, *(piece.tally for piece in slice_.pieces)])
            if watch:
                watch(known)
            if part := writer.take(slice_):
                parts.append(part)
        return manifest.finish(shelf, there, parts)


def todo(wanted: Plan, parts: Iterable[Part]) -> list[Todo]:
    """The sources that are not done, each with its parts that are."""
    done: dict[int, set[int]] = {}
    last: dict[int, int] = {}
    for part in parts:
        done.setdefault(part.source, set()).add(part.part)
        if part.ends_source:
            last[part.source] = part.part
    whole = {number for number, end in last.items() if len(done[number]) == end + 1}
    return [
        (source, frozenset(done.get(source.number, ())))
        for source in wanted.sources
        if source.number not in whole
    ]
