"""Who does an act that a noun tells, or that something makes a side do, or that is out of the question."""

import pytest


def _rows(record):
    return {(row.source, row.cameo, row.target, row.status) for row in record.events}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("La Turquie a annoncé la suspension de ses échanges avec la Syrie.", ("TUR", "163", "SYR")),
        ("Le Niger a annoncé la suspension de sa coopération militaire avec Paris.", ("NER", "160", "FRA")),
        ("Alger a décidé le gel de ses importations en provenance d'Espagne.", ("DZA", "163", "ESP")),
        ("Quito a annoncé la rupture de ses relations diplomatiques avec Caracas.", ("ECU", "161", "VEN")),
        ("Le Burkina Faso a annoncé la fin de l'accord militaire avec la France.", ("BFA", "160", "FRA")),
        ("La suspension par Kiev de ses échanges avec Minsk est effective.", ("UKR", "163", "BLR")),
    ],
)
def test_who_breaks_off_what_it_has_with_another(readers, text, row):
    assert _rows(readers("fr").read(text)) == {(*row, "occurred")}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Cette reconnaissance a conduit Israël à rappeler son ambassadeur en Norvège.",
            ("ISR", "161", "NOR"),
        ),
        ("L'attentat a poussé Islamabad à expulser deux diplomates afghans.", ("PAK", "161", "AFG")),
        ("Le scandale a obligé Vienne à expulser deux diplomates russes.", ("AUT", "161", "RUS")),
        ("La crise a amené Téhéran à suspendre sa coopération avec l'AIEA.", ("IRN", "160", "IAEA")),
    ],
)
def test_who_is_made_to_act(readers, text, row):
    assert _rows(readers("fr").read(text)) == {(*row, "occurred")}


def test_a_side_that_presses_another_still_appeals(readers):
    rows = _rows(readers("fr").read("Washington pousse Kiev à négocier avec Moscou."))
    assert ("USA", "026", "UKR", "occurred") in rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Il n'est pas question pour Alger de négocier avec Rabat.", ("DZA", "125", "MAR", "occurred")),
        ("Pas question pour Paris de lever les sanctions contre Damas.", ("FRA", "1244", "SYR", "occurred")),
        (
            "« Il n'est pas question de reconnaître les talibans », a déclaré le ministre français.",
            ("FRA", "120", "Taliban", "occurred"),
        ),
    ],
)
def test_what_is_out_of_the_question_is_refused(readers, text, row):
    assert _rows(readers("fr").read(text)) == {row}


def test_what_is_out_of_the_question_for_nobody_named(readers):
    text = "Il n'est pas question de retirer le PKK de la liste. Le ministre français s'est rendu à Ankara."
    record = readers("fr").read(text)
    assert not record.commitments
    assert {row.source for row in record.events} == {"FRA"}
    assert {row.cameo for row in record.events} == {"042"}
