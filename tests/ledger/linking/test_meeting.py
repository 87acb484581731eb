import pytest

from depeche.ledger.linking.meeting import ALONE, TOLD, Told, encounter

SIDES = frozenset({"CHN", "KAZ"})


def told(fact, what, at=(10, 15), *, sentence=(0, 100), day=None, status=None, sides=SIDES):
    window = (day, day) if day else None
    status = status or ("occurred" if what.isdigit() else "held")
    return Told(
        fact=fact,
        what=what,
        sides=frozenset(sides),
        status=status,
        window=window,
        spans=(at,),
        sentence=sentence,
    )


ONE = [
    (told(1, "044"), told(2, "meeting"), TOLD),
    (told(1, "041"), told(2, "call"), TOLD),
    (told(1, "043", day="2021-05-03"), told(2, "talks", day="2021-05-03"), TOLD),
    (told(1, "042", status="planned"), told(2, "visit", status="cancelled"), TOLD),
    (told(1, "042", sides=["CHN"]), told(2, "visit"), TOLD),
    (told(1, "046", sentence=(200, 300)), told(2, "talks"), ALONE),
]
TWO = [
    (told(1, "041"), told(2, "meeting")),
    (told(1, "044", day="2021-05-03"), told(2, "meeting", day="2021-05-09")),
    (told(1, "044", sides=["CHN", "RUS"]), told(2, "meeting")),
    (told(1, "044", status="planned"), told(2, "meeting")),
    (told(1, "042", (50, 55), sides=["CHN"]), told(2, "visit")),
    (told(1, "045"), told(2, "meeting")),
]


@pytest.mark.parametrize(("event", "met", "why"), ONE)
def test_an_event_of_meeting_is_told_by_the_encounter_of_its_sentence(event, met, why):
    assert encounter(event, [met]) == (met.fact, why)


@pytest.mark.parametrize(("event", "met"), TWO)
def test_another_kind_day_side_or_outcome_is_another_meeting(event, met):
    assert encounter(event, [met]) is None


def test_of_two_that_fit_the_one_in_the_sentence_and_of_the_kind_is_meant():
    event = told(1, "042")
    visit, met, far = (
        told(2, "visit", (60, 65)),
        told(3, "meeting", (70, 75)),
        told(4, "visit", sentence=(200, 300)),
    )
    assert encounter(event, [met, far, visit]) == (2, TOLD)
    assert encounter(told(1, "042", sentence=(400, 500)), [met, visit]) is None
