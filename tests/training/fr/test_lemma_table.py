from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from depeche.languages.fr.pipeline.lemma_table import LemmaTable

_FORMS = {"être": ["suis", "est"], "suivre": ["suis", "suit"], "démentir": ["dément", "démenti"]}


@pytest.fixture
def table() -> LemmaTable:
    return LemmaTable(spacy.blank("xx"), "table").fill(_FORMS)


@pytest.mark.parametrize(
    ("form", "pos", "trained", "lemma"),
    [
        ("démenti", "VERB", "démentire", "démentir"),
        ("suis", "VERB", "suivre", "suivre"),
        ("suis", "AUX", "suir", "être"),
        ("démenti", "NOUN", "démenti", "démenti"),
        ("parle", "VERB", "parler", "parler"),
    ],
)
def test_lemmas(table: LemmaTable, form: str, pos: str, trained: str, lemma: str) -> None:
    doc = Doc(spacy.blank("xx").vocab, words=[form], pos=[pos], lemmas=[trained])
    assert table(doc)[0].lemma_ == lemma


def test_the_same_table_is_the_same_bytes(table: LemmaTable, tmp_path: Path) -> None:
    table.to_disk(tmp_path / "first")
    LemmaTable(spacy.blank("xx"), "again").from_disk(tmp_path / "first").to_disk(tmp_path / "second")
    first, second = ((tmp_path / name / "forms.tsv.gz").read_bytes() for name in ("first", "second"))
    assert first == second


@pytest.mark.parametrize(("between", "pos"), [("aux:tense", "VERB"), ("cop", "NOUN")])
def test_a_word_with_an_auxiliary_is_a_verb(table: LemmaTable, between: str, pos: str) -> None:
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["Kigali", "a", "été", "démenti"],
        pos=["PROPN", "AUX", "AUX", "NOUN"],
        lemmas=["Kigali", "avoir", "être", "démenti"],
        heads=[3, 3, 3, 3],
        deps=["nsubj", "aux:tense", between, "ROOT"],
    )
    assert table(doc)[3].pos_ == pos


@pytest.mark.parametrize(("form", "tense"), [("livrerons", "Fut"), ("livrerez", "Fut"), ("livrons", "Pres")])
def test_a_form_with_the_stem_of_the_future_is_no_present(form: str, tense: str) -> None:
    table = LemmaTable(spacy.blank("xx"), "table").fill(
        {"livrer": ["livrons", "livrerons", "livrerez", "livreront"]}
    )
    vocab = spacy.blank("xx").vocab
    doc = Doc(
        vocab, words=[form], pos=["VERB"], lemmas=["livrer"], morphs=["Mood=Ind|Tense=Pres|VerbForm=Fin"]
    )
    assert table(doc)[0].morph.get("Tense") == [tense]
