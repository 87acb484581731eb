"""What forked workers do: read slices, or find articles in files."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection

import msgspec

from depeche.batch.bounds import more_memory, processor_time
from depeche.batch.item import Found, work
from depeche.batch.nursery import ROLES
from depeche.batch.plan import Setting, Source
from depeche.batch.slices import Slice, packed
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
    """The articles of a source to be told, from one on; those of parts that are done are left out as None."""

    source: Source
    start: int
    done: frozenset[int]


def read(connection: Connection, setting: Setting) -> None:
    """Read slices as they come; before each step its item and time are told, at the end what came of all."""
    reader = Reader(setting.language, limit=setting.limit)

    @contextmanager
    def watch(number: int | None, characters: int) -> Iterator[None]:
        seconds = setting.seconds * (1 + characters / CHARACTERS)
        connection.send(Step(number, seconds))
        with processor_time(seconds):
            yield

    while True:
        cut: Slice = connection.recv()
        more_memory(setting.memory)
        connection.send(packed(cut.first, work(cut.items, reader, gate=setting.gate, watch=watch)))


def find(connection: Connection, setting: Setting) -> None:
    """Tell the articles of sources, some at a time; None at the end of each source."""
    while True:
        asked: Asked = connection.recv()
        more_memory(setting.memory)
        found = islice(enumerate(asked.source.articles(setting)), asked.start, None)
        some: list[Found | None] = []
        size = 0
        while True:
            with processor_time(FINDING):
                number, item = next(found, (0, None))
            if item is None:
                break
            wanted = number // setting.part not in asked.done
            some.append(item if wanted else None)
            size += len(getattr(item, "data", "")) if wanted else 0
            if len(some) == _AT_ONCE or size > _BYTES:
                connection.send(some)
                some, size = [], 0
        connection.send(some)
        connection.send(None)


ROLES["read"] = read
ROLES["find"] = find
