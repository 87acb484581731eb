"""Takes the pictures anew: the explorer over a ledger of the example dispatches, in the system's Chromium."""

import os
import re
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docs.pictures.picture import FOLDER, pictures, taken, told

if TYPE_CHECKING:
    from depeche import Ledger

PAGE = FOLDER.parents[1] / "how-to" / "explorer.md"
_CORPUS = "examples/corpus/*.txt"  # as users name it, who stand in the folder of the project
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_SHOWN = re.compile(r"!\[(?P<told>[^\]]*)\]\(\.\./assets/explorer/(?P<name>[\w-]+)\.webp\)")


def chromium() -> str | None:
    """Where the system's Chromium is, if anywhere."""
    given = os.environ.get("DEPECHE_CHROMIUM")
    names = (given,) if given else ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


def take() -> None:
    """Write all pictures, and what each shows into the page that shows it."""
    from playwright.sync_api import sync_playwright

    found = chromium()
    if found is None:
        raise SystemExit("no Chromium: apt-get install chromium, or name one in DEPECHE_CHROMIUM")
    FOLDER.mkdir(parents=True, exist_ok=True)
    alts = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        for name, picture in pictures().items():
            page = picture.opened(browser, address)
            alts[name] = told(page)
            (FOLDER / f"{name}.webp").write_bytes(taken(page))
            page.context.close()
        browser.close()
    PAGE.write_text(retold(PAGE.read_text(encoding="utf-8"), alts), encoding="utf-8")


def shown(text: str) -> dict[str, str]:
    """The pictures that a page of the documentation shows, by name, with what it tells of them."""
    return {match["name"]: match["told"] for match in _SHOWN.finditer(text)}


def retold(text: str, alts: dict[str, str]) -> str:
    """The page with what its pictures show now."""
    return _SHOWN.sub(lambda match: match.group().replace(match["told"], alts[match["name"]], 1), text)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of an explorer over the example dispatches, one of which is judged."""
    import uvicorn

    from depeche import Ledger, Reader
    from depeche.reading.articles import Columns, gather
    from depeche.web import Settings, create

    place = folder / "explorer.db"
    with Ledger(place, create=True) as ledger:
        articles = gather([_CORPUS], columns=Columns(), limit=2_000_000)
        for _ in ledger.ingest(articles, Reader()):
            pass
        judged(ledger)
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create(Settings(ledger=str(place))), log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listening.close()


def judged(ledger: "Ledger") -> None:
    """Give some verdicts, so that the page of verdicts is not empty."""
    from depeche.web.views.desk import queue

    with ledger.reading() as connection:
        first, second = (one.fact.id for one in queue(connection, "events", limit=2))
    when = "2026-02-01T10:00:00+00:00"
    ledger.judge("events", first, "accept", when=when)
    ledger.judge("events", second, "correct", correction={"target": "KGZ"}, note="of the protocol", when=when)
