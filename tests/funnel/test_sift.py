import time

import pytest

from depeche.funnel import sift
from depeche.funnel.pages import plain_text

TOLD = "Le ministre des Affaires étrangères a reçu l'ambassadeur de Chine et lui a parlé de la paix. " * 4
OTHER = "Le chef fait dorer les oignons dans le beurre, puis il ajoute la farine et le lait tiède. " * 4
GERMAN = "Der Koch röstet die Zwiebeln in der Butter und gibt dann das Mehl und die warme Milch dazu. " * 4
ITALIAN = "Il ministro degli Esteri ha ricevuto ieri il suo omologo e gli ha promesso l'aiuto del paese. " * 4


def page(text: str) -> str:
    menu = "<nav><ul><li><a href='/monde'>Ambassades de France</a></li></ul></nav>"
    return f"<!DOCTYPE html><html><body>{menu}<main><article><p>{text}</p></article></main></body></html>"


@pytest.mark.parametrize(
    "as_given", [str, page, lambda text: text.encode(), lambda text: page(text).encode()]
)
@pytest.mark.parametrize(
    ("text", "reason"),
    [(TOLD, None), (OTHER, "irrelevant"), (GERMAN, "language"), (ITALIAN, "language")],
)
def test_texts_and_pages_are_dismissed_for_a_reason(as_given, text, reason):
    assert sift(as_given(text)) == reason


def test_the_language_that_is_named_is_believed():
    assert sift(GERMAN, language="fr") == "irrelevant"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", "<html><body><p></p></body></html>"])
def test_what_has_no_text_is_left_to_the_reader_to_refuse(data):
    assert sift(data) is None


def test_a_deep_page_takes_no_time():
    start = time.process_time()
    assert plain_text("<html><body>" + "<div>" * 50_000 + "Paris") is None
    assert time.process_time() - start < 1


def test_the_plain_text_is_that_of_the_main_part():
    text = plain_text(page("Paris a salué Rome."))
    assert "Paris a salué Rome." in text
