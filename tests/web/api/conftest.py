"""The API over a small ledger of two languages, filled once."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from depeche import Ledger, Reader
from depeche.reading.articles import Article
from depeche.web import Settings, create

CORPUS = Path(__file__).parents[3] / "examples" / "corpus"
GIVEN = sorted(CORPUS.glob("2018-*.txt")) + sorted(CORPUS.glob("2019-*.txt"))


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    place = tmp_path_factory.mktemp("api") / "a.db"
    with Ledger(place, create=True) as ledger:
        articles = (Article(origin=path.name, data=path.read_bytes()) for path in GIVEN)
        fates = {outcome.fate for outcome in ledger.ingest(articles, Reader())}
        assert fates <= {"added", "copy"}
        yield ledger


@pytest.fixture(scope="session")
def app(book):
    return create(Settings(ledger=book.name))


@pytest.fixture(scope="session")
def client(app):
    with TestClient(app, base_url="http://127.0.0.1") as found:
        yield found


@pytest.fixture
def get(client):
    """A function that asks for a resource and gives what was answered."""

    def asked(path, **query):
        answer = client.get(f"/api/v1/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asked
