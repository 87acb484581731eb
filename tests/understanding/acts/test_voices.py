"""Who speaks for a state."""

import pytest


def _holders(record):
    return {row.holder for row in record.positions}


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("en", "US Senator Lindsey Graham called for sanctions on Turkey.", "Lindsey Graham"),
        (
            "en",
            "Former French president Nicolas Sarkozy urged Kyiv to negotiate with Moscow.",
            "Nicolas Sarkozy",
        ),
        ("en", "South African opposition parties rejected the deal with Russia.", "ZAF opposition"),
        ("en", "Chinese tech company Huawei condemned the US ban.", "Huawei"),
        (
            "fr",
            "Le sénateur français Claude Malhuret a accusé Washington d'avoir trahi l'Ukraine.",
            "Claude Malhuret",
        ),
        (
            "fr",
            "L'ancien président François Hollande a appelé à reconnaître la Palestine.",
            "François Hollande",
        ),
        (
            "fr",
            "Le député allemand Anton Hofreiter a exhorté Berlin à livrer des chars à Kiev.",
            "Anton Hofreiter",
        ),
        ("fr", "TotalEnergies a condamné l'attaque de ses installations au Mozambique.", "TotalEnergies"),
        ("es", "El senador estadounidense Marco Rubio pidió sanciones contra Nicaragua.", "Marco Rubio"),
        (
            "es",
            "El expresidente colombiano Álvaro Uribe acusó a Venezuela de apoyar a la guerrilla.",
            "Álvaro Uribe",
        ),
    ],
)
def test_a_stance_of_their_own_is_not_the_states(readers, language, text, holder):
    record = readers(language).read(text)
    assert _holders(record) == {holder}
    assert record.events[0].source == holder


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("en", "The Knesset condemned Spain's recognition of Palestine.", "ISR"),
        ("en", "House Speaker Mike Johnson condemned Iran.", "USA"),
        ("en", "The ruling party in Georgia criticised Germany.", "GEO"),
        ("en", "Chinese Communist Party official Liu Jianchao condemned Japan.", "CHN"),
        (
            "fr",
            "Le président de l'Assemblée nationale algérienne, Brahim Boughali, a condamné la France.",
            "DZA",
        ),
        ("fr", "Le Parlement européen a condamné le Nicaragua.", "EU"),
        ("fr", "Le porte-parole du gouvernement malien a condamné l'Algérie.", "MLI"),
    ],
)
def test_those_who_govern_or_preside_speak_for_it(readers, language, text, holder):
    assert _holders(readers(language).read(text)) == {holder}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A Washington think tank accused China of building a base in Cuba."),
        ("fr", "Un groupe de réflexion de Washington accuse la Chine de construire une base à Cuba."),
        ("fr", "Des sénateurs américains ont appelé Ankara à libérer le pasteur Brunson."),
    ],
)
def test_what_nobody_with_a_code_says_is_no_position(readers, language, text):
    assert readers(language).read(text).positions == ()


def test_at_home_the_opposition_is_the_state_with_itself(readers):
    (event,) = (
        readers("fr").read("L'opposition tunisienne exige la démission immédiate du président Saïed.").events
    )
    assert (event.source, event.target) == ("TUN", "TUN")
