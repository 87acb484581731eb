"""What a ledger holds in all."""

import pytest

from depeche.ledger.overview import overview, sides


@pytest.fixture
def filled(ledger, articles, reader):
    list(ledger.ingest(articles, reader))
    return ledger


def test_a_ledger_at_a_glance(filled):
    with filled.reading() as connection:
        found = overview(connection)
    assert (found.dispatches, found.copies, found.languages) == (3, 0, {"en": 1, "fr": 2})
    assert (found.first, found.last) == ("2021-05-03", "2021-06-09")
    assert found.facts["encounters"] == 2
    assert found.persons == 4


def test_sides_are_told_with_their_days_and_persons_are_none(filled):
    with filled.reading() as connection:
        found = {side.code: side for side in sides(connection)}
    assert {"CHN", "KAZ", "USA", "FRA", "DEU", "RUS"} <= set(found)
    assert all(len(code) < 8 for code in found)
    assert (found["DEU"].name, found["DEU"].is_state) == ("Germany", True)
    assert (found["KAZ"].first, found["KAZ"].last) == ("2021-05-03", "2021-05-03")
    assert [side.facts for side in found.values()] == sorted(
        (side.facts for side in found.values()), reverse=True
    )
