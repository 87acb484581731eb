"""Errors of the engines as errors of the ledger, each with the way out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError

from depeche.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerReadOnly,
    LedgerUnreachable,
)

# What went wrong by SQLite's own names of errors (their beginnings) and by PostgreSQL's classes of SQLSTATE.
_FAULTS: dict[str, tuple[type[LedgerError], str]] = {
    "SQLITE_FULL": (LedgerFull, "the disk is full; make room and run it again, what was read is kept"),
    "SQLITE_IOERR": (LedgerFull, "the disk cannot be written or read ({detail}); what was read is kept"),
    "SQLITE_READONLY": (LedgerReadOnly, "may not be written; see its permissions"),
    "SQLITE_PERM": (LedgerReadOnly, "may not be opened; see its permissions"),
    "SQLITE_CANTOPEN": (LedgerUnreachable, "cannot be opened ({detail}); see the path and its permissions"),
    "SQLITE_NOTADB": (LedgerDamaged, "is no ledger: not an SQLite database"),
    "SQLITE_CORRUPT": (LedgerDamaged, "is damaged ({detail}); restore it from a backup or ingest again"),
    "SQLITE_BUSY": (LedgerBusy, "another program is writing to it; wait until it has ended, then try again"),
    "SQLITE_LOCKED": (LedgerBusy, "another program is writing to it; wait until it has ended, then try again"),
    "53": (LedgerFull, "the server has no room left ({detail}); what was read is kept"),
    "25006": (LedgerReadOnly, "the server takes no changes now ({detail})"),
    "42501": (LedgerReadOnly, "this user may not do that ({detail}); ask for the right to it"),
    "55P03": (LedgerBusy, "another program holds a lock on it; try again"),
    "57": (LedgerUnreachable, "the server was stopped ({detail}); run it again, what was read is kept"),
    "08": (LedgerUnreachable, "the server cannot be reached or lets us not in ({detail}); what was read is kept"),
}  # fmt: skip


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the engine raises into a LedgerError that names the ledger; its cause is chained."""
    try:
        yield
    except DBAPIError as error:
        kind, message = _fault(error)
        detail = " ".join(str(error.orig).split())
        raise kind(f"{name}: {message.format(detail=detail)}") from error


def _fault(error: DBAPIError) -> tuple[type[LedgerError], str]:
    original: Any = error.orig
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None)
    if (code is None and error.connection_invalidated) or (code is None and _is_connection(original)):
        code = "08"
    for beginning, fault in _FAULTS.items():
        if (code or "").startswith(beginning):
            return fault
    return LedgerError, "the database refuses ({detail}); please report it"


def _is_connection(original: Any) -> bool:
    """Whether the driver raised before there was a server to give a code."""
    return type(original).__name__ in ("OperationalError", "InterfaceError")
