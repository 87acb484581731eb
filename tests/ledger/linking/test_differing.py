import pytest

from depeche.ledger.facts import Fact
from depeche.ledger.linking.differing import Telling, differing

KHAN, MODI, SHARIF = 1, 2, 3


def telling(number, words="", *, language="fr", persons=None, times=(), kind="encounters", **row):
    told = {"date": None, "place": None, "status": "held", "states": ["IND", "PAK"], "participants": []} | row
    fact = Fact(
        kind=kind, id=number, row=told, day=None, dispatch=number, published=None, title=None,
        language=language, evidence=((0, 1),), quote=(100, 100 + len(words)), words=words,
    )  # fmt: skip
    sides = {side: frozenset(those) for side, those in (persons or {}).items()}
    return Telling(fact, sides, tuple(times))


def told(*tellings):
    return {one.column: [(each.value, each.reports) for each in one.told] for one in differing(tellings)}


def test_days_places_persons_and_the_end_of_it_are_compared():
    one = telling(1, date="2021-05-03", place="Moscou", persons={"PAK": [KHAN]}, participants=["Khan"])
    other = telling(
        2, language="en", date="2021-05-04", place="Delhi", persons={"PAK": [SHARIF]},
        participants=["Sharif"], status="cancelled",
    )  # fmt: skip
    third = telling(3, date="2021-05-04", persons={"IND": [MODI]}, participants=["Modi"])
    assert told(one, other) == {"status": [("held", (1,)), ("cancelled", (2,))]}
    assert told(one, third) == {"date": [("2021-05-03", (1,)), ("2021-05-04", (3,))]}
    held = telling(4, language="en", place="Delhi", persons={"PAK": [SHARIF]}, participants=["Sharif"])
    assert told(one, held) == {
        "place": [("Moscou", (1,)), ("Delhi", (4,))],
        "participants": [("Khan", (1,)), ("Sharif", (4,))],
    }


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (telling(1), telling(2, date="2021-05-03", place="Moscou", participants=["Khan"])),
        (telling(1, date="2021-05"), telling(2, date="2021-05-03")),
        (telling(1, place="Pékin"), telling(2, language="en", place="Beijing")),
        (telling(1, persons={"PAK": [KHAN]}), telling(2, persons={"PAK": [KHAN, SHARIF]})),
        (telling(1, states=["IND"]), telling(2)),
        (telling(1, date="2021-06", status="planned"), telling(2, date="2021-05-03")),
        (telling(1, "Vingt navires"), telling(2, "Ten years later", language="en", times=[(100, 109)])),
    ],
)
def test_who_tells_less_does_not_disagree(less, more):
    assert told(less, more) == {}


def test_figures_of_one_noun_are_compared_in_one_language():
    one = telling(1, "L'attaque a fait 12 morts et 30 blessés.")
    other = telling(2, "On compte 15 morts dans 3 villages.")
    assert told(one, other) == {"figures": [("12 morts", (1,)), ("15 morts", (2,))]}


def test_the_only_other_figures_are_compared_in_two_languages():
    one = telling(1, "L'attaque a fait 12 morts et 30 blessés.")
    other = telling(2, "The attack left 15 dead and 30 wounded.", language="en")
    assert told(one, other) == {"figures": [("12 morts", (1,)), ("15 dead", (2,))]}
    assert told(one, telling(2, "It cost 2,000 dollars and left 30 wounded.", language="en")) == {}
