"""What the load needs beside the users: a copy of the ledger, a server, and somebody who ingests."""

import http.client
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from benchmarks.texts import dispatches
from depeche.languages import codes

_READY = 60  # seconds in which a server comes up
_LONG = 8  # paragraphs of one of them
_MORE = 5_000  # dispatches that are ingested meanwhile, more than can be


def copied(ledger: Path, folder: Path) -> Path:
    """A copy of a ledger, as it is at this moment."""
    copy = folder / "load.db"
    with closing(sqlite3.connect(ledger)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


@contextmanager
def serving(ledger: Path, workers: int) -> Iterator[int]:
    """The port at which a server of its own answers for a ledger."""
    command = ["serve", "--ledger", str(ledger), "--port", "0", "--workers", str(workers)]
    with _running(*command) as process:
        line = process.stderr.readline() if process.stderr else ""
        port = int(line.split("/ ")[0].rsplit(":", 1)[1])
        _await(port)
        yield port


@contextmanager
def ingesting(ledger: Path, folder: Path) -> Iterator[None]:
    """An ingest goes on, of dispatches that the ledger does not have."""
    articles = folder / "more.jsonl"
    paragraphs = [part for code in codes() for text in dispatches(code) for part in text.split("\n\n")]
    with articles.open("wb") as file:
        for number in range(_MORE):
            file.write(msgspec.json.encode({"text": _text(number, paragraphs)}) + b"\n")
    with _running("ingest", str(articles), "--ledger", str(ledger)):
        yield


@contextmanager
def _running(*command: str) -> Iterator["subprocess.Popen[str]"]:
    """A command of depeche that is ended with the block, as Ctrl-C ends it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "depeche.cli", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _await(port: int) -> None:
    until = time.monotonic() + _READY
    while time.monotonic() < until:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=_READY)) as connection:
                connection.request("GET", "/api/v1/ledger")
                connection.getresponse().read()
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not come up")


def _text(number: int, paragraphs: list[str]) -> str:
    """A dispatch that no other is a copy of: paragraphs of several."""
    return "\n\n".join(random.Random(number).sample(paragraphs, _LONG))
