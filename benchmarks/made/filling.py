"""Filling a ledger with made dispatches, each written as an ingest writes what it has read."""

import time
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Engine

from depeche.ledger import lock, writing
from depeche.ledger.ingest import asking
from depeche.record import Record


def fill(
    engine: Engine, records: Iterable[Record], *, first: int, clock: Callable[[], float] = time.perf_counter
) -> Iterator[float]:
    """Write records, in order, each in a transaction of its own; the seconds that each took.

    `first` is the number of the first, `clock` what tells the time. The caller holds the lock of the writer.
    """
    with asking(engine) as ask:
        for number, record in enumerate(records, first):
            start = clock()
            key = writing.digest(record.text, record.document.published)
            with ask() as connection:
                writing.kept(connection, key)
            with lock.transaction(engine) as connection:
                if writing.kept(connection, key) is None:
                    writing.add(connection, record, key, f"made/{number}.txt", record.document.title)
            yield clock() - start
