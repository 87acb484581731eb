"""Warnings, and sums and things that are promised."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


def _events(reader, text):
    return [(row.source, row.cameo, row.target, row.status) for row in reader.read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Oman warned against any military operation in Gaza.",
        "The UN warned of a new assault on Goma.",
        "Brazil warns against an escalation in Lebanon.",
        "The pope warned of a wider war in the Middle East.",
    ],
)
def test_who_warns_of_what_nobody_named_may_do_threatens_nobody(english, text):
    record = english.read(text)
    assert [row.stance for row in record.positions] == ["warns"]
    assert not record.events


@pytest.mark.parametrize(
    ("text", "source", "code", "target"),
    [
        ("Ireland warned Israel against annexing the West Bank.", "IRL", "130", "ISR"),
        ("Moscow warned against any NATO deployment in Norway.", "RUS", "130", "NATO"),
        ("Paris warned of a Russian attack on Estonia.", "FRA", "130", "RUS"),
        ("Beijing's warning to Manila of a naval blockade was heard.", "CHN", "1381", "PHL"),
    ],
)
def test_a_warning_is_aimed_at_whoever_would_do_it(english, text, source, code, target):
    assert _events(english, text) == [(source, code, target, "occurred")]


def test_any_attack_is_none_yet(english):
    rows = _events(english, "Ankara said any attack on its embassy in Tripoli would be answered.")
    assert not [row for row in rows if row[3] == "occurred"], rows


@pytest.mark.parametrize(
    ("text", "source", "code", "target"),
    [
        ("Norway announced $30 million in humanitarian aid for Sudan.", "NOR", "0333", "SDN"),
        ("Seoul unveiled a $200 million loan package for Uzbekistan.", "KOR", "0331", "UZB"),
        ("Cuba has offered 40 scholarships to Angolan students.", "CUB", "0331", "AGO"),
    ],
)
def test_aid_is_promised_by_being_announced(english, text, source, code, target):
    assert _events(english, text) == [(source, code, target, "occurred")]
    assert [(row.holder, row.partner) for row in english.read(text).commitments] == [(source, target)]


@pytest.mark.parametrize("word", ["checkpoint", "crossing", "post"])
def test_closing_what_leads_across_a_border_blockades(english, word):
    assert _events(english, f"Manama closed the border {word} with Qatar.") == [
        ("BHR", "191", "QAT", "occurred")
    ]
