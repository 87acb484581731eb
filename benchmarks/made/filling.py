"""Filling a ledger with made dispatches, each written as an ingest writes what it has read."""

from collections.abc import Iterable

from sqlalchemy import Engine

from depeche.ledger import lock, writing
from depeche.record import Record


def fill(engine: Engine, records: Iterable[Record], *, first: int) -> None:
    """Write records, in order, each in a transaction of its own; `first` is the number of the first."""
    with lock.writer(engine):
        for number, record in enumerate(records, first):
            key = writing.digest(record.text, record.document.published)
            with engine.connect() as connection:
                writing.kept(connection, key)
            with lock.transaction(engine) as connection:
                if writing.kept(connection, key) is None:
                    dispatch, _ = writing.add(connection, record, key)
                    writing.add_print(connection, dispatch, f"made/{number}.txt", record.document.title)
