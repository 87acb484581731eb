"""Bringing records that were read elsewhere into a ledger, many in one transaction.

What comes of it is row for row what ingesting their texts one after the other makes.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import JSON, Connection, Engine, Table

from depeche.ledger import lock, words, writing
from depeche.ledger.ingest import Outcome
from depeche.ledger.rows import Rows
from depeche.ledger.schema import metadata
from depeche.ledger.written import Written
from depeche.record import Record

AT_ONCE = 200  # records of a transaction


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """A record to be written, where its text was found, and what tells it from others.

    Without a record: another place of the dispatch with that digest, which came before.
    """

    origin: str
    title: str | None  # the headline that came with the article
    digest: str
    signature: bytes = b""
    record: Record | None = None


def load(engine: Engine, items: Iterable[Ready]) -> Iterator[Outcome]:
    """What becomes of each record, in order. The caller holds the lock of the writer."""
    left = iter(items)
    while some := list(islice(left, AT_ONCE)):
        with lock.transaction(engine) as connection:
            outcomes = _load(connection, some)
        yield from outcomes


def _load(connection: Connection, some: Sequence[Ready]) -> list[Outcome]:
    """Write the rows of all, then join each to those before it, as if they had come one by one."""
    numbers: dict[str, int] = {}
    new: dict[int, Written] = {}
    following = writing.following(connection)
    for one in some:
        kept = writing.kept(connection, one.digest)
        if one.record is not None and kept is None and one.digest not in numbers:
            number = following + len(new)
            new[number] = writing.written(one.record, number, one.digest, one.signature)
        numbers.setdefault(one.digest, kept.id if kept else following + len(new) - 1)
    _insert(connection, [written.rows for written in new.values()])
    return [_joined(connection, one, numbers[one.digest], new) for one in some]


def _joined(connection: Connection, one: Ready, number: int, new: dict[int, Written]) -> Outcome:
    """Join a record that was written; `new` holds those that are still to be joined."""
    written = new.pop(number, None)
    if written is None:
        added = writing.add_print(connection, number, one.origin, one.title)
        return Outcome(one.origin, "reprinted" if added else "skipped", number)
    of = writing.join(connection, written)
    writing.add_print(connection, number, one.origin, one.title)
    return Outcome(one.origin, "copy" if of else "added", number, of)


def _insert(connection: Connection, every: list[Rows]) -> None:
    for table in metadata.sorted_tables:
        rows = [row for rows in every for row in rows.get(table.name, ())]
        if not rows:
            continue
        if connection.dialect.name == "postgresql":
            _copy(connection, table, rows)
        else:
            connection.execute(table.insert(), rows)
    words.index(connection, [row for rows in every for row in rows["passages"]])


def _copy(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Write rows by PostgreSQL's COPY."""
    columns = [column for column in table.c if column.name in rows[0]]
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in columns)
    stored = [isinstance(column.type, JSON) for column in columns]
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
        for row in rows:
            cells = (row[column.name] for column in columns)
            copy.write_row(
                [
                    msgspec.json.encode(cell).decode() if json else cell
                    for cell, json in zip(cells, stored, strict=True)
                ]
            )
