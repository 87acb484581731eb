"""Near-copies are found alike whether the bands of the earlier dispatches are in the table or in memory."""

import sqlite3

import msgspec
import pytest
from sqlalchemy import select

from benchmarks.made import records
from depeche import Ledger
from depeche.ledger import copies, lock, writing
from depeche.ledger.engine import address, connect
from depeche.ledger.schema import bands, dispatches

from .dump import dump

MANY = 90
COPIED = {3: 41, 30: 62, 35: 88}  # which dispatch comes once more as which


def _write(place, every):
    with Ledger(place, create=True):
        pass
    engine = connect(address(place))
    with lock.writer(engine):
        for record in every:
            with lock.transaction(engine) as connection:
                writing.add(connection, record, writing.digest(record.text, None))
    engine.dispose()


def test_copies_are_found_in_the_table_and_in_memory(place, tmp_path, monkeypatch):
    every = list(records(range(MANY)))
    for original, copy in COPIED.items():
        told = every[original - 1]
        every[copy - 1] = msgspec.structs.replace(told, text=f"{told.text}\n\nMore follows.")
    _write(str(tmp_path / "late.db"), every)
    late = dump(str(tmp_path / "late.db"))
    monkeypatch.setattr(copies, "TOGETHER", 7)
    for start in range(0, MANY, 40):  # the writer begins anew, and takes what it holds from the ledger
        _write(place, every[start : start + 40])
    soon = dump(place)
    assert {row["original"]: row["dispatch"] for row in late["copies"]} == COPIED
    assert not late.pop("bands")
    assert {row["dispatch"] for row in soon.pop("bands")} == set(range(1, MANY // 7 * 7 + 1))
    assert soon == late


def test_bands_made_anew_are_those_that_were_written(place, monkeypatch):
    monkeypatch.setattr(copies, "TOGETHER", 7)
    _write(place, records(range(MANY)))
    written = dump(place)["bands"]
    engine = connect(address(place))
    with lock.writer(engine), lock.transaction(engine) as connection:
        copies.rebuild(connection)
    assert dump(place)["bands"] == written
    with engine.connect() as connection:
        marks = connection.execute(select(dispatches.c.signature).where(dispatches.c.id == 1)).scalars().all()
        mine = connection.execute(select(bands.c.hash).where(bands.c.dispatch == 1)).scalars().all()
    assert sorted(mine) == sorted(copies.hashes(marks)[0])
    engine.dispose()


def test_what_was_rolled_back_is_not_remembered(place):
    one, other = list(records(range(2)))
    with Ledger(place, create=True):
        pass
    engine = connect(address(place))
    with lock.writer(engine):
        with pytest.raises(ZeroDivisionError), lock.transaction(engine) as connection:
            writing.add(connection, one, "1")
            raise ZeroDivisionError
        for key, record in enumerate((other, one)):
            with lock.transaction(engine) as connection:
                assert writing.add(connection, record, str(key)) == (key + 1, None)
    engine.dispose()


def test_what_is_written_without_keys_between_tables_holds_together(tmp_path, monkeypatch):
    """SQLite is not told to check references at each row: here they are checked all at once, and the index of words."""
    monkeypatch.setattr(copies, "TOGETHER", 20)
    place = str(tmp_path / "made.db")
    every = list(records(range(MANY)))
    _write(place, every)
    engine = connect(address(place))
    with lock.writer(engine), lock.transaction(engine) as connection:
        for number in (1, 5, MANY):
            writing.replace(connection, every[number - 1], number)
    engine.dispose()
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
