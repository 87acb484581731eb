import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from depeche.languages.en.tokenizer import create, parseable


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("xx")
    blank.tokenizer = create()(blank)
    return blank


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kyiv's allies don't agree", ["Kyiv", "'s", "allies", "do", "n't", "agree"]),
        ("We'll see; they cannot", ["We", "'ll", "see", ";", "they", "can", "not"]),
        ("U.S.-backed rebels", ["U.S.", "-", "backed", "rebels"]),
        ("the anti-missile shield", ["the", "anti-missile", "shield"]),
        ("the U.S. said.", ["the", "U.S.", "said", "."]),
        ("U.S.'s envoy", ["U.S.", "'s", "envoy"]),
        ("Gen. Mills, Dr. Sow", ["Gen.", "Mills", ",", "Dr.", "Sow"]),
        ("“No,” he said.", ["“", "No", ",", "”", "he", "said", "."]),
        ("the allies' troops", ["the", "allies", "'", "troops"]),
        ("'We stay,' she said", ["'", "We", "stay", ",", "'", "she", "said"]),
        ("$3.5bn (50%)", ["$", "3.5", "bn", "(", "50", "%", ")"]),
        ("US$4 billion", ["US$", "4", "billion"]),
        ("at 5pm, 10-15 men", ["at", "5", "pm", ",", "10", "-", "15", "men"]),
        ("GENEVA (Reuters) – Talks", ["GENEVA", "(", "Reuters", ")", "–", "Talks"]),
        ("al-Sisi met O'Brien", ["al", "-", "Sisi", "met", "O'Brien"]),
        ("on 9/11 at 10:30", ["on", "9/11", "at", "10:30"]),
        ("What?! Never -- he left...", ["What", "?!", "Never", "--", "he", "left", "..."]),
    ],
)
def test_words(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp(text)] == tokens


@pytest.mark.parametrize(
    "odd", ["\u00a0", "\u202f", "\u2009", "\u200b", "\u200e", "\x00", "\n", "\t", "\ufeff"]
)
def test_odd_spaces_become_plain(odd: str) -> None:
    assert parseable(f"a{odd}b") == "a b"


def test_marks_become_plain_or_curly() -> None:
    assert parseable("«No», ‘said’ the co‑chair") == "“No”, “said” the co-chair"


@given(st.text())
def test_parseable_keeps_every_offset(text: str) -> None:
    assert len(parseable(text)) == len(text)


def test_tokens_cover_the_text(nlp: Language) -> None:
    text = "“The accord”  was signed at 12.30; Iran's envoy (who'd left) wasn't there…"
    assert nlp(text).text == text
