"""The explorer over the example dispatches: a real server, a real browser, and nobody outside this machine."""

import socket
import threading
from pathlib import Path

import pytest

from depeche import Ledger, Reader
from depeche.reading.articles import Columns, gather
from docs.pictures.take import FLAGS, chromium

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "examples" / "corpus" / "*.txt"


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """A ledger of the example dispatches; not to be written to."""
    place = tmp_path_factory.mktemp("corpus") / "corpus.db"
    with Ledger(place, create=True) as ledger:
        articles = gather([str(CORPUS)], columns=Columns(), limit=2_000_000)
        assert all(outcome.error is None for outcome in ledger.ingest(articles, Reader()))
    return place


@pytest.fixture(scope="module")
def serve():
    """Serves a ledger at a free port; the address."""
    uvicorn = pytest.importorskip("uvicorn")
    from depeche.web import Settings, create

    running = []

    def start(ledger, **settings):
        listening = socket.create_server(("127.0.0.1", 0))
        app = create(Settings(ledger=str(ledger), **settings))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        running.append((server, thread, listening))
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield start
    for server, thread, listening in running:
        server.should_exit = True
        thread.join(20)
        listening.close()


@pytest.fixture(scope="module")
def address(corpus, serve):
    return serve(corpus)


@pytest.fixture(scope="module")
def client(corpus):
    """Asks the explorer of the example dispatches without a browser; nobody writes through it."""
    from starlette.testclient import TestClient

    from depeche.web import Settings, create

    with TestClient(create(Settings(ledger=str(corpus))), base_url="http://127.0.0.1") as asking:
        yield asking


@pytest.fixture(scope="module")
def browser():
    found = chromium()
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium (or name one in DEPECHE_CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def look(browser, address):
    """Opens a page of the explorer; what its console complains of, and any dialog, fails the test."""
    contexts, faults = [], []

    def opened(path="/", *, at=None, width=1280, height=860, language="en", refused=(), **options):
        context = browser.new_context(
            base_url=at or address,
            viewport={"width": width, "height": height},
            locale=language,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        page.on("dialog", lambda dialog: (faults.append(f"{path}: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: _heard(said, refused, faults, path))
        page.goto(path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def _heard(said, refused, faults, path):
    if said.type in ("error", "warning") and not any(part in said.text for part in refused):
        faults.append(f"{path}: {said.text}")


@pytest.fixture(scope="session")
def violations():
    """What axe finds against WCAG 2.1 A and AA on a page, a line each."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}

    def run(page):
        found = Axe().run(page, options=rules).response["violations"]
        return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]

    return run
