import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from depeche import Ledger, LedgerDamaged, LedgerNewer, LedgerOlder, LedgerUnreachable
from depeche.ledger import version
from depeche.ledger.engine import address, connect
from depeche.ledger.ledger import upgrade
from depeche.ledger.schema import metadata

from .dump import dump


def test_the_migrations_make_the_schema(ledger):
    def ours(_object, name, kind, _reflected, _compared):
        return not (kind == "table" and name.startswith("passage_words")) and name != "ix_passages_words"

    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_ledger_that_is_not_there_is_not_made_by_reading(tmp_path):
    with pytest.raises(LedgerUnreachable, match="no such ledger; make one with depeche ingest"):
        Ledger(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(LedgerUnreachable, match="no such folder"):
        Ledger(tmp_path / "none" / "a.db", create=True)


def test_a_newer_ledger_is_refused(place):
    Ledger(place, create=True).close()
    _stamp(place, "9999")
    for create in (False, True):
        with pytest.raises(LedgerNewer, match="update depeche"):
            Ledger(place, create=create)
    with pytest.raises(LedgerNewer):
        upgrade(place)


def test_other_tables_are_left_alone(place):
    engine = connect(address(place))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE mine (x INTEGER)"))
    engine.dispose()
    with pytest.raises(LedgerDamaged, match="other tables"):
        Ledger(place, create=True)


def test_an_older_ledger_is_brought_up_on_request_with_a_backup(place, articles, reader, monkeypatch):
    with Ledger(place, create=True) as book:
        list(book.ingest(articles, reader))
    rows = dump(place)
    monkeypatch.setattr(version, "_scripts", _with_a_later_revision(version._scripts()))
    with pytest.raises(LedgerOlder, match="depeche upgrade"):
        Ledger(place)
    monkeypatch.setattr(version, "_to_head", lambda engine: _stamp(place, "9998"))
    backup = upgrade(place)
    Ledger(place).close()
    assert dump(place) == rows
    if "://" not in place:
        assert backup is not None
        assert dump(str(backup)) == rows
        with sqlite3.connect(backup) as copy:
            assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_a_ledger_of_now_needs_no_upgrade(place):
    Ledger(place, create=True).close()
    assert upgrade(place) is None


def _stamp(place, revision):
    engine = connect(address(place))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": revision})
    engine.dispose()


def _with_a_later_revision(scripts):
    """The scripts as a later depeche would have them: one more revision on top."""
    from types import SimpleNamespace

    class Later:
        def walk_revisions(self):
            return [SimpleNamespace(revision="9998"), *scripts.walk_revisions()]

    return Later
