"""What a ledger holds on two sides is the same however it is asked for, on either engine."""

import pytest

from depeche import Reader
from depeche.dossier import dossier
from depeche.dossier.timeline import dossier_with_timeline, timeline
from depeche.ledger import naming
from depeche.ledger.facts import remembered
from depeche.ledger.naming import dispatches_of_both, occurred
from depeche.ledger.parts import rarest
from depeche.ledger.period import Period
from depeche.ledger.relations import between, numbers
from depeche.reading.articles import Article

KINDS = ("encounters", "statements", "positions", "commitments", "events")
TEXTS = (
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n\n« La France condamne les sanctions chinoises », a déclaré M. Le Drian. "
    "La Chine s'est engagée à livrer des vaccins à la France.\n",
    "PARIS, 20 juin 2021 (AFP) - La Chine a livré dimanche des vaccins à la France.\n\nLa France a salué les sanctions "
    "chinoises. Paris et Pékin ont signé un accord de coopération.\n",
    "BERLIN, 9 juin 2021 (AFP) - L'Allemagne a expulsé mercredi deux diplomates russes.\n",
)
PERIODS = (Period(), Period("2021-06", None), Period(None, "2021-05"))


@pytest.fixture
def book(ledger):
    given = (Article(origin=str(number), data=text) for number, text in enumerate(TEXTS))
    assert {outcome.fate for outcome in ledger.ingest(given, Reader())} == {"added"}
    return ledger


@pytest.mark.parametrize("period", PERIODS)
def test_what_is_remembered_changes_no_answer(book, period):
    with book.reading() as connection:
        asked = [between(connection, kind, "FRA", "CHN", period) for kind in KINDS]
        acts = occurred(connection, "FRA", "CHN", period)
        assert acts[0] == dispatches_of_both(connection, "FRA", "CHN", period)
        with remembered(connection):
            assert [between(connection, kind, "FRA", "CHN", period) for kind in KINDS] == asked
            assert sorted(occurred(connection, "FRA", "CHN", period)[1]) == sorted(acts[1])
            events = [found.fact for found in numbers(connection, "events", "FRA", "CHN", period)]
    assert events == [fact.id for fact in asked[-1]]
    assert any(asked)


def test_sides_of_which_many_dispatches_tell_are_asked_for_alike(book, monkeypatch):
    few = dossier(book, "FRA", "CHN")
    monkeypatch.setattr(naming, "_FEW", 0)
    assert dossier(book, "FRA", "CHN") == few
    assert few.acts
    assert few.years


def test_a_dossier_and_its_timeline_are_of_one_state(book):
    found, entries = dossier_with_timeline(book, "FRA", "CHN", newest=150)
    assert found == dossier(book, "FRA", "CHN")
    assert entries == timeline(book, "FRA", "CHN", newest=150)
    since = dossier_with_timeline(book, "FRA", "CHN", since="2021-06", newest=150)[1]
    assert since == timeline(book, "FRA", "CHN", since="2021-06", newest=150)
    assert 0 < len(since) < len(entries)


def test_the_side_that_is_named_less_often_leads(book):
    with book.reading() as connection:
        assert rarest(connection, ("CHN", "DEU")) == ["DEU", "CHN"]
