import shutil
from pathlib import Path

import pytest

from depeche import Ledger, Reader
from depeche.reading.articles import Columns, gather

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A ledger of the corpus, as the first cell of the notebook fills it."""
    place = tmp_path_factory.mktemp("examples") / "tables.db"
    paths = [str(path) for path in sorted((EXAMPLES / "corpus").glob("*.txt"))]
    with Ledger(place, create=True) as ledger:
        articles = gather(paths, columns=Columns(), limit=100_000)
        assert {outcome.fate for outcome in ledger.ingest(articles, Reader())} == {"added", "copy"}
    return place


@pytest.fixture
def folder(filled, tmp_path):
    """A folder with the corpus and its ledger."""
    (tmp_path / "corpus").symlink_to(EXAMPLES / "corpus")
    shutil.copy(filled, tmp_path / "tables.db")
    return tmp_path
