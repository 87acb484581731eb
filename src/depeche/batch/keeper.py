"""Keepers of forked workers: one that dies or hangs is replaced, its items redone, the culprit alone given up."""

from collections import Counter
from collections.abc import Iterator
from typing import Self

from depeche.batch.item import Item
from depeche.batch.nursery import Lost, Nursery, Worker
from depeche.batch.plan import Setting
from depeche.batch.roles import FINDING, Asked, Step
from depeche.batch.slices import Done, Looked, Packed, Passed, Piece, Slice
from depeche.batch.todo import Role, Todo
from depeche.errors import ReadingFailed, TooCostly, UnreadableFile
from depeche.reading.articles import Broken

PATIENCE = 10  # times the processor time that work may take until a worker counts as hanging
TRIES = 3  # how often an item may be there when a worker is killed for a reason that may not be its fault
_ALL = -1  # in the place of the number of an item


class Keeper:
    """Looks at slices or reads them, by a worker of its own."""

    def __init__(self, nursery: Nursery, setting: Setting, role: Role = "read") -> None:
        self._nursery = nursery
        self._setting = setting
        self._role = role
        self._worker: Worker | None = None

    def read(self, cut: Slice) -> Done:
        """What comes of a slice, whatever its items do to the worker."""
        return Done(cut.place, cut.ends_part, cut.ends_source, tuple(self._pieces(cut)))

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _pieces(self, cut: Slice) -> Iterator[Piece]:
        losses: Counter[int] = Counter()
        while True:
            try:
                yield self._once(cut)
            except Lost as loss:
                once_more = not loss.certain and losses[_ALL] == 0
                if loss.at is None and len(cut.items) > 1 and not once_more:
                    for one in cut.alone():
                        yield from self._pieces(one)
                    return
                at = _ALL if loss.at is None and len(cut.items) > 1 else loss.at or 0
                losses[at] += 1
                if at != _ALL and (loss.certain or losses[at] == TRIES):
                    cut = cut.without(at, _why(loss), "reading" if loss.at is None else "extraction")
            else:
                return

    def _once(self, cut: Slice) -> Piece:
        """What the worker makes of a slice; Lost says over which item it was lost."""
        step = Step(None, self._setting.seconds)
        try:
            if self._worker is None:
                self._worker = self._nursery.fork(self._role, self._setting)
            self._worker.send(cut)
            while isinstance(told := self._worker.hear(PATIENCE * step.seconds), Step):
                step = told
        except Lost as loss:
            self._worker = None
            loss.at = step.item
            raise
        if not isinstance(told, Packed | Looked):
            raise TypeError(f"a worker told {told!r}")
        return told


def found(nursery: Nursery, todo: Todo, setting: Setting) -> Iterator[Item | Passed | None]:
    """The items of a source, found by a worker, and what stands between them; None for those of parts that are done.

    A worker that dies is replaced and goes on from there; where it dies again at the same place, the rest of the
    source is given up.
    """
    worker, start, losses = None, 0, 0
    try:
        while True:
            try:
                if worker is None:
                    worker = nursery.fork("find", setting)
                    worker.send(Asked(todo, start))
                some, ended = worker.hear(PATIENCE * FINDING)
            except Lost as loss:
                worker, losses = None, losses + 1
                if loss.certain or losses == TRIES:
                    why = UnreadableFile(f"cannot be read on from here ({loss.why})")
                    yield Broken(f"{todo.source.name()}#{start}", why)
                    return
                continue
            yield from some
            if ended:
                return
            start, losses = start + sum(not isinstance(one, Passed) for one in some), 0
    finally:
        if worker is not None:
            worker.end()


def _why(loss: Lost) -> TooCostly | ReadingFailed:
    if loss.certain:
        return TooCostly(f"reading it takes {loss.why}")
    return ReadingFailed(f"depeche failed on this text ({loss.why}); please report it")
