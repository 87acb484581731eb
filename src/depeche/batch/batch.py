"""A batch: articles of many files to tables, each item once, whatever is cut off on the way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from depeche.batch import manifest, parts, survey
from depeche.batch.bucket import Bucket
from depeche.batch.manifest import Manifest
from depeche.batch.parts import Parts
from depeche.batch.plan import Plan, Setting, plan
from depeche.batch.remote import is_remote
from depeche.batch.shelf import Shelf
from depeche.batch.slices import Done
from depeche.batch.todo import Fates, Role, Todo, todo

Watch = Callable[[dict[str, int]], None]


class Engine(Protocol):
    """Where slices are looked at and read."""

    def run(self, role: Role, plan: Plan, todo: Iterable[Todo]) -> Iterator[Done]:
        """What comes of the slices of some sources, in any order."""
        ...

    def close(self) -> None:
        """End what was started for it."""
        ...


def batch(
    inputs: Sequence[str], out: Path | str, engine: Engine, setting: Setting, *, watch: Watch | None = None
) -> Manifest:
    """Read all articles of files, folders, patterns and URLs into Parquet tables; the manifest of what came of it.

    What was done before is kept, so that a batch that was cut off goes on when it is called again. `watch` is told the
    counts of what is done, again and again. `out` is a folder or the URL of a place in an object store; UsageError
    where it holds something else.
    """
    wanted = plan(inputs, setting)
    shelf = place(out)
    with shelf.held():
        there = manifest.opened(shelf, wanted)
        done = manifest.done(shelf, there)
        if there.finished:
            return there
        try:
            fates = _fates(shelf, wanted, engine, watch) if setting.once else None
            known = manifest.total(part.tally for part in done)
            whole = Parts(partial(parts.written, shelf))
            for slice_ in engine.run("read", wanted, todo(wanted, done, fates)):
                known = _told(known, slice_, watch)
                if part := whole.take(slice_):
                    manifest.own(shelf, there)
                    done.append(part)
        finally:
            engine.close()
        return manifest.finish(shelf, there, done)


def place(out: Path | str) -> Shelf:
    """The folder or the place in an object store."""
    return Bucket(out) if isinstance(out, str) and is_remote(out) else Shelf(Path(out))


def _fates(shelf: Shelf, wanted: Plan, engine: Engine, watch: Watch | None) -> dict[int, Fates]:
    """What is known of all items when all have been looked at."""
    seen = survey.kept(shelf)
    known = {"looked at": sum(len(part.reasons) for part in seen)}
    whole = Parts(partial(survey.written, shelf, wanted.setting.part))
    for slice_ in engine.run("look", wanted, todo(wanted, seen)):
        known = _told(known, slice_, watch)
        if part := whole.take(slice_):
            seen.append(part)
    return survey.fates(shelf, seen)


def _told(known: dict[str, int], slice_: Done, watch: Watch | None) -> dict[str, int]:
    """The counts with those of a slice, told to who watches."""
    known = manifest.total([known, *(piece.tally for piece in slice_.pieces)])
    if watch:
        watch(known)
    return known
