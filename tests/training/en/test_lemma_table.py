import pytest
import spacy
from spacy.tokens import Doc

from depeche.languages.en.pipeline.lemma_table import LemmaTable


@pytest.mark.parametrize(
    ("form", "pos", "trained", "lemma"),
    [
        ("accusing", "VERB", "accus", "accuse"),
        ("leaves", "VERB", "leave", "leave"),
        ("leaves", "NOUN", "leav", "leaf"),
        ("Accusing", "VERB", "accus", "accuse"),
        ("accusing", "ADJ", "accusing", "accusing"),
        ("walks", "VERB", "walk", "walk"),
    ],
)
def test_lemmas(form: str, pos: str, trained: str, lemma: str) -> None:
    table = LemmaTable(spacy.blank("xx"), "table")
    table.fill({"accuse": ["accuse", "accusing"], "leave": ["leaves"]}, {"leaf": ["leaf", "leaves"]})
    doc = Doc(spacy.blank("xx").vocab, words=[form], pos=[pos], lemmas=[trained])
    assert table(doc)[0].lemma_ == lemma
