"""Charges that are answered: who denies what, and what then was not done."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


CHARGES = [
    ("The Chilean navy accused Peruvian boats of violating the truce, a charge Lima rejected.", "PER", "196"),
    ("Tunis says Libya has deported hundreds of migrants, an allegation Tripoli denies.", "LBY", "174"),
    ("Sudan says Chad violated its airspace, an accusation rejected by N'Djamena as baseless.", "TCD", "128"),
    ("Oslo accuses Belarus of sending troops to Mali, a claim that Minsk has dismissed.", "BLR", "154"),
    ("Armenia said Azerbaijan shelled Goris. Baku denied the accusation.", "AZE", "194"),
    ("Washington accuses Cuba of arming the ELN, which Havana denies.", "CUB", "072"),
]


@pytest.mark.parametrize(("text", "side", "code"), CHARGES)
def test_a_charge_that_is_denied_is_no_deed(english, text, side, code):
    rows = [row for row in english.read(text).events if row.source == side]
    assert [(row.cameo, row.status) for row in rows if row.cameo == code] == [(code, "denied")], rows


@pytest.mark.parametrize(("text", "side", "code"), CHARGES)
def test_who_denies_it_takes_that_stance(english, text, side, code):
    assert (side, "denies") in {(row.holder, row.stance) for row in english.read(text).positions}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (CHARGES[0][0], "violating the truce"),
        (CHARGES[1][0], "Libya has deported hundreds of migrants"),
        (CHARGES[3][0], "sending troops to Mali"),
        (CHARGES[5][0], "arming the ELN"),
        ("Haiti expelled the envoy, a report Port-au-Prince denied.", "Haiti expelled the envoy"),
    ],
)
def test_charge_and_denial_have_the_same_words(english, text, content):
    assert {text[slice(*row.content)] for row in english.read(text).statements} == {content}


@pytest.mark.parametrize(
    ("text", "source", "code", "target"),
    [
        ("Togo's president dismissed claims that his government is arming the FLN.", "TGO", "072", "FLN"),
        ("Rwanda dismissed accusations of arming the M23.", "RWA", "072", "M23"),
        ("Minsk rebutted the charge that it had expelled Latvian diplomats.", "BLR", "161", "LVA"),
    ],
)
def test_what_a_dismissed_charge_tells_is_denied(english, text, source, code, target):
    rows = [(row.source, row.cameo, row.target, row.status) for row in english.read(text).events]
    assert rows == [(source, code, target, "denied")]


def test_a_charge_of_another_side_is_rejected(english):
    (row,) = english.read("Kigali rejected Kinshasa's accusations.").events
    assert (row.source, row.cameo, row.target, row.status) == ("RWA", "120", "COD", "occurred")


def test_what_one_side_says_of_another_is_not_denied_by_a_third(english):
    rows = english.read("Israel said Iran had shelled Haifa. Russia denied the report.").events
    assert [row.status for row in rows if row.source == "IRN"] == ["occurred"]
