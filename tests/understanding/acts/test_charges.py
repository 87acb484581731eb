"""What somebody is accused of."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "source", "cameo", "target"),
    [
        ("en", "Russia expelled three Bulgarian diplomats accused of spying.", "RUS", "161", "BGR"),
        (
            "en",
            "Moscow has expelled two Norwegian diplomats accused of passing secrets to NATO.",
            "RUS",
            "161",
            "NOR",
        ),
        ("fr", "La Russie a expulsé trois diplomates bulgares accusés d'espionnage.", "RUS", "161", "BGR"),
        ("fr", "Paris a gelé les avoirs de responsables iraniens accusés de torture.", "FRA", "163", "IRN"),
        ("es", "Rusia expulsó a tres diplomáticos búlgaros acusados de espionaje.", "RUS", "161", "BGR"),
    ],
)
def test_an_accusation_in_a_participle_is_no_event(readers, language, text, source, cameo, target):
    (event,) = readers(language).read(text).events
    assert (event.source, event.cameo, event.target, event.status) == (source, cameo, target, "occurred")


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        (
            "fr",
            "L'Union européenne a sanctionné des généraux birmans accusés d'avoir massacré des Rohingyas.",
            "MMR",
        ),
        ("en", "The EU sanctioned Burmese generals accused of massacring Rohingya.", "MMR"),
        ("fr", "Accusée d'avoir bombardé un hôpital, l'armée russe nie.", "RUS"),
    ],
)
def test_an_act_charged_by_nobody_named_is_supposed_and_of_the_accused(readers, language, text, doer):
    charged = [event for event in readers(language).read(text).events if event.status == "hypothetical"]
    assert [event.source for event in charged] == [doer]


def test_what_a_named_side_charges_keeps_its_voice(readers):
    told = readers("fr").read("Le Mali accuse l'Algérie de soutenir des terroristes.")
    assert ("MLI", "112") in {(event.source, event.cameo) for event in told.events}
    assert {(row.holder, row.stance) for row in told.positions} == {("MLI", "condemns")}
