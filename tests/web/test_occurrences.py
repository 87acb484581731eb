from sqlalchemy import select

from depeche import Ledger
from depeche.ledger.schema import occurrences


def test_an_occurrence_shows_its_reports_and_why(client, corpus):
    with Ledger(corpus) as ledger, ledger.reading() as connection:
        o = occurrences.c
        key = connection.execute(select(o.id).where(o.kind == "encounters", o.reports == 3)).scalars().first()
    text = client.get(f"/occurrences/{key}").text
    assert text.count("<blockquote") >= 3  # those of encounters, and the events of meeting in their sentences
    assert "Joined because" in text


def test_none_is_not_found(client):
    assert client.get("/occurrences/424242").status_code == 404
