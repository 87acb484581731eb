"""What forked workers do: look at slices or read them, or find articles in files."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

import msgspec

from depeche.batch.bounds import more_memory, processor_time
from depeche.batch.item import Item, Watch, look, work
from depeche.batch.nursery import ROLES
from depeche.batch.plan import Setting
from depeche.batch.slices import Looked, Passed, Piece, Slice, packed
from depeche.batch.todo import Todo
from depeche.reader import Reader

CHARACTERS = 50_000  # of text for which the time of one item is allowed again
FINDING = 120.0  # seconds of processor time in which a file must come to its next article
_AT_ONCE = 16  # articles
_BYTES = 4_000_000  # of articles after which they are told


class Step(msgspec.Struct, frozen=True):
    """The item that is worked on next (None: all of them), and the seconds of processor time that it may take."""

    item: int | None
    seconds: float


class Asked(msgspec.Struct, frozen=True):
    """The items of a source to be told, from one on; those of parts that are done are left out as None."""

    todo: Todo
    start: int


def read(connection: Connection, setting: Setting) -> None:
    """Read slices as they come."""
    reader = Reader(setting.language, limit=setting.limit, gpu=setting.gpu)
    watch = _watch(connection, setting)
    _each(
        connection, setting, lambda cut: packed(cut, work(cut.items, reader, gate=setting.gate, watch=watch))
    )


def look_at(connection: Connection, setting: Setting) -> None:
    """Look at slices as they come."""
    watch = _watch(connection, setting)
    _each(connection, setting, lambda cut: Looked(tuple(look(cut.items, setting, watch))))


def _each(connection: Connection, setting: Setting, made: Callable[[Slice], Piece]) -> None:
    """Tell what is made of each slice as it comes; before that, each step with its item and time."""
    while True:
        cut: Slice = connection.recv()
        more_memory(setting.memory, gpu=setting.gpu)
        connection.send(made(cut))


def _watch(connection: Connection, setting: Setting) -> Watch:
    """Tells each step and bounds its time."""

    @contextmanager
    def watched(number: int | None, characters: int) -> Iterator[None]:
        seconds = setting.seconds * (1 + characters / CHARACTERS)
        connection.send(Step(number, seconds))
        with processor_time(seconds):
            yield

    return watched


def find(connection: Connection, setting: Setting) -> None:
    """Tell the items of sources, some at a time, and each time whether these are the last of the source."""
    while True:
        asked: Asked = connection.recv()
        more_memory(setting.memory)
        some: list[Item | Passed | None] = []
        size = 0
        for one in _found(asked, setting):
            some.append(one)
            size += len(getattr(one, "data", ""))
            if not isinstance(one, Passed) and (len(some) >= _AT_ONCE or size > _BYTES):
                connection.send((some, False))
                some, size = [], 0
        connection.send((some, True))


def _found(asked: Asked, setting: Setting) -> Iterator[Item | Passed | None]:
    """The items from one on, and with each what stands between it and the one before, unless its part is done."""
    counted: Counter[str] = Counter()
    found = asked.todo.source.articles(setting, counted)
    number, wanted = 0, 0 not in asked.todo.done
    while True:
        with processor_time(FINDING):
            item = next(found, None)
        if wanted and counted and number >= asked.start:
            yield Passed(dict(counted))
        counted.clear()
        if item is None:
            return
        wanted = number // setting.part not in asked.todo.done
        if number >= asked.start:
            yield asked.todo.fates.of(number, item) if wanted else None
        number += 1


ROLES["look"] = look_at
ROLES["read"] = read
ROLES["find"] = find
