"""Through whom a side speaks, and who speaks on: people told by an office, a pronoun, or nothing at all."""

import pytest

CASES = [
    ("fr", "Le Ghana, par la bouche de son ministre Samuel Ablakwa, a rejeté ces critiques.", "Samuel Ablakwa"),
    ("fr", "Rome, via son ministre des Affaires étrangères Antonio Tajani, a dénoncé ce raid.", "Antonio Tajani"),
    ("fr", "Le Japon a, par l'entremise de son porte-parole Koichi Hagiuda, condamné le tir.", "Koichi Hagiuda"),
    ("en", "Ottawa, through its spokesman John Babcock, condemned the raid.", "John Babcock"),
    ("en", "Norway, through its foreign minister Espen Barth Eide, rejected the claim.", "Espen Barth Eide"),
    ("es", "Bogotá, por medio de su canciller Luis Murillo, rechazó las sanciones.", "Luis Murillo"),
    ("es", "Cuba, por boca de su ministro Bruno Rodríguez, condenó el ataque.", "Bruno Rodríguez"),
    # a road or a talk is no mouthpiece
    ("en", "Norway, through talks with Swedish minister Maria Stenergard, rejected the claim.", "NOR"),
]  # fmt: skip

ON = [
    (
        "fr",
        "Le ministre algérien des Affaires étrangères, Ahmed Attaf, s'est dit satisfait. "
        "Le chef de la diplomatie norvégienne, Espen Barth Eide, a visité le port. « C'est utile », a-t-il conclu.",
        "Espen Barth Eide",
    ),
    (
        "fr",
        "La ministre française Amélie Castan a accueilli à Nice son homologue suédoise Maria Lindholm. "
        "La cheffe de la diplomatie suédoise a plaidé pour une trêve.",
        "Maria Lindholm",
    ),
    (
        "es",
        "La canciller colombiana, Laura Sarabia, agradeció el apoyo. «Chile es un socio», dijo.",
        "Laura Sarabia",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES, ids=[case[1][:40] for case in CASES])
def test_a_side_speaks_through_one_of_its_own(readers, language, text, speaker):
    assert [said.speaker for said in readers(language).read(text).statements] == [speaker]


@pytest.mark.parametrize(("language", "text", "speaker"), ON, ids=[case[1][:40] for case in ON])
def test_the_last_statement_is_of_whoever_acted_last(readers, language, text, speaker):
    assert readers(language).read(text).statements[-1].speaker == speaker
