"""Rulings on real ledgers: they hold, outlive a new reading, and are as if they had never been when withdrawn."""

import pytest
from sqlalchemy import update

from depeche import UsageError
from depeche.ledger import Wanted
from depeche.ledger.schema import dispatches
from depeche.reading.articles import Article

from .dump import dump

TEXTS = [
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n",
    "BEIJING, May 11, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian met Chinese Foreign Minister Wang Yi "
    "in Beijing on Monday.\n",
    "PARIS, 15 mai 2021 (AFP) - Jean-Yves Le Drian, le ministre français des Affaires étrangères, s'est entretenu le "
    "15 mai à Paris avec Wang Yi, le ministre chinois des Affaires étrangères.\n",
    "MADRID, 9 juin 2022 (AFP) - Le ministre espagnol Wang Yi a rencontré jeudi l'ambassadeur chinois.\n",
]


@pytest.fixture
def given():
    return [Article(origin=str(number), data=text) for number, text in enumerate(TEXTS)]


@pytest.fixture
def filled(ledger, reader, given):
    assert [outcome.fate for outcome in ledger.ingest(given, reader)] == ["added"] * 4
    return ledger


@pytest.fixture
def read_anew(filled, reader, given):
    """A function that has another version of the reader read all dispatches again, in an order of one's own."""

    def run(*order):
        with filled._engine.begin() as connection:
            connection.execute(update(dispatches).values(version="0.0.1"))
        again = [given[number] for number in order or range(4)]
        assert {outcome.fate for outcome in filled.ingest(again, reader, refresh=True)} == {"refreshed"}

    return run


def told(book):
    """The dispatches of each meeting of two states."""
    found = book.occurrences(Wanted(kind="encounters", actors=("FRA", "CHN")))
    return sorted(sorted({report.fact.dispatch for report in one.reports}) for one in found)


def test_occurrences_merged_and_split_by_hand_outlive_new_readings(filled, place, read_anew):
    before = dump(place)
    assert told(filled) == [[1, 2], [3]]
    later, one = filled.occurrences(Wanted(kind="encounters", actors=("FRA", "CHN")))
    merged = filled.merge_occurrences(one.id, later.id)
    assert [report.reason for report in merged.reports if report.fact.kind == "encounters"][
        -1
    ] == "joined by hand"
    assert told(filled) == [[1, 2, 3]]
    read_anew(2, 0, 1, 3)
    assert told(filled) == [[1, 2, 3]]
    [whole] = filled.occurrences(Wanted(kind="encounters", actors=("FRA", "CHN")))
    alone, rest = filled.split_occurrence(whole.id, whole.reports[1].id)
    assert [{report.fact.dispatch for report in each.reports} for each in (alone, rest)] == [{2}, {1, 3}]
    read_anew(1, 0, 3, 2)
    assert told(filled) == [[1, 3], [2]]
    assert [(ruling.number, ruling.verdict) for ruling in filled.rulings()] == [(1, "merge"), (2, "split")]
    filled.withdraw_ruling(2)
    assert told(filled) == [[1, 2, 3]]
    filled.withdraw_ruling(1)
    after = dump(place)
    for table in ("occurrences", "reports", "persons", "attestations", "rulings"):
        assert after[table] == before[table]


def test_what_is_read_anew_in_any_order_is_linked_as_before(filled, place, read_anew):
    before = dump(place)
    read_anew(1, 3, 0, 2)
    after = dump(place)
    for table in ("occurrences", "persons", "attestations", "name_keys", "people", "encounters"):
        assert after[table] == before[table]
    assert [row["occurrence"] for row in after["reports"]] == [row["occurrence"] for row in before["reports"]]


def test_a_person_is_split_by_dispatch_where_name_side_and_office_are_one(filled, place, read_anew):
    before = dump(place)
    [french] = filled.who("Le Drian")
    assert (french.mentions, len({spelling.name for spelling in french.spellings})) == (3, 1)
    other, rest = filled.split_person(french.id, dispatch=3)
    assert (other.mentions, rest.mentions, rest.id) == (1, 2, french.id)
    read_anew()
    assert sorted(person.mentions for person in filled.who("Le Drian")) == [1, 2]
    assert len(filled.who("Wang Yi")) == 2
    filled.withdraw_ruling(filled.rulings()[0].number)
    after = dump(place)
    for table in ("persons", "attestations", "name_keys", "people", "rulings"):
        assert after[table] == before[table]


def test_rulings_on_what_is_not_there_are_refused(filled):
    [one, *_] = filled.occurrences(Wanted(kind="encounters", actors=("ESP",)))
    with pytest.raises(UsageError, match="no occurrence 999"):
        filled.merge_occurrences(one.id, 999)
    with pytest.raises(UsageError, match="no report 999"):
        filled.split_occurrence(one.id, 999)
    with pytest.raises(UsageError, match="nothing to split"):
        filled.split_occurrence(one.id, one.reports[0].id)
    with pytest.raises(UsageError, match="no ruling 7"):
        filled.withdraw_ruling(7)
    [person] = filled.who("Le Drian")
    with pytest.raises(UsageError, match="does not name"):
        filled.split_person(person.id, dispatch=4)
    with pytest.raises(UsageError, match="a spelling or a dispatch"):
        filled.split_person(person.id)
