"""Who does what English words tell: whom something made act, or whom a by-phrase names, and nobody else."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


def _events(reader, text):
    return {
        (row.source, row.cameo, row.target) for row in reader.read(text).events if row.status == "occurred"
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The raid killed six, prompting Peru to expel Chile's envoy.", ("PER", "161", "CHL")),
        ("The storming of the mission led Canada to close its embassy in Haiti.", ("CAN", "161", "HTI")),
        ("The scandal made Denmark expel two Chinese diplomats.", ("DNK", "161", "CHN")),
        ("Kenya was forced to close its border with Somalia.", ("KEN", "191", "SOM")),
        ("The row spurred the Swedish government to summon the Iraqi ambassador.", ("SWE", "114", "IRQ")),
        ("Angola forced Zambia to close an office.", ("AGO", "170", "ZMB")),
    ],
)
def test_who_is_made_to_act_does_it(english, text, event):
    rows = _events(english, text)
    assert event in rows, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad regretted the arrest of Chadian citizens by Libya.", ("LBY", "173", "TCD")),
        (
            "The EU imposed sanctions following the expulsion of Latvian diplomats by Belarus.",
            ("BLR", "161", "LVA"),
        ),
        ("Bern deplored the seizure of Swiss ships in the Gulf by Iran.", ("IRN", "1711", "CHE")),
        ("Peru launched talks after the expulsion of Chilean diplomats by Bolivia.", ("BOL", "161", "CHL")),
        (
            "Italy complained after the detention of Italian fishermen by Tunisia on Monday.",
            ("TUN", "173", "ITA"),
        ),
    ],
)
def test_the_doer_of_a_noun_is_whom_its_own_words_name(english, text, event):
    rows = _events(english, text)
    assert event in rows
    assert {source for source, code, _ in rows if code == event[1]} == {event[0]}
