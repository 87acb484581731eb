import pytest

from depeche.errors import UnknownLanguage
from depeche.reading.language import identify, known


@pytest.mark.parametrize(
    "text",
    [
        "Ankara offre ses bons offices à Islamabad et à New Delhi.",
        "Le Honduras a rompu avec Taïwan en mars 2023.",
        "Wang Yi. Tleuberdi. CICA.",
        "Le ministre a reçu son homologue et lui a promis son aide.",
    ],
)
def test_french_is_known_even_among_foreign_names(text):
    assert identify(text) == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram terrorised villages in the north, and thousands of people fled to Diffa.",
        "Thousands rallied in Antananarivo for the resignation of Madagascar's president.",
        "The Pan-American Highway was cut by Ngäbe villagers.",
        "Wang received his counterpart and promised him his country's help.",
    ],
)
def test_english_is_known_even_among_foreign_names(text):
    assert identify(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "El ministro de Relaciones Exteriores recibió ayer a su homólogo y le prometió ayuda. " * 3,
            "es",
        ),
        ("Der Außenminister empfing gestern seinen Amtskollegen und versprach ihm rasche Hilfe. " * 3, "de"),
        ("Министр иностранных дел вчера принял своего коллегу и пообещал ему помощь. " * 3, "ru"),
        ("外交部长昨天会见了他的同事，并答应向他的国家提供援助。" * 3, "zh"),
    ],
)
def test_other_languages_are_refused_by_name(text, code):
    with pytest.raises(UnknownLanguage, match=f"'{code}'.*--language"):
        identify(text)


def test_a_language_named_by_the_caller_needs_a_pack():
    assert known("FR") == "fr"
    with pytest.raises(UnknownLanguage, match="no language pack for 'xx'"):
        known("xx")
