"""Calls that sides make together, warnings that threaten nobody, and the words of what is supported."""

import pytest


def _rows(record):
    return {(row.source, row.symmetric, row.target, row.cameo[:2]) for row in record.events}


def _positions(record):
    return [(row.holder, row.stance, row.target) for row in record.positions]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("La France et l'Inde ont appelé à la désescalade.", "FRA; IND"),
        ("Riyad et Ankara ont exhorté les belligérants à la retenue.", "SAU; TUR"),
        (
            "Le ministre marocain et le ministre guatémaltèque ont appelé à l'arrêt des hostilités.",
            "MAR; GTM",
        ),
        ("Tokyo et Séoul ont appelé toutes les parties à la retenue.", "JPN; KOR"),
    ],
)
def test_two_that_call_together_call_on_others(readers, text, source):
    assert _rows(readers("fr").read(text)) == {(source, False, None, "02")}


def test_two_may_call_on_each_other(readers):
    rows = _rows(readers("fr").read("Paris et Rome ont appelé à renforcer leur coopération."))
    assert rows == {("FRA", True, "ITA", "02")}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("« Seul Moscou en tire profit », a averti le ministre français.", "FRA"),
        ("L'ONU a averti que le Soudan était au bord de la famine.", "UN"),
        ("Le ministre allemand a averti que l'Europe ne paierait pas.", "DEU"),
        ("L'OMS a mis en garde contre une épidémie au Soudan.", "WHO"),
    ],
)
def test_a_warning_need_not_threaten(readers, text, holder):
    record = readers("fr").read(text)
    assert not [row for row in record.events if row.cameo.startswith("13")]
    assert [(row.holder, row.stance) for row in record.positions] == [(holder, "warns")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Washington a averti Pékin que toute attaque aurait des conséquences.", ("USA", False, "CHN", "13")),
        ("La Turquie a prévenu qu'elle fermerait sa frontière avec la Syrie.", ("TUR", False, "SYR", "13")),
        ("Pékin a mis en garde Washington contre toute vente d'armes.", ("CHN", False, "USA", "13")),
    ],
)
def test_a_threat_is_one(readers, text, row):
    assert row in _rows(readers("fr").read(text))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "Le président français a assuré son homologue du plein soutien de la France à la souveraineté de l'Irak.",
            ("FRA", "supports", "IRQ: la souveraineté de l'Irak"),
        ),
        (
            "Le président français a exprimé sa préoccupation face à la multiplication des tirs iraniens.",
            ("FRA", "opposes", "IRN: la multiplication des tirs iraniens"),
        ),
        (
            "La Chine et le Pakistan se sont dits préoccupés par la situation en Afghanistan.",
            ("CHN; PAK", "opposes", "AFG: la situation en Afghanistan"),
        ),
        (
            "M. Lourenço, le président angolais, a réaffirmé le soutien de son pays à l'intégrité du Mali.",
            ("AGO", "supports", "MLI: l'intégrité du Mali"),
        ),
    ],
)
def test_the_words_of_what_a_stance_is_taken_to(readers, text, position):
    assert position in _positions(readers("fr").read(text))
