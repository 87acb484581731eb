"""What commitments come out of sentences: holder, strength, partner."""

import pytest


def _commitments(reader, text):
    return {(row.holder, row.strength, row.partner) for row in reader.read(text).commitments}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Le Maroc portera à cinquante le nombre de bourses des étudiants maliens.",
            ("MAR", "planned", "MLI"),
        ),
        ("Le ministre a assuré que la France étudierait la demande de Rabat.", ("FRA", "pledged", "MAR")),
        (
            "Le ministre chinois a assuré que son pays continuerait de soutenir l'Iran.",
            ("CHN", "pledged", "IRN"),
        ),
        ("Ankara se dit prête à accueillir le président syrien.", ("TUR", "willing", "SYR")),
        ("Lula et Gustavo Petro se sont entretenus. Un accord a été signé.", ("BRA; COL", "signed", None)),
    ],
)
def test_a_commitment_comes_out(reader, text, want):
    assert want in _commitments(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Selon Kiev, la Russie réunira un sommet.",
        "La Grèce subira une inspection de la France samedi.",
        "Si le Maroc étudie la demande, le Mali en sera informé.",
        "La station spatiale chinoise portera des capteurs.",
        "Accra reproche à Bamako de vouloir rester au pouvoir.",
        "L'Espagne étudiera-t-elle la demande de Rabat ?",
    ],
)
def test_what_befalls_or_is_foretold_of_others_binds_nobody(reader, text):
    assert _commitments(reader, text) == set()


def test_what_is_done_is_told_from_the_verb_on(reader):
    (row,) = reader.read("Berlin livrera des chars à Kiev.").commitments
    assert row.action == "livrera des chars à Kiev"
