"""A record comes back out of a ledger as it went in."""

import msgspec
import pytest

from depeche.errors import NotInLedger
from depeche.ledger import occurrence, records
from depeche.ledger.relations import Period
from depeche.reading.articles import Article


@pytest.fixture
def filled(ledger, articles, reader):
    list(ledger.ingest(articles, reader))
    return ledger


def test_a_record_comes_back_as_it_was_read(filled, articles, reader):
    for number, article in enumerate(articles, 1):
        read = reader.read(article.data)
        head = msgspec.structs.replace(
            read.document, path=article.origin, published_reason=None, encoding=None
        )
        assert filled.record(number) == msgspec.structs.replace(read, document=head)


def test_there_is_no_record_of_a_number_that_the_ledger_lacks(filled):
    with pytest.raises(NotInLedger, match="no dispatch 99"):
        filled.record(99)


def listed(ledger, since=None, until=None, **wanted):
    with ledger.reading() as connection:
        return [one.id for one in records.listed(connection, Period(since, until), **{"limit": 10} | wanted)]


def test_dispatches_are_listed_the_newest_first(filled):
    assert listed(filled) == [3, 2, 1]
    assert listed(filled, limit=1, offset=1) == [2]
    assert listed(filled, "2021-06", "2021-06-04") == [2]
    assert listed(filled, actors=["CHN", "KAZ"]) == [1]
    assert listed(filled, language="en") == [2]


def test_a_dispatch_knows_where_it_was_found_and_what_it_copies(filled, articles, reader):
    again = Article(origin="twin.txt", data=articles[0].data)
    copy = Article(origin="copy.txt", data=articles[0].data.replace("Urumqi", "Ouroumtsi"))
    list(filled.ingest([again, copy], reader))
    with filled.reading() as connection:
        assert records.dispatch(connection, 1).origins == ("wire.txt", "twin.txt")
        assert records.dispatch(connection, 4).copy_of == 1


def test_an_occurrence_has_its_reports_and_what_they_tell_otherwise(ledger, reader):
    told = [
        "BERLIN, 9 juin 2021 (AFP) - L'Allemagne a expulsé mercredi deux diplomates russes.\n",
        "BERLIN, June 9, 2021 (Reuters) - Germany expelled two Russian diplomats on Wednesday.\n",
        "PÉKIN, 10 mai 2021 (AFP) - Jean-Yves Le Drian, ministre français des Affaires étrangères, a rencontré lundi "
        "à Pékin Wang Yi, ministre chinois des Affaires étrangères.\n",
        "BEIJING, May 12, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian met Chinese Foreign Minister "
        "Wang Yi in Beijing on Tuesday.\n",
    ]
    list(ledger.ingest([Article(origin=str(n), data=text) for n, text in enumerate(told)], reader))
    hits = {hit.dispatch: hit.id for hit in occurrences_of(ledger)}
    with ledger.reading() as connection:
        act = occurrence.occurrence(connection, hits[1])
        met = occurrence.occurrence(connection, hits[3])
    assert ([report.fact.dispatch for report in act.reports], act.differing) == ([1, 2], {})
    assert [report.fact.dispatch for report in met.reports] == [4, 3]
    assert met.differing == {"date": ("2021-05-10", "2021-05-11")}  # Pékin is Beijing


def occurrences_of(ledger):
    from sqlalchemy import select

    from depeche.ledger.schema import reports

    with ledger.reading() as connection:
        return list(connection.execute(select(reports.c.dispatch, reports.c.occurrence.label("id"))))


def test_there_is_no_occurrence_of_a_number_that_the_ledger_lacks(filled):
    with filled.reading() as connection, pytest.raises(NotInLedger, match="no occurrence 7"):
        occurrence.occurrence(connection, 7)
