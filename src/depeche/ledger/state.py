"""The state of a ledger as a short sign, cheap enough to ask for at every request."""

import hashlib
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy import Engine, func, select


def state(engine: Engine) -> str:
    """A sign that changes with every change of the ledger (and may change without one).

    Of an SQLite ledger it is made of when its files were written last and their lengths, of PostgreSQL of the
    transactions that a reader of now would see. Whoever asks before reading never keeps an old answer for new.
    """
    signs = _files(engine.url.database or "") if engine.name == "sqlite" else _snapshot(engine)
    return hashlib.blake2b(signs.encode(), digest_size=9).hexdigest()


def _files(name: str) -> str:
    path = Path(unquote(name.removeprefix("file:")) if name.startswith("file:") else name)
    return " ".join(_file(part) for part in (path, path.with_name(f"{path.name}-wal")))


def _file(path: Path) -> str:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return "-"
    return f"{stat.st_ino}:{stat.st_size}:{stat.st_mtime_ns}"


def _snapshot(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(select(func.pg_current_snapshot())).scalar_one())
