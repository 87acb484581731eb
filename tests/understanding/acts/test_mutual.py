"""Acts that several sides do to each other."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


@pytest.mark.parametrize(
    ("text", "sides", "code"),
    [
        (
            "Qatar hosted Oman and Yemen. Both countries had accused each other of opening fire.",
            "OMN YEM",
            "112",
        ),
        ("Chad and Libya blamed one another for the raid, the African Union said.", "TCD LBY", "1123"),
        ("Spain and Morocco expelled each other's diplomats, France said.", "ESP MAR", "161"),
        ("The two Koreas have threatened each other with strikes.", "PRK KOR", "1311"),
        ("Peru and Chile traded accusations over Bolivia.", "PER CHL", "112"),
    ],
)
def test_what_two_sides_do_to_each_other_is_mutual(english, text, sides, code):
    rows = [row for row in english.read(text).events if row.cameo == code]
    assert [(f"{row.source} {row.target}", row.symmetric) for row in rows] == [(sides, True)]


def test_each_takes_a_stance_to_the_other(english):
    rows = english.read("Chad and Libya accused one another of arming rebels, Egypt said.").positions
    assert [(row.holder, (row.target or "")[:3]) for row in rows] == [("TCD", "LBY"), ("LBY", "TCD")]


@pytest.mark.parametrize(
    "text",
    [
        "Cuba has not asked Russia for missiles, the minister said.",
        "Neither Rome nor Madrid has pledged to send troops to Libya, the source said.",
        "Oman has never accused Iran of piracy, the ministry said.",
        "No country has condemned the raid, the envoy said.",
    ],
)
def test_who_is_told_not_to_have_spoken_says_nothing(english, text):
    record = english.read(text)
    assert [row.cue for row in record.statements] == ["say"]
    assert not record.commitments
    assert not [row for row in record.events if row.status == "occurred"]


@pytest.mark.parametrize(
    ("text", "holders", "stance", "target"),
    [
        (
            "The UN welcomed the truce in Yemen, as did Brazil, Spain and Chile.",
            "BRA; ESP; CHL",
            "welcomes",
            "YEM",
        ),
        ("Gabon condemned the coup in Mali, as did the African Union.", "AU", "condemns", "MLI"),
    ],
)
def test_those_who_do_likewise_take_the_same_stance(english, text, holders, stance, target):
    rows = {(row.holder, row.stance, (row.target or "")[:3]) for row in english.read(text).positions}
    assert (holders, stance, target) in rows


def test_who_does_as_was_agreed_takes_no_stance(english):
    rows = english.read("Gabon condemned the coup in Mali, as was expected.").positions
    assert [row.holder for row in rows] == ["GAB"]
