"""A record comes back out of a ledger as it went in."""

import msgspec
import pytest

from depeche.errors import NotInLedger
from depeche.ledger import records
from depeche.ledger.period import Period
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
