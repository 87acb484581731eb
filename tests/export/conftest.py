"""A ledger that was filled once: two wires, a near-copy, one in another language."""

import pytest

from depeche import Ledger, Reader
from depeche.export import Chosen, export
from depeche.reading.articles import Article

WIRE = """PÉKIN, 3 mai 2021 (AFP) - Le ministre chinois des Affaires étrangères, Wang Yi, a reçu lundi à Pékin
son homologue kazakh, Moukhtar Tileouberdi.

« La Chine soutient la souveraineté du Kazakhstan », a déclaré M. Wang.

Le Kazakhstan a condamné les sanctions américaines et a promis d'ouvrir un consulat à Urumqi.
"""
NOTE = """BERLIN, 9 juin 2021 (AFP) - L'Allemagne et la France ont expulsé mercredi deux diplomates russes.

Moscou a dénoncé une décision « hostile » et a promis de riposter. La Pologne dément avoir expulsé un diplomate russe.
"""
ARTICLES = [
    Article(origin="wire.txt", data=WIRE),
    Article(origin='=note, "2".txt', data=NOTE),
    Article(origin="again.txt", data=NOTE.replace("mercredi deux", "mercredi, a-t-on appris, deux")),
]


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    with Ledger(tmp_path_factory.mktemp("ledger") / "a.db", create=True) as book:
        fates = [outcome.fate for outcome in book.ingest(ARTICLES, Reader())]
        assert fates == ["added", "added", "copy"]
        yield book


@pytest.fixture
def exported(book, tmp_path):
    """A function that exports one thing into a folder and gives its file."""

    def run(what, *, form="csv", **chosen):
        with book.reading() as connection:
            return export(connection, what, tmp_path, Chosen(**chosen), form=form, force=True)[0]

    return run
