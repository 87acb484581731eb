"""The schema of a ledger: made where there is none, brought up on request, refused where it is newer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from depeche.errors import LedgerDamaged, LedgerNewer, LedgerOlder, LedgerReadOnly
from depeche.ledger import rules

State = Literal["empty", "current", "older", "newer", "foreign"]


def state(engine: Engine) -> State:
    """What stands in the database."""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        if found is None:
            return "foreign" if inspect(connection).get_table_names() else "empty"
    known = [revision.revision for revision in _scripts().walk_revisions()]
    if found not in known:
        return "newer"
    return _by_rules(engine) if found == known[0] else "older"


def _by_rules(engine: Engine) -> State:
    """Whether the rows that rules have made are of now."""
    with engine.connect() as connection:
        made = rules.kept(connection)
    if any(made.get(name, 0) > rule.version for name, rule in rules.RULES.items()):
        return "newer"
    return "current" if all(made.get(name) == rule.version for name, rule in rules.RULES.items()) else "older"


def require(engine: Engine, *, create: bool) -> None:
    """See that the schema is ours and of now; where the database is empty and `create`, make it."""
    match state(engine):
        case "empty" if create:
            _to_head(engine)
        case "empty":
            raise LedgerDamaged("no ledger in it yet; fill it with depeche ingest")
        case "foreign":
            raise LedgerDamaged("holds other tables than a ledger's; name another file or database")
        case "older":
            raise LedgerOlder("made by an older depeche; bring it up with depeche upgrade")
        case "newer":
            raise LedgerNewer("made by a newer depeche than this one; update depeche to read it")
        case "current":
            pass


def upgrade(engine: Engine) -> Path | None:
    """Bring an older ledger up; the copy made of an SQLite file before, None where nothing was to do.

    A PostgreSQL ledger is changed in one transaction, and is not copied: that is the server's own business.
    """
    if state(engine) != "older":
        require(engine, create=False)
        return None
    copy = _backup(engine)
    _to_head(engine)
    return copy


def _backup(engine: Engine) -> Path | None:
    if engine.url.get_backend_name() != "sqlite":
        return None
    path = Path(engine.url.database or "")
    copy = next(path for path in _names(path) if not path.exists())
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise LedgerReadOnly(f"no backup can be written to {copy} ({error}); nothing was changed") from error
    return copy


def _names(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.backup")
    number = 2
    while True:
        yield path.with_name(f"{path.name}.backup-{number}")
        number += 1


def _to_head(engine: Engine) -> None:
    with _configured(engine) as (config, connection), connection.begin():
        command.upgrade(config, "head")
        rules.settle(connection)


@contextmanager
def _configured(engine: Engine) -> Iterator[tuple[Config, Connection]]:
    config = _config()
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        yield config, connection


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
