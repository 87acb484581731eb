import pytest

from depeche.record import Encounter
from depeche.understanding.encounters.merge import add, compatible


def meeting(**fields):
    return Encounter(**({"evidence": ((0, 1),), "kind": "meeting", "status": "held"} | fields))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (None, "2021-03-05", True),
        ("2021-03-05", "2021-03-05", True),
        ("2021-03", "2021-03-05", True),
        ("2021-03-01/2021-03-07", "2021-03-05", True),
        ("2021-03-04", "2021-03-05", False),
        ("2021-03-01/2021-03-03", "2021-03-05", False),
    ],
)
def test_dates_agree_where_one_holds_the_other(first, second, expected):
    assert compatible(first, second) is expected
    assert compatible(second, first) is expected


def test_the_same_meeting_told_twice_is_one_row_with_what_either_tells():
    rows = []
    add(rows, meeting(states=("FRA", "DEU"), date="2021-03"))
    add(rows, meeting(states=("DEU", "FRA"), date="2021-03-05", place="Berlin", evidence=((5, 9),)))
    assert [(r.date, r.place, r.evidence) for r in rows] == [("2021-03-05", "Berlin", ((0, 1), (5, 9)))]


@pytest.mark.parametrize(
    "other",
    [
        {"states": ("FRA", "ITA")},
        {"states": ("FRA", "DEU"), "kind": "call"},
        {"states": ("FRA", "DEU"), "status": "planned"},
        {"states": ("FRA", "DEU"), "participants": ("Heiko Maas",)},
    ],
)
def test_other_sides_kinds_times_or_people_make_another_row(other):
    rows = []
    add(rows, meeting(states=("FRA", "DEU"), participants=("Emmanuel Macron",)))
    add(rows, meeting(**other))
    assert len(rows) == 2
