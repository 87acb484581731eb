"""The sign of a ledger's state changes with each write, and stays without one."""

import os

import pytest

from depeche import Ledger
from depeche.reading.articles import Article

TEXT = "PARIS, 3 mai 2021 (AFP) - Le ministre {} a rencontré lundi à Paris le ministre allemand Heiko Maas.\n"


def test_the_state_changes_with_each_write_alone(ledger, articles, reader):
    states = [ledger.state()]
    for outcome in ledger.ingest(articles, reader):
        assert outcome.fate == "added"
        states.append(ledger.state())
    list(ledger.ingest([Article(origin="elsewhere.txt", data=articles[0].data)], reader))
    states.append(ledger.state())
    assert len(set(states)) == len(states) == 5
    assert any(_unchanged_by_reading(ledger) for _ in range(20))  # a server's own work may change it too


def test_a_ruling_changes_the_state(ledger, reader):
    texts = [
        "PARIS, 3 mai 2021 (AFP) - Le président français Emmanuel Macron a reçu le président chinois Xi Jinping.\n"
    ]
    list(ledger.ingest([Article(origin="a", data=text) for text in texts], reader))
    before = ledger.state()
    ledger.merge_people(ledger.who("Macron")[0].id, ledger.who("Xi")[0].id)
    assert ledger.state() != before


def test_other_readers_see_the_same_state(ledger, place, articles, reader):
    with Ledger(place) as other:
        list(ledger.ingest(articles, reader))
        assert other.state() == ledger.state()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything; run the tests as another user")
def test_a_file_that_may_only_be_read_has_a_state(tmp_path, articles, reader):
    path = tmp_path / "a file.db"
    with Ledger(path, create=True) as book:
        list(book.ingest(articles, reader))
    path.chmod(0o444)
    with Ledger(path) as book:
        assert book.state() == book.state()


def _unchanged_by_reading(ledger):
    before = ledger.state()
    ledger.who("Blinken")
    return ledger.state() == before
