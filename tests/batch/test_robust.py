import gzip
import io
import os
import signal
import time

import msgspec
import psutil
import pytest

from depeche.batch import keeper as keepers
from depeche.batch.keeper import Keeper, found
from depeche.batch.plan import Setting, Source, plan
from depeche.batch.slices import slices
from depeche.batch.todo import Todo
from depeche.errors import DepecheError
from depeche.reading.articles import Article, Broken

from .corpus import articles, rows, texts
from .hostile import CRASHES, EXPLODES, HANGS, KILLS, SLEEPS, Hostile, page

SHORT = Setting(language="fr", seconds=0.3, memory=300)


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """A busy machine is no hanging worker."""
    monkeypatch.setattr(keepers, "PATIENCE", 200)


@pytest.fixture
def keeper(nursery):
    with Keeper(nursery, SHORT) as keeper:
        yield keeper


def cut(*items):
    [one] = slices(0, items, part=100)
    return one


def fates(done):
    """How many were read, and the codes of those that were rejected."""
    counts = {}
    for piece in done.pieces:
        for key, count in piece.tally.items():
            counts[key] = counts.get(key, 0) + count
    return counts.get("read", 0), {
        key.partition(" ")[2]: n for key, n in counts.items() if key.startswith("rejected ")
    }


@pytest.mark.parametrize(
    ("word", "code"),
    [(HANGS, "input.too-costly"), (EXPLODES, "input.too-costly"), (CRASHES, "failure"), (KILLS, "failure")],
)
def test_a_page_that_takes_its_worker_down_is_one_reject(keeper, word, code):
    one, two, three = articles(3)
    done = keeper.read(cut(one, two, Article("bad", page(word)), three))
    assert fates(done) == (3, {code: 1})
    assert fates(keeper.read(cut(one, two))) == (2, {})


def test_a_page_that_only_waits_is_given_up_too(keeper, monkeypatch):
    monkeypatch.setattr(keepers, "PATIENCE", 1)
    bad = Article("bad", page(SLEEPS))
    setting = msgspec.structs.replace(SHORT, seconds=2.0)
    with Keeper(keeper._nursery, setting) as patient:
        assert fates(patient.read(cut(bad))) == (0, {"input.too-costly": 1})


def test_a_worker_that_the_system_killed_is_replaced(keeper, nursery):
    first = keeper.read(cut(*articles(2)))
    os.kill(keeper._worker.process, signal.SIGKILL)
    assert keeper.read(cut(*articles(2))) == first


def test_so_is_one_that_is_killed_while_it_reads(nursery, run, tmp_path, undisturbed, corpus, setting):
    mother = psutil.Process(nursery.process)
    killed = []

    def kill(_tally):
        for child in mother.children()[:1] if len(killed) < 4 else ():
            child.kill()
            killed.append(child.pid)

    run([corpus], tmp_path / "out", workers=2, watch=kill)
    assert len(killed) == 4
    assert (tmp_path / "out" / "manifest.json").read_bytes() == (undisturbed / "manifest.json").read_bytes()
    assert rows(tmp_path / "out", "dispatches") == rows(undisturbed, "dispatches")


def test_a_nursery_that_the_system_killed_is_started_again():
    with Hostile(()) as nursery, Keeper(nursery, SHORT) as keeper:
        source = Source(0, broken=Broken("x", DepecheError("no")))
        assert [one.origin for one in found(nursery, Todo(source, frozenset()), SHORT)] == ["x"]
        os.kill(nursery.process, signal.SIGKILL)
        nursery._process.wait()
        assert fates(keeper.read(cut(source.broken))) == (0, {"error": 1})


def test_nothing_lives_on_when_it_is_closed():
    nursery = Hostile(())
    keeper = Keeper(nursery, SHORT)
    keeper.read(cut(Article("a", "   ")))
    there = psutil.Process(nursery.process)
    workers = there.children()
    assert workers
    nursery.close()
    assert psutil.wait_procs([there, *workers], timeout=60)[1] == []


def test_markup_that_tempts_extraction_to_quadratic_time_costs_itself_alone(keeper):
    deep = "<html><body>" + "<div><b>" * 60_000 + "Paris"
    flat = "<html><body>" + "<p>Paris <a href=x>a</a><" * 100_000
    tables = "<html><body>" + "<table><tr><td>Paris" * 20_000
    bad = [Article(str(number), markup) for number, markup in enumerate((deep, flat, tables))]
    one, two = articles(2)
    start = time.process_time()
    done = keeper.read(cut(one, *bad, two))
    assert time.process_time() - start < 5
    read, rejects = fates(done)
    assert read >= 2
    assert read + sum(rejects.values()) == 5
    assert set(rejects) <= {"input.too-costly", "input.language", "input.empty", "input.too-long"}


def response(url, body, *, head=b"", declared=None):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + head + b"\r\n" + body
    length = len(http) if declared is None else declared
    start = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
    start += "WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{start}Content-Length: {length}\r\n\r\n".encode() + http + b"\r\n\r\n"


def fine(number):
    return response(
        f"https://example.org/{number}", f"<html><body><p>{texts(number)[-1]}</p></body></html>".encode()
    )


def bomb(mebibytes):
    """Blanks that gzip packs a thousandfold, packed in turn."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        for _ in range(mebibytes):
            file.write(b" " * (1 << 20))
    return packed.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_with_bombs_lies_and_rubbish_gives_its_fine_pages(run, tmp_path, packed):
    gzipped = b"Content-Encoding: gzip\r\n"
    records = [
        fine(1),
        response("https://example.org/bomb", bomb(200), head=gzipped),
        fine(2),
        response("https://example.org/blank", b" " * 9_000_000),
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n\r\n\r\n",
        response("https://example.org/rubbish", bytes(range(256)) * 40),
        response("https://example.org/not-gzip", b"<p>no gzip at all", head=gzipped),
        fine(3),
        response("https://example.org/lies", b"<html><body><p>Paris</p></body></html>", declared=10**12),
        fine(4),
        b"\0" * 100_000,
        fine(5),
    ]
    name = "a.warc.gz" if packed else "a.warc"
    data = b"".join(gzip.compress(record) for record in records) if packed else b"".join(records)
    (tmp_path / name).write_bytes(data)
    tally = run([tmp_path / name], tmp_path / "out").tally
    origins = [row["origin"] for row in rows(tmp_path / "out", "dispatches")]
    assert [origin for origin in origins if origin[-1].isdigit()] == [
        f"https://example.org/{number}" for number in range(1, 6)
    ]
    rejects = {row["origin"] for row in rows(tmp_path / "out", "rejects")}
    assert {"https://example.org/bomb", "https://example.org/blank", "https://example.org/lies"} <= rejects
    assert tally["items"] == len(origins) + len(rejects)


def test_a_packed_table_that_is_a_bomb_costs_its_line_alone(run, tmp_path):
    import json

    lines = [json.dumps({"text": text}).encode() + b"\n" for text in texts(2)]
    long = b'{"text": "' + b" " * 70_000_000 + b'"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines[0] + long + lines[1], 1))
    tally = run([tmp_path / "a.jsonl.gz"], tmp_path / "out").tally
    assert (tally["read"], tally["rejected input.too-long"], tally["items"]) == (2, 1, 3)


def test_a_file_that_takes_its_finder_down_is_given_up_from_there(nursery, tmp_path):
    (tmp_path / "a.json").write_bytes(b'["' + b" " * 150_000_000 + b'"]')
    [source] = plan([str(tmp_path / "a.json")], SHORT).sources
    setting = msgspec.structs.replace(SHORT, memory=100)
    [one] = found(nursery, Todo(source, frozenset()), setting)
    assert one.origin == f"{tmp_path / 'a.json'}#0"
    assert "cannot be read on from here (more memory than it may)" in str(one.error)


def test_texts_of_all_kinds_are_bounded_by_their_length(keeper):
    from benchmarks.texts import HOSTILE

    items = [Article(name, make(5_000)) for name, make in HOSTILE.items()]
    read, rejects = fates(keeper.read(cut(*items)))
    assert read + sum(rejects.values()) == len(items)
    assert "failure" not in rejects
