"""Words about a deed: blame falls on its doer, not on its victim; sanctions on whom a participle names."""

import pytest


def _rows(record, code):
    return [(row.source, row.target) for row in record.events if row.cameo == code]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Le président français a condamné l'attentat perpétré à Kaboul.", "FRA"),
        ("Alger condamne l'attaque terroriste qui a frappé la ville de Moscou.", "DZA"),
        ("Berlin a condamné l'enlèvement de cinq Français au Niger.", "DEU"),
        ("Paris a condamné l'assassinat du président haïtien.", "FRA"),
        ("Ankara a dénoncé les frappes de drones qui ont visé Bagdad.", "TUR"),
    ],
)
def test_a_victim_is_not_condemned(readers, text, source):
    record = readers("fr").read(text)
    assert _rows(record, "111") == [(source, None)]
    assert all(not row.target.split(" ")[0].endswith(":") for row in record.positions)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Paris a condamné l'attaque russe contre Kiev.", ("FRA", "RUS")),
        ("Le Qatar a condamné l'attaque menée par le M23 contre Goma.", ("QAT", "M23")),
        ("Le Caire a dénoncé les frappes israéliennes à Gaza.", ("EGY", "ISR")),
        ("Paris a condamné l'arrestation de l'opposante bélarusse.", ("FRA", "BLR")),
    ],
)
def test_a_known_doer_is(readers, text, row):
    assert _rows(readers("fr").read(text), "111") == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres de l'UE se sont mis d'accord sur une feuille de route pour alléger les sanctions contre la Syrie.",
        "Les Vingt-Sept ont trouvé un accord sur un embargo contre le pétrole russe.",
        "Les pays de l'Otan se sont entendus sur une aide à l'Ukraine.",
    ],
)
def test_members_agree_among_themselves(readers, text):
    record = readers("fr").read(text)
    assert not _rows(record, "057")
    assert [row.holder for row in record.commitments] in (["EU"], ["NATO"])


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("Paris et Damas ont signé un accord. L'Union européenne a adopté des sanctions ciblant l'Iran.", "163",
         ("EU", "IRN")),
        ("Washington a levé les sanctions touchant le secteur pétrolier vénézuélien.", "085", ("USA", "VEN")),
        ("Après la visite du ministre turc, Londres a imposé des sanctions frappant trois banques russes.", "163",
         ("GBR", "RUS")),
    ],
)  # fmt: skip
def test_a_participle_says_whom_sanctions_hit(readers, text, code, row):
    assert _rows(readers("fr").read(text), code) == [row]


def test_what_is_taken_against_a_side_is_no_blame(readers):
    record = readers("fr").read("Les sanctions prises à l'encontre du Mali par la Cédéao ont été levées.")
    assert not _rows(record, "111")
    assert not record.positions


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The EU condemned the violence directed at the Embassy of France.", ("EU", None)),
        ("Jordan condemned the attack on the Embassy of Sudan.", ("JOR", None)),
        ("Qatar condemned the threats made against the Iraqi minister.", ("QAT", None)),
        ("The EU condemned the violence directed by Serbia at the Embassy of France.", ("EU", "SRB")),
        ("Paris condemned the sanctions imposed by Russia.", ("FRA", "RUS")),
        ("Canada condemned the crackdown on protesters in Iran.", ("CAN", "IRN")),
    ],
)
def test_an_english_victim_is_not_condemned(readers, text, row):
    assert _rows(readers("en").read(text), "111") == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Iran denounced the resolution at the UN General Assembly.", ("IRN", None)),
        ("At the G20 summit, Canada criticised the decision.", ("CAN", None)),
        ("Hungary lashed out at the EU.", ("HUN", "EU")),
    ],
)
def test_where_words_are_said_is_no_side_of_them(readers, text, row):
    assert _rows(readers("en").read(text), "111") == [row]
