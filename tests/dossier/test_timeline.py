import pytest

from depeche import UsageError
from depeche.dossier.forum import forum
from depeche.dossier.timeline import timeline
from depeche.reading.articles import Article


def test_the_earliest_comes_first_and_each_occurrence_once(book):
    entries = timeline(book, "FRA", "CHN")
    days = [entry.day for entry in entries if entry.day]
    assert days == sorted(days)
    met = [entry for entry in entries if entry.kind == "encounter" and "Le Drian" in entry.what]
    assert [(entry.day, len(entry.facts)) for entry in met] == [("2021-05-10", 2)]
    assert {entry.kind for entry in entries} >= {"encounter", "event", "position", "commitment"}


def test_a_timeline_takes_two_sides(book):
    with pytest.raises(UsageError, match="two sides"):
        timeline(book, "FRA", "France")
    assert timeline(book, "BOL", "TUV") == ()


def test_a_forum_has_members_meetings_and_its_margins(tmp_path, reader):
    from depeche import Ledger

    text = (
        "MADRID, 16 décembre 2019 (AFP) - Le ministre chinois Wang Yi a rencontré dimanche le ministre kazakh Moukhtar "
        "Tleouberdi en marge de la 14e réunion des ministres des Affaires étrangères de l'ASEM à Madrid.\n"
    )
    with Ledger(tmp_path / "a.db", create=True) as ledger:
        list(ledger.ingest([Article(origin="a", data=text)], reader))
        page = forum(ledger, "ASEM")
        assert [fact.row["states"] for fact in page.margins] == [["CHN", "KAZ"]]
        assert any(meeting.label == "ASEM FMM 14" for meeting in page.meetings)
        assert forum(ledger, "CICA").margins == ()
        with pytest.raises(UsageError):
            forum(ledger, "no such forum")
