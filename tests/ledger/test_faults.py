import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from depeche import (
    Ledger,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerUnreachable,
    UsageError,
)
from depeche.ledger import Query

from .dump import dump

ROOT = Path(__file__).parents[2]


def fill(place, articles, reader):
    with Ledger(place, create=True) as book:
        return list(book.ingest(articles, reader))


@pytest.mark.parametrize("address", ["mysql://host/db", "http://example.org", "postgresql:/", "://"])
def test_an_address_of_no_engine_is_refused(address):
    with pytest.raises((UsageError, LedgerUnreachable)):
        Ledger(address, create=True)


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path):
    file = tmp_path / "letter.db"
    file.write_bytes(b"Dear Sir, " * 500)
    for create in (False, True):
        with pytest.raises(LedgerDamaged, match="is no ledger"):
            Ledger(file, create=create)
    assert file.read_bytes() == b"Dear Sir, " * 500


def test_a_damaged_file_is_told(tmp_path, articles, reader):
    file = tmp_path / "a.db"
    fill(file, articles, reader)
    with sqlite3.connect(file) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = 'passages'").fetchone()[0]
    size = 4096
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(data)
    with Ledger(file) as book, pytest.raises(LedgerDamaged, match=r"a\.db: is damaged .* restore it"):
        book.search(Query(words="sanctions"))


def test_two_writers_the_second_is_told_at_once_and_readers_go_on(place, articles, reader):
    with Ledger(place, create=True) as first, Ledger(place) as second:
        writing = first.ingest(articles, reader)
        next(writing)
        with pytest.raises(LedgerBusy, match="another process is writing"):
            next(second.ingest(articles, reader))
        assert second.search(Query(words="sanctions"))
        list(writing)
        assert [outcome.fate for outcome in second.ingest(articles, reader)] == ["skipped"] * 3


def test_a_writer_in_another_process_is_seen_and_its_lock_falls_with_it(place, articles, reader):
    Ledger(place, create=True).close()
    holder = subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.holding", place], stdout=subprocess.PIPE, cwd=ROOT
    )
    with holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LedgerBusy):
            fill(place, articles, reader)
        holder.kill()
        holder.wait()
    assert [outcome.fate for outcome in fill(place, articles, reader)] == ["added"] * 3


def test_a_disk_without_room_loses_nothing_and_the_next_run_goes_on(tmp_path, articles, reader):
    whole, small = tmp_path / "whole.db", tmp_path / "small.db"
    fill(whole, articles, reader)
    Ledger(small, create=True).close()
    child = os.fork()
    if child == 0:
        os._exit(_ingest_with_little_room(small, articles, reader))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert 0 <= len(dump(str(small))["dispatches"]) < len(articles)
    fill(small, articles, reader)
    assert dump(str(small)) == dump(str(whole))


def _ingest_with_little_room(place, articles, reader):
    """Whether the ledger says that there is no room, in a process that may write no file any larger."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = place.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        fill(place, articles, reader)
    except LedgerFull:
        return 0
    return 1


def test_a_ledger_that_may_not_be_written_is_read_and_says_so(tmp_path, articles, reader):
    file = tmp_path / "a.db"
    fill(file, articles, reader)
    done = _as_nobody(tmp_path, file)
    assert done == "found, LedgerReadOnly"


def _as_nobody(folder, file):
    """What a user without rights to write gets: root may write everything, so root becomes nobody."""
    for path in (folder, *folder.parents):
        if path.stat().st_uid == os.getuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        os.write(writing, _tried(file).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    folder.chmod(0o755)
    return told


def _tried(file):
    try:
        with Ledger(file) as book:
            found = "found" if book.search(Query(words="sanctions")) else "nothing"
            try:
                list(book.ingest([], None))
            except LedgerError as error:
                return f"{found}, {type(error).__name__}"
            return f"{found}, written"
    except LedgerError as error:
        return f"{type(error).__name__}: {error}"


def test_a_server_that_restarts_in_mid_ingest(new_database, restarted, articles, reader, tmp_path):
    place = new_database()
    fill(str(tmp_path / "whole.db"), articles, reader)
    with Ledger(place, create=True) as book:
        writing = book.ingest(articles, reader)
        next(writing)
        restarted()
        with pytest.raises(LedgerUnreachable, match="what was read is kept"):
            list(writing)
    fill(place, articles, reader)
    assert dump(place) == dump(str(tmp_path / "whole.db"))


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(LedgerUnreachable, match="cannot be reached"):
        Ledger("postgresql://nobody@127.0.0.1:1/none")


def test_a_password_is_never_told():
    with pytest.raises(LedgerUnreachable) as told:
        Ledger("postgresql://nobody:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)


def test_a_database_that_is_not_there_is_told(postgresql):
    with pytest.raises(LedgerUnreachable, match="nowhere"):
        Ledger(postgresql.set(database="nowhere").render_as_string(hide_password=False))


def test_an_engine_that_refuses_something_else_is_told(ledger):
    with pytest.raises(LedgerError, match="please report"), ledger.reading() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))
