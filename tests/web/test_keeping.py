"""Pages are kept as long as they are true, and a little longer while the ledger is written to."""

import asyncio
import shutil
import time

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from depeche import Ledger, Reader
from depeche.reading.articles import Article
from depeche.web import Settings, create, keeping
from depeche.web.keeping import Keeping

TEXT = (
    "PARIS, 3 mai 2031 (ALM) - Le ministre malien Oumar Sangaré a reçu lundi son homologue français à Bamako."
)


class Counted:
    """A page that is made, and how often it was."""

    def __init__(self, body=b"x", status=200, took=0.0):
        self.times = 0
        self.body, self.status, self.took = body, status, took

    async def __call__(self):
        self.times += 1
        await asyncio.sleep(0.02)
        return Response(self.body, self.status), self.took


@pytest.fixture
def ledger(corpus, tmp_path):
    """A ledger of one's own, to be written to."""
    with Ledger(shutil.copy(corpus, tmp_path / "own.db")) as ledger:
        yield ledger


@pytest.fixture
def asking(ledger):
    def start(max_age):
        client = TestClient(
            create(Settings(ledger=ledger.name, max_age=max_age)), base_url="http://127.0.0.1"
        )
        client.headers["x-depeche-token"] = client.app.state.token
        return client

    return start


def written(ledger, text=TEXT):
    (outcome,) = ledger.ingest([Article("new.txt", text)], Reader())
    assert outcome.error is None


def test_who_asks_for_one_page_at_once_waits_for_one(ledger):
    async def ask():
        kept, make = Keeping(ledger, 10), Counted()
        sheets = await asyncio.gather(*(kept.sheet(("/", "fr"), 0.0, make) for _ in range(50)))
        assert make.times == 1
        assert len({sheet.tag for sheet in sheets}) == 1

    asyncio.run(ask())


def test_a_page_that_took_long_is_kept_longer(ledger):
    async def ask():
        kept, quick, long = Keeping(ledger, 0.05), Counted(), Counted(took=1.0)
        for at in range(2):
            await kept.sheet(("/quick",), 0.0, quick)
            await kept.sheet(("/long",), 0.0, long)
            if at == 0:
                written(ledger)
                await asyncio.sleep(0.1)
        assert (quick.times, long.times) == (2, 1)
        await kept.sheet(("/long",), time.time(), long)  # who wrote waits for what is true now
        assert long.times == 2

    asyncio.run(ask())


def test_a_page_stays_as_long_as_the_ledger_does(ledger):
    async def ask():
        kept, make = Keeping(ledger, 0), Counted()
        for _ in range(3):
            await kept.sheet(("/",), 0.0, make)
        assert make.times == 1
        written(ledger)
        await kept.sheet(("/",), 0.0, make)
        assert make.times == 2

    asyncio.run(ask())


def test_while_the_ledger_is_written_to_a_page_is_as_old_as_it_may_be_and_no_older(ledger):
    async def ask():
        kept, make = Keeping(ledger, 60), Counted()
        await kept.sheet(("/",), 0.0, make)
        written(ledger)
        await kept.sheet(("/",), 0.0, make)
        assert make.times == 1
        kept.max_age = 0.01
        await kept.sheet(("/",), 0.0, make)
        assert make.times == 2

    asyncio.run(ask())


def test_who_wrote_is_given_nothing_that_was_made_before(ledger):
    async def ask():
        kept, make = Keeping(ledger, 60), Counted()
        slow = asyncio.create_task(kept.sheet(("/",), 0.0, make))
        await asyncio.sleep(0.01)  # it is being made when the browser writes
        await asyncio.gather(slow, kept.sheet(("/",), time.time(), make))
        assert make.times == 2
        await kept.sheet(("/",), 0.0, make)
        assert make.times == 2

    asyncio.run(ask())


def test_errors_are_told_to_all_and_not_kept(ledger):
    async def ask():
        kept, make = Keeping(ledger, 60), Counted(status=404)
        for _ in range(2):
            assert (await kept.sheet(("/none",), 0.0, make)).response.status_code == 404
        assert make.times == 2

        async def fail():
            raise ValueError

        for _ in range(2):
            with pytest.raises(ValueError):
                await kept.sheet(("/fails",), 0.0, fail)

    asyncio.run(ask())


def test_memory_has_its_bound(ledger, monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 1000)

    async def ask():
        kept, make = Keeping(ledger, 60), Counted(b"x" * 300)
        for name in "abcd":  # four do not fit: the one that was asked for first gives way
            await kept.sheet((name,), 0.0, make)
        await kept.sheet(("d",), 0.0, make)
        assert make.times == 4
        await kept.sheet(("a",), 0.0, make)
        assert make.times == 5

    asyncio.run(ask())


def test_a_browser_that_has_a_page_is_not_sent_it_again(client):
    first = client.get("/countries")
    assert first.status_code == 200
    again = client.get("/countries", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    french = client.get("/countries", headers={"accept-language": "fr"})
    assert french.headers["etag"] != first.headers["etag"]


def test_each_language_and_part_has_its_own(client):
    french = client.get("/countries", headers={"accept-language": "fr"}).text
    assert client.get("/countries", headers={"accept-language": "en"}).text != french
    part = client.get("/network", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "<html" in client.get("/network").text


def test_a_page_lags_behind_an_ingest_no_longer_than_is_said(ledger, asking):
    with asking(60) as client:
        before = client.get("/").text
        written(ledger)
        assert client.get("/").text == before
    with asking(0) as client:
        assert "86 dispatches" in client.get("/").text
        written(ledger, "LONDON, 4 May 2021 (ALM) - The British envoy condemned Russia's raid on Tuesday.")
        assert "87 dispatches" in client.get("/").text


def test_who_judges_sees_it_at_once(ledger, asking):
    one, other = (ledger.who(name)[0].id for name in ("Lavrov", "Modi"))
    with asking(60) as client, asking(60) as stranger:
        before = client.get("/countries/RUS").text
        assert client.post("/desk/merges", data={"one": one, "other": other}).status_code == 200
        assert client.get("/countries/RUS").text != before
        client.cookies.clear()
        stranger.get("/countries/RUS")
        assert "depeche-wrote" not in stranger.cookies
