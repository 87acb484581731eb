"""What positions come out of sentences: holder, stance, and a part of the target."""

import pytest


def _positions(reader, text):
    return {(row.holder, row.stance, row.target or "") for row in reader.read(text).positions}


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        (
            "De son côté, Rabat se félicite de la décision de Praia.",
            "MAR",
            "welcomes",
            "CPV: la décision de Praia",
        ),
        ("« Il faudra mettre fin aux combats à Gaza », a dit Oslo.", "NOR", "calls-for", "PSE: mettre fin"),
        (
            "« La Russie devrait retirer ses troupes d'Ukraine », a dit Berlin.",
            "DEU",
            "calls-for",
            "RUS, UKR",
        ),
        ("Le Mali rejette l'accusation de la France.", "MLI", "denies", "FRA"),
        ("« Nous n'avons jamais bombardé Goma », a assuré Kigali.", "RWA", "denies", "COD"),
        ("Téhéran n'entend pas se doter de l'arme atomique.", "IRN", "denies", "se doter de l'arme"),
        ("La Serbie n'accepte pas la décision du Kosovo.", "SRB", "opposes", "XKX"),
        (
            "Rome s'est dite prête au dialogue, tout en excluant de reconnaître Kaboul.",
            "ITA",
            "opposes",
            "AFG",
        ),
        ("Paris déplore la décision israélienne.", "FRA", "opposes", "ISR"),
        ("Le Mali a expulsé l'ambassadeur belge. « Regrettable », a commenté Oslo.", "NOR", "opposes", "MLI"),
        ("Berlin ne lèvera pas ses sanctions contre Minsk.", "DEU", "opposes", "BLR"),
        (
            "Selon la presse, Pékin aurait livré des armes à Moscou, ce que le ministre chinois dément.",
            "CHN",
            "denies",
            "RUS: Pékin aurait livré des armes à Moscou",
        ),
    ],
)
def test_a_position_comes_out(reader, text, holder, stance, target):
    rows = _positions(reader, text)
    assert any((h, s) == (holder, stance) and target in t for h, s, t in rows), rows


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("Paris a appelé Alger à libérer Boualem Sansal et à rouvrir ses consulats.", 2),
        ("L'ONU exige une trêve à Gaza ainsi que la libération des otages.", 2),
        ("L'ONU exige une trêve à Gaza et à Rafah.", 1),
    ],
)
def test_each_matter_is_a_row(reader, text, matters):
    assert len(_positions(reader, text)) == matters


def test_an_appeal_on_nobody_knows_what_is_none(reader):
    assert _positions(reader, "« Ce départ est amical », a insisté le ministre français.") == set()
