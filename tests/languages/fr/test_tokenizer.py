import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from depeche.languages.fr.tokenizer import create, parseable


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("xx")
    blank.tokenizer = create()(blank)
    return blank


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L'accord qu'il a signé", ["L'", "accord", "qu'", "il", "a", "signé"]),
        ("a-t-il ajouté", ["a", "-t-il", "ajouté"]),
        ("assure-t-on", ["assure", "-t-on"]),
        ("dit-elle", ["dit", "-elle"]),
        ("ont-ils écrit", ["ont", "-ils", "écrit"]),
        ("M. Wang, lui", ["M.", "Wang", ",", "lui"]),
        ("aujourd'hui, c'est-à-dire", ["aujourd'hui", ",", "c'est-à-dire"]),
        ("les Affaires étrangères du Soudan", ["les", "Affaires", "étrangères", "du", "Soudan"]),
        ("« Non », a-t-il dit.", ["«", "Non", "»", ",", "a", "-t-il", "dit", "."]),
        ("à N'Djamena", ["à", "N'Djamena"]),
        ("le Premier ministre (2024)", ["le", "Premier", "ministre", "(", "2024", ")"]),
        ("un accord franco-allemand", ["un", "accord", "franco-allemand"]),
        ("50% des voix", ["50", "%", "des", "voix"]),
    ],
)
def test_words(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp(text)] == tokens


def test_typographic_apostrophe_elides_too(nlp: Language) -> None:
    assert [token.text for token in nlp("l’Iran")] == ["l’", "Iran"]


@pytest.mark.parametrize(
    "odd", ["\u00a0", "\u202f", "\u2009", "\u200b", "\u200e", "\u2066", "\x00", "\n", "\t", "\ufeff"]
)
def test_odd_spaces_become_plain(odd: str) -> None:
    assert parseable(f"«{odd}Non") == "« Non"


def test_curly_marks_become_french_ones() -> None:
    assert parseable("“Non”, dit l’Iran") == "«Non», dit l'Iran"


@given(st.text())
def test_parseable_keeps_every_offset(text: str) -> None:
    assert len(parseable(text)) == len(text)


@given(st.text())
def test_letters_and_digits_stay(text: str) -> None:
    kept = zip(text, parseable(text), strict=True)
    assert all(before == after for before, after in kept if before.isalnum() and before not in "ʼʹ")


def test_tokens_cover_the_text(nlp: Language) -> None:
    text = "« L'accord »  a été signé à 12h30 ; l'Iran s'en félicite…"
    assert nlp(text).text == text
