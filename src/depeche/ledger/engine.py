"""The engine of a ledger: SQLite for a path, PostgreSQL for a URL."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from depeche.errors import LedgerUnreachable, UsageError

DEFAULT = "depeche.db"
_ADDRESS = re.compile(r"[A-Za-z+]*:/")
_POSTGRES = ("postgresql", "postgres")


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()


# Ten times as fast as the standard library's.
_JSON: dict[str, Any] = {"json_serializer": _encoded, "json_deserializer": msgspec.json.decode}


def address(name: str) -> URL:
    """The URL of a ledger named by path or URL; UsageError for an engine that we do not know."""
    if _ADDRESS.match(name) is None:
        return URL.create("sqlite", database=name)
    try:
        url = make_url(name)
    except ArgumentError as error:
        raise UsageError(f"'{name}' is neither a path nor a URL of a ledger") from error
    kind = url.drivername.partition("+")[0]
    if kind in _POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if kind != "sqlite" or url.database is None:
        raise UsageError(f"a ledger is a file (SQLite) or a postgresql:// URL, not {url.drivername}://")
    return url


def connect(url: URL) -> Engine:
    """The engine for a ledger; LedgerUnreachable where the driver or the folder of the file is missing."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, pool_pre_ping=True, **_JSON)
    except ImportError as error:
        raise LedgerUnreachable("PostgreSQL needs its driver: pip install 'depeche[postgresql]'") from error


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that reads one state of the ledger throughout, whatever is written meanwhile."""
    with engine.connect() as connection:
        if engine.url.get_backend_name() != "sqlite":  # which does so in every transaction
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        connection.begin()
        yield connection


def _sqlite(url: URL) -> Engine:
    path = Path(url.database or "").absolute()
    if not path.parent.is_dir():
        raise LedgerUnreachable(f"no such folder: {path.parent}; make it, or name another with --ledger")
    if path.exists() and not _may_be_written(path):
        return create_engine(_only_read(path), **_JSON)
    engine = create_engine(url, connect_args={"timeout": 30}, **_JSON)
    event.listen(engine, "connect", _prepare)
    # The driver begins transactions late and not before all statements; we begin each ourselves, so that
    # a reader sees one state throughout and a writer has the lock from the first row on.
    event.listen(engine, "begin", _begin)
    return engine


def _may_be_written(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _only_read(path: Path) -> URL:
    """The URL of a file that is not ours to write; one that nobody has open is read as it lies there."""
    query = {"mode": "ro", "uri": "true"}
    if not path.with_name(f"{path.name}-wal").exists():
        query["immutable"] = "1"
    return URL.create("sqlite", database=f"file:{quote(str(path))}", query=query)


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")  # readers see the last state while one writes
    # A power cut may cost what was written last, to be ingested again, and never harms the ledger. To wait for the
    # disk after each dispatch would take about as long as reading it.
    cursor.execute("PRAGMA synchronous = NORMAL")
    # Most pages are written again by the next dispatches: let them wait in the log before they go to their places.
    cursor.execute("PRAGMA wal_autocheckpoint = 8000")  # pages
    cursor.execute("PRAGMA cache_size = -65536")  # kibibytes
    cursor.execute("PRAGMA mmap_size = 1073741824")
    cursor.close()


def _begin(connection: Any) -> None:
    connection.connection.driver_connection.execute("BEGIN")
