from hypothesis import given
from hypothesis import strategies as st

from depeche.languages import load
from depeche.reading.readable import readable
from depeche.record import Zone

PACK = load("fr")


def copy(text):
    return readable(text, Zone("body", 0, len(text)), PACK)


def test_plain_text_is_read_character_for_character():
    assert copy("Paris a salué Rome.").text == "Paris a salué Rome."
    assert copy("Paris a salué Rome.").at is None


def test_words_cut_at_a_line_end_are_joined():
    assert copy("un conflit fron-\ntalier, sans\nfin").text == "un conflit frontalier, sans fin"


def test_hyphens_of_compounds_stay():
    assert copy("la crise d'Addis-\nAbeba").text == "la crise d'Addis-Abeba"
    assert copy("le vice-\nprésident").text == "le vice-président"
    assert copy("a-t-\nil dit").text == "a-t-il dit"


def test_invisible_characters_do_not_cut_words():
    assert copy("Pa\u200bris a sa\u00adlué \u202eRome").text == "Paris a salué Rome"


def test_lone_surrogates_become_readable():
    assert copy("a\ud800b").text.isprintable()


def test_long_runs_of_signs_are_broken():
    assert max(map(len, copy("«" * 100 + "a").text.split())) <= 8


@given(st.text(alphabet=st.sampled_from("aé-«»'’ \n\t\r\u00a0\u200b\u00ad.\ud800B1"), max_size=60))
def test_each_character_leads_back_to_one_as_like_as_can_be(text):
    made = copy(text)
    at = made.at if made.at is not None else range(len(text))
    assert len(at) == len(made.text)
    assert list(at) == sorted(at)
    for character, place in zip(made.text, at, strict=True):
        if character.isalnum():
            assert character == text[place]
