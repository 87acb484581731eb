"""One writer at a time: a lock file beside an SQLite ledger, an advisory lock on PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, text

from depeche.errors import LedgerBusy, LedgerReadOnly

# Any number that other programs on the server are unlikely to lock: "depeche" as ASCII.
_ADVISORY = int.from_bytes(b"depeche")
_memories: WeakKeyDictionary[Engine, dict[str, Any]] = WeakKeyDictionary()
_BUSY = "another process is writing to this ledger; wait until it has ended, then try again"


@contextmanager
def writer(engine: Engine) -> Iterator[None]:
    """Be the one writer; LedgerBusy at once where another is. The lock falls with the process that holds it."""
    with _locked(engine):
        _memories[engine] = {}
        try:
            yield
        finally:
            del _memories[engine]


def memory(connection: Connection) -> dict[str, Any]:
    """What the one writer remembers of the ledger as long as it holds the lock; nothing where nobody holds it."""
    return _memories.get(connection.engine, {})


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction of the one writer.

    On PostgreSQL it waits for the transaction of a writer that was killed: the server may still be ending it
    when the lock of that writer has fallen.
    """
    with engine.begin() as connection:
        if engine.url.get_backend_name() != "sqlite":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY + 1})
        yield connection


@contextmanager
def _locked(engine: Engine) -> Iterator[None]:
    if engine.url.get_backend_name() == "sqlite":
        if "mode" in engine.url.query:
            raise LedgerReadOnly("may not be written; see its permissions")
        with _file(Path(f"{engine.url.database}.lock")):
            yield
    else:
        with _advisory(engine):
            yield


@contextmanager
def _file(path: Path) -> Iterator[None]:
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise LedgerBusy(f"{_BUSY} ({path})") from error
    except OSError as error:
        raise LedgerReadOnly(f"{path} cannot be written: {os.strerror(error.errno or 0)}") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _advisory(engine: Engine) -> Iterator[None]:
    with engine.connect() as connection:
        held = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _ADVISORY}).scalar_one()
        connection.commit()
        if not held:
            raise LedgerBusy(_BUSY)
        try:
            yield
        finally:
            if not connection.invalidated:
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _ADVISORY})
                connection.commit()
