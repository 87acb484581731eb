import json
import subprocess
import sys
import time

import psutil
import pytest

from depeche.cli.priority import LOW

FRENCH = "PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les essais de la Corée du Nord.\n"
ENGLISH = "BERLIN, May 4, 2021 (Reuters) - Germany expelled two Russian diplomats on Tuesday.\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(FRENCH, encoding="utf-8")
    rows = [{"text": ENGLISH, "url": "https://example.org/e"}, {"title": "nothing"}]
    (folder / "b.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.fixture
def ingest(depeche, corpus, tmp_path):
    book, rejects = tmp_path / "a.db", tmp_path / "rejects.jsonl"

    def run(*arguments, **more):
        return depeche("ingest", *(arguments or (corpus,)), "--ledger", book, "--rejects", rejects, **more)

    return run


def test_a_folder_is_ingested_and_what_was_not_read_is_kept(ingest, corpus, tmp_path):
    done = ingest()
    assert done.code == 3
    place = f"{corpus / 'b.jsonl'}:2"
    assert f"depeche: {place}: no text in it" in done.err
    assert f"a.db: 2 added, 1 rejected (see {tmp_path / 'rejects.jsonl'})" in done.err
    [row] = map(json.loads, (tmp_path / "rejects.jsonl").read_text(encoding="utf-8").splitlines())
    assert (row["origin"], row["error"]["code"]) == (place, "input.empty")


def test_again_it_is_skipped(ingest):
    ingest()
    assert "2 skipped (the ledger has them), 1 rejected" in ingest().err


def test_json_tells_the_fate_of_each(ingest):
    rows = [json.loads(line) for line in ingest("-", "--json", stdin=FRENCH.encode()).out.splitlines()]
    assert rows == [{"origin": "-", "fate": "added", "dispatch": 1}]


def test_no_reject_file_is_made_where_nothing_was_rejected(ingest, corpus, tmp_path):
    assert ingest(corpus / "a.txt").code == 0
    assert not (tmp_path / "rejects.jsonl").exists()


def test_a_ledger_that_cannot_be_made_ends_with_one_line(depeche, corpus, tmp_path):
    done = depeche("ingest", corpus, "--ledger", tmp_path / "none" / "a.db")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "no such folder" in done.err


def test_search_shows_the_words_and_the_facts(depeche, ingest, tmp_path):
    ingest()
    found = depeche("search", "russian diplomat", "--ledger", tmp_path / "a.db")
    assert found.code == 0
    assert "2021-05-04" in found.out
    assert "expelled two Russian diplomats" in found.out
    events = depeche("search", "--actor", "DEU", "--kind", "events", "--ledger", tmp_path / "a.db", "--json")
    rows = [json.loads(line) for line in events.out.splitlines()]
    assert {(row["fact"]["source"], row["fact"]["cameo"]) for row in rows} == {("DEU", "161")}
    passage, (start, end) = rows[0]["passage"], rows[0]["spans"][0]
    assert "expelled" in passage[start:end]


def test_nothing_found_is_said_and_nothing_asked_is_refused(depeche, ingest, tmp_path):
    ingest()
    assert "nothing found" in depeche("search", "chameau", "--ledger", tmp_path / "a.db").err
    assert depeche("search", "--ledger", tmp_path / "a.db").code == 2
    assert depeche("search", "x", "--since", "soon", "--ledger", tmp_path / "a.db").code == 2
    assert "no such ledger" in depeche("search", "x", "--ledger", tmp_path / "no.db").err


def test_the_ledger_is_named_by_the_environment_too(depeche, ingest, tmp_path, monkeypatch):
    ingest()
    monkeypatch.setenv("DEPECHE_LEDGER", str(tmp_path / "a.db"))
    assert "Corée du Nord" in depeche("search", "coree du nord").out


def test_upgrade_says_where_nothing_is_to_do(depeche, ingest, tmp_path):
    ingest()
    assert "the ledger is of now" in depeche("upgrade", "--ledger", tmp_path / "a.db").out


@pytest.mark.skipif(sys.platform == "win32", reason="no niceness there")
def test_an_ingest_gives_way_to_others(tmp_path):
    command = [sys.executable, "-m", "depeche.cli", "ingest", "-", "--ledger", str(tmp_path / "a.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=tmp_path) as process:
        began = time.monotonic()
        while psutil.Process(process.pid).nice() < LOW and time.monotonic() - began < 60:
            time.sleep(0.05)
        assert psutil.Process(process.pid).nice() == LOW
        process.communicate(FRENCH.encode())
    assert process.returncode == 0
