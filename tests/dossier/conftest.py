from pathlib import Path

import pytest

from depeche import Ledger, Reader
from depeche.reading.articles import Article

TEXTS = [
    "PÉKIN, 3 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, rencontrera son "
    "homologue chinois, Wang Yi, le 10 mai à Pékin.\n",
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n\n« La France condamne les sanctions chinoises », a déclaré M. Le Drian. "
    "La Chine s'est engagée à livrer des vaccins à la France.\n",
    "BEIJING, May 11, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian met Chinese Foreign Minister Wang Yi "
    'in Beijing on Monday.\n\n"China supports France", Wang told reporters.\n',
    "PARIS, 20 juin 2021 (AFP) - La Chine a livré dimanche des vaccins à la France.\n\nLa France a salué les sanctions "
    "chinoises. Paris et Pékin ont signé un accord de coopération.\n",
    "PARIS, 21 juin 2021 (AFP) - Le président français Emmanuel Macron recevra le président chinois Xi Jinping le 14 "
    "juillet à Paris.\n",
]


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    place = tmp_path_factory.mktemp("dossier") / "a.db"
    with Ledger(place, create=True) as ledger:
        given = (Article(origin=str(number), data=text) for number, text in enumerate(TEXTS))
        assert [outcome.fate for outcome in ledger.ingest(given, Reader())] == ["added"] * len(TEXTS)
        yield ledger


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The ledger of the example corpus."""
    files = sorted((Path(__file__).parents[2] / "examples" / "corpus").glob("*.txt"))
    with Ledger(tmp_path_factory.mktemp("corpus") / "a.db", create=True) as ledger:
        given = (Article(origin=file.name, data=file.read_text(encoding="utf-8")) for file in files)
        assert all(outcome.fate in ("added", "copy") for outcome in ledger.ingest(given, Reader()))
        yield ledger


@pytest.fixture
def told(tmp_path, reader):
    """A function that makes a ledger of French texts."""

    def make(*texts):
        ledger = Ledger(tmp_path / "told.db", create=True)
        given = [Article(origin=str(number), data=text) for number, text in enumerate(texts)]
        assert {outcome.fate for outcome in ledger.ingest(given, reader)} == {"added"}
        return ledger

    return make
