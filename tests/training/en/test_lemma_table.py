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


@pytest.mark.parametrize(
    ("relations", "pos"), [(["nsubj", "ROOT", "obj"], "VERB"), (["compound", "ROOT", "obj"], "NOUN")]
)
def test_a_noun_with_subject_and_object_is_a_verb(relations: list[str], pos: str) -> None:
    table = LemmaTable(spacy.blank("xx"), "table")
    table.fill({"veto": ["veto", "vetoed"]}, {})
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["Russia", "vetoed", "it"],
        pos=["PROPN", "NOUN", "PRON"],
        lemmas=["Russia", "vetoed", "it"],
        heads=[1, 1, 1],
        deps=relations,
    )
    assert table(doc)[1].pos_ == pos
    assert table(doc)[1].lemma_ == ("veto" if pos == "VERB" else "vetoed")
