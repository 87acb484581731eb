import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from depeche.languages.es.tokenizer import create, parseable, pieces


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("xx")
    blank.tokenizer = create()(blank)
    return blank


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("al ministro del Interior", ["al", "ministro", "del", "Interior"]),
        ("para reunirse con él", ["para", "reunirse", "con", "él"]),
        ("La paz —dijo el ministro— llega.", ["La", "paz", "—", "dijo", "el", "ministro", "—", "llega", "."]),
        ("«No», dijo.", ["«", "No", "»", ",", "dijo", "."]),
        ("¿Habrá paz? ¡Sí!", ["¿", "Habrá", "paz", "?", "¡", "Sí", "!"]),
        ("Lima, 12 mar (EFE).- El", ["Lima", ",", "12", "mar", "(", "EFE", ")", ".-", "El"]),
        ("Lima, 12 mar (EFE).-El", ["Lima", ",", "12", "mar", "(", "EFE", ")", ".-", "El"]),
        ("LIMA (AFP) — La paz", ["LIMA", "(", "AFP", ")", "—", "La", "paz"]),
        ("EE.UU. y EE. UU. firman", ["EE.UU.", "y", "EE.", "UU.", "firman"]),
        ("el Sr. Rojas, D. Juan y J. Pérez", ["el", "Sr.", "Rojas", ",", "D.", "Juan", "y", "J.", "Pérez"]),
        ("Viajó a la ONU.", ["Viajó", "a", "la", "ONU", "."]),
        ("un acuerdo franco-alemán", ["un", "acuerdo", "franco-alemán"]),
        ("el 50% de 3.000 toneladas", ["el", "50", "%", "de", "3.000", "toneladas"]),
    ],
)
def test_words(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp(text)] == tokens


@pytest.mark.parametrize("odd", ["\u00a0", "\u202f", "\u2009", "\u200b", "\u2066", "\x00", "\n", "\ufeff"])
def test_odd_spaces_become_plain(odd: str) -> None:
    assert parseable(f"«{odd}No") == "« No"


def test_curly_marks_become_angular_ones() -> None:
    assert parseable("“No”, dijo") == "«No», dijo"


def test_a_phrase_is_cut_as_in_a_text(nlp: Language) -> None:
    phrase = "ministro de Relaciones Exteriores de EE. UU."
    assert pieces(phrase) == [token.text for token in nlp(phrase)]


@given(st.text())
def test_parseable_keeps_every_offset(text: str) -> None:
    assert len(parseable(text)) == len(text)


@given(st.text())
def test_tokens_are_the_text(nlp: Language, text: str) -> None:
    assert "".join(token.text_with_ws for token in nlp(parseable(text))) == parseable(text)
