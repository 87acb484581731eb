"""What is expected is planned, what another side should do is called for; the press calls on nobody."""

import pytest


def _rows(record):
    return {(row.source, row.cameo, row.target, row.status) for row in record.events}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Le président turc devrait se rendre à Bagdad la semaine prochaine.", ("TUR", "042", "IRQ")),
        ("L'Allemagne devrait livrer des chars à l'Ukraine.", ("DEU", "072", "UKR")),
        (
            "L'Union européenne devrait adopter lundi de nouvelles sanctions contre Moscou.",
            ("EU", "163", "RUS"),
        ),
        ("Rome et Tirana devraient signer un accord vendredi.", ("ITA", "057", "ALB")),
        ("Le Kremlin a indiqué que le président turc devrait se rendre à Moscou.", ("TUR", "042", "RUS")),
    ],
)
def test_what_is_expected_is_planned(readers, text, row):
    assert (*row, "planned") in _rows(readers("fr").read(text))


@pytest.mark.parametrize(
    ("language", "text", "row"),
    [
        ("fr", "Le ministre rwandais a estimé que Kinshasa devrait négocier avec la rébellion.", ("RWA", "026", "COD")),
        ("fr", "Le président français a jugé qu'Alger devrait libérer l'écrivain.", ("FRA", "0253", "DZA")),
        ("fr", "Le ministre indien a dit que le Pakistan devrait cesser son aide aux rebelles.", ("IND", "020", "PAK")),
        ("es", "El ministro colombiano dijo que Venezuela debería liberar a los presos.", ("COL", "0253", "VEN")),
    ],
)  # fmt: skip
def test_what_others_should_do_is_called_for(readers, language, text, row):
    rows = _rows(readers(language).read(text))
    assert (*row, "occurred") in rows
    assert not [status for *_, status in rows if status in ("planned", "hypothetical")]


@pytest.mark.parametrize(
    "text",
    [
        "Kigali a rencontré Luanda. Joint par téléphone, le ministre congolais a évoqué un mensonge.",
        "Contacté par l'AFP, le ministère russe de la Défense n'a pas répondu.",
        "Joint par Jeune Afrique, le ministre malien n'a pas réagi.",
        "Sollicitée par RFI, l'ambassade de Chine au Mali n'a pas réagi.",
    ],
)
def test_the_press_calls_on_nobody(readers, text):
    record = readers("fr").read(text)
    assert not [row for row in record.events if row.cameo in ("041", "020")]
    assert not [row for row in record.encounters if row.kind == "call"]


def test_one_side_calls_another(readers):
    assert ("FRA", "041", "UKR", "occurred") in _rows(
        readers("fr").read("Le président Macron a joint par téléphone le président Zelensky.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Macky Sall a reçu la Grand-croix de l'ordre du Nil bleu en Éthiopie.",
        "Kiev a reçu deux systèmes Patriot de Berlin.",
        "Le président togolais a reçu un doctorat de l'université de Pékin.",
        "Le président Tshisekedi a reçu les félicitations de son homologue français.",
        "Le roi du Maroc a reçu une médaille française.",
    ],
)
def test_who_gets_a_thing_hosts_nobody(readers, text):
    record = readers("fr").read(text)
    assert not [row for row in record.events if row.cameo == "043"]


@pytest.mark.parametrize(
    "text",
    [
        "Le premier ministre irakien a remercié la France pour la reconstruction du pont.",
        "Le ministre libanais a remercié le Koweït pour l'accueil des réfugiés.",
    ],
)
def test_thanks_are_praise_whoever_gives_them(readers, text):
    assert [row.cameo for row in readers("fr").read(text).events] == ["051"]
