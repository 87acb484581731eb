"""Formulae of politeness are no acts, and thanks in the conditional are a request."""

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Ambassade du Togo présente ses compliments au Ministère des Affaires étrangères du Ghana."),
        ("fr", "La Mission permanente du Japon présente ses compliments au Secrétariat de l'ONU et le prie de bien "
               "vouloir transmettre la note."),
        ("fr", "L'Ambassade du Togo saisit cette occasion pour renouveler au Ministère des Affaires étrangères du "
               "Ghana les assurances de sa très haute considération."),
        ("fr", "L'ambassadeur du Togo prie le ministre ghanéen d'agréer l'expression de sa considération distinguée."),
        ("en", "The Embassy of Japan presents its compliments to the Ministry of Foreign Affairs of Kenya."),
        ("en", "The Embassy of Japan renews to the Ministry of Foreign Affairs of Kenya the assurances of its highest "
               "consideration."),
        ("es", "La Embajada de Chile saluda atentamente al Ministerio de Relaciones Exteriores del Perú."),
    ],
)  # fmt: skip
def test_formulae_are_no_acts(readers, language, text):
    record = readers(language).read(text)
    assert not [row for row in record.events if row.cameo.startswith(("03", "05"))]
    assert not record.commitments
    assert not [row for row in record.positions if row.stance == "welcomes"]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("fr", "L'Ambassade du Togo saurait gré au Ministère ghanéen des Affaires étrangères de bien vouloir faciliter "
               "le survol.", ("TGO", "GHA")),
        ("fr", "L'Italie serait reconnaissante au Sénégal de bien vouloir accorder une autorisation.", ("ITA", "SEN")),
        ("fr", "L'ambassade du Togo remercierait le Ghana de lui accorder un visa.", ("TGO", "GHA")),
        ("en", "Kenya would appreciate Japan's help.", ("KEN", "JPN")),
        ("en", "Norway would be grateful to Oman for its help.", ("NOR", "OMN")),
    ],
)  # fmt: skip
def test_thanks_in_the_conditional_ask(readers, language, text, sides):
    record = readers(language).read(text)
    assert [(row.cameo, row.status, row.source, row.target) for row in record.events] == [
        ("020", "occurred", *sides)
    ]
    assert not record.commitments
    assert {row.stance for row in record.positions} <= {"calls-for"}


def test_thanks_for_what_is_done_are_thanks(readers):
    record = readers("fr").read("Rome sait gré à Dakar de son effort.")
    assert [(row.cameo, row.source, row.target) for row in record.events] == [("051", "ITA", "SEN")]
