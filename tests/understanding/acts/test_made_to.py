"""Whom English words say something made act: it did so itself, and nobody else."""

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
