import pytest

from depeche.ledger.linking.occurrences import same
from depeche.ledger.linking.places import agree, place
from depeche.ledger.linking.report import Report, window

TLEUBERDI, WANG, XI, TOKAYEV = (1, "KAZ"), (2, "CHN"), (3, "CHN"), (4, "KAZ")


def meeting(dispatch, day="2019-12-17", first=None, last=None, **more):
    told = {"table": "encounters", "fact": dispatch, "dispatch": dispatch, "what": "meeting", "day": day}
    told |= {"sides": frozenset({"CHN", "KAZ"}), "status": "held", "dated": first is not None}
    told["window"] = window(first, last or first, day, planned=more.get("status") == "planned")
    told["persons"] = frozenset(more.pop("persons", ()))
    if isinstance(more.get("place"), str):
        more["place"] = place(more["place"], more.pop("language", "fr"))
    return Report(**(told | more))


def act(dispatch, day="2021-05-03", first=None, **more):
    told = {
        "table": "events",
        "fact": dispatch,
        "dispatch": dispatch,
        "what": "161",
        "day": day,
        "status": "occurred",
    }
    told |= {"sides": frozenset({"DEU", "RUS"}), "source": "DEU", "dated": first is not None}
    told["window"] = window(first, first, day, planned=False)
    return Report(**(told | more))


ONE = [
    (meeting(1, first="2019-12-15", persons=[WANG]), meeting(2, first="2019-12-15", persons=[WANG])),
    (meeting(1, first="2019-12-15"), meeting(2, first="2019-12-15")),
    (
        meeting(1, persons=[WANG, TLEUBERDI]),
        meeting(2, first="2019-12-15", what="talks", persons=[TLEUBERDI]),
    ),
    (meeting(1, place="Pékin"), meeting(2, first="2019-12-15", place="Beijing", language="en")),
    (
        meeting(1, day="2019-11-01", first="2019-12-01", last="2019-12-31", status="planned", persons=[WANG]),
        meeting(2, first="2019-12-15", persons=[WANG]),
    ),
    (meeting(1, first="2019-12-15", persons=[WANG]), meeting(2, first="2019-12-16", persons=[WANG])),
    (
        meeting(1, first="2019-12-15", persons=[WANG]),
        meeting(2, day="2020-01-20", first="2019-12-15", persons=[WANG], status="past-cited"),
    ),
    (act(1), act(2, day="2021-05-04")),
    (act(1, first="2021-05-02"), act(2, day="2021-05-20", first="2021-05-02", what="1612")),
    (act(1), act(2, sides=frozenset({"DEU", "RUS", "BLR"}))),
]
TWO = [
    (meeting(1, first="2019-12-15", persons=[WANG]), meeting(2, first="2019-12-15", persons=[XI, TOKAYEV])),
    (meeting(1, first="2019-12-15"), meeting(2, first="2019-12-17")),
    (meeting(1, first="2019-12-15"), meeting(2, first="2019-12-15", what="call")),
    (meeting(1, first="2019-12-15"), meeting(2, first="2019-12-15", sides=frozenset({"CHN", "RUS"}))),
    (meeting(1, first="2019-12-15", place="Madrid"), meeting(2, first="2019-12-15", place="Pékin")),
    (meeting(1), meeting(2)),
    (meeting(1, status="planned"), meeting(2, first="2019-12-15", persons=[WANG])),
    (meeting(1, first="2019-12-15", persons=[WANG]), meeting(1, first="2019-12-15", persons=[WANG])),
    (act(1), act(2, day="2021-06-03")),
    (act(1), act(2, status="called-for")),
    (act(1), act(2, source="RUS")),
    (act(1), act(2, what="163")),
    (act(1), act(2, what="1612", sides=frozenset({"DEU", "RUS", "BLR"}))),
    (act(1, sides=frozenset({"DEU", "UKR"})), act(2, sides=frozenset({"DEU", "RUS", "BLR"}))),
    (act(1, first="2021-05-02"), act(2, first="2021-05-03")),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_reports_of_one_occurrence(one, other):
    assert same(one, other)
    assert same(one, other) == same(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_reports_of_two(one, other):
    assert same(one, other) is None
    assert same(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("Pékin", "fr"), ("Beijing", "en"), True),
        (("Genève", "fr"), ("Geneva", "en"), True),
        (("Chine", "fr"), ("Shanghai", "en"), True),
        (("Shanghai", "fr"), ("Beijing", "en"), False),
        (("Madrid", "fr"), ("Lisbon", "en"), False),
        (("Trifouillis", "fr"), ("Lisbon", "en"), None),
        (("Trifouillis", "fr"), ("Trifouillis", "en"), True),
        ((None, "fr"), ("Lisbon", "en"), None),
    ],
)
def test_places(one, other, verdict):
    assert agree(place(*one), place(*other)) is verdict
