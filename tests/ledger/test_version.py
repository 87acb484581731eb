import json
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, delete, text

from depeche import Ledger, LedgerDamaged, LedgerNewer, LedgerOlder, LedgerUnreachable
from depeche.ledger import Query, Wanted, rules, version
from depeche.ledger.engine import address, connect
from depeche.ledger.ledger import upgrade
from depeche.ledger.rules import Rule
from depeche.ledger.schema import metadata, name_keys

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
            assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0005",)]


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


def test_a_first_ledger_is_brought_up_with_all_its_rows_and_rulings(place, reader):
    """The rows of a ledger that the first schema held, with a ruling on persons in it."""
    kept = json.loads((Path(__file__).parent / "ledger_0001.json").read_text(encoding="utf-8"))
    _first_ledger(place, kept)
    with pytest.raises(LedgerOlder, match="depeche upgrade"):
        Ledger(place)
    upgrade(place)
    rows = dump(place)
    for table in ("dispatches", "people", "encounters", "events", "passages", "attestations", "name_keys"):
        assert len(rows[table]) == len(kept[table])
    with Ledger(place) as book:
        assert [person.mentions for person in book.who("Wang Yi")] == [4]
        [one] = book.occurrences(Wanted(kind="encounters", least=2))
        assert {report.fact.dispatch for report in one.reports} == {1, 2, 3}
        assert one.id == 2 * one.reports[0].id
        book.withdraw_ruling(1)
        assert [person.of for person in book.who("Wang Yi")] == ["CHN", "ESP"]
        assert [hit.dispatch for hit in book.search(Query(words="ministre espagnol"))] == [4]


def test_keys_of_names_are_made_anew_when_their_rules_have_changed(place, articles, reader, monkeypatch):
    with Ledger(place, create=True) as book:
        list(book.ingest(articles, reader))
    before = dump(place)
    newer = {**rules.RULES, "names": Rule(rules.RULES["names"].version + 1, rules.RULES["names"].rebuild)}
    engine = connect(address(place))
    with engine.begin() as connection:
        connection.execute(delete(name_keys).where(name_keys.c.key == before["name_keys"][0]["key"]))
    engine.dispose()
    monkeypatch.setattr(rules, "RULES", newer)
    with pytest.raises(LedgerOlder, match="depeche upgrade"):
        Ledger(place)
    upgrade(place)
    after = dump(place)
    assert after.pop("rules") != before.pop("rules")
    assert after == before
    monkeypatch.undo()
    with pytest.raises(LedgerNewer):
        Ledger(place)


def _first_ledger(place, kept):
    """A ledger as the first schema made it, with the rows of one."""
    engine = connect(address(place))
    with version._configured(engine) as (config, connection), connection.begin():
        command.upgrade(config, "0001")
    with engine.begin() as connection:
        first = MetaData()
        first.reflect(connection, only=lambda name, _: not name.startswith("passage_words"))
        for table in first.sorted_tables:
            for row in kept.get(table.name, ()):
                if table.name == "dispatches":
                    row = row | {"signature": bytes.fromhex(row["signature"])}
                connection.execute(table.insert(), row)
    engine.dispose()
