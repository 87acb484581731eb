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


@pytest.mark.parametrize(
    ("form", "trained", "right"),
    [
        ("livrerons", "Mood=Ind|Tense=Pres", "Mood=Ind|Number=Plur|Person=1|Tense=Fut"),
        ("livrerait", "Mood=Ind|Tense=Imp", "Mood=Cnd|Number=Sing|Person=3|Tense=Pres"),
        ("livrons", "Mood=Ind|Tense=Pres", "Mood=Ind|Tense=Pres"),
        ("ait", "Mood=Sub|Tense=Pres", "Mood=Sub|Tense=Pres"),
        ("livrait", "Mood=Cnd|Tense=Pres", "Mood=Ind|Number=Sing|Person=3|Tense=Imp"),
    ],
)
def test_a_form_with_the_stem_of_the_future_is_no_present(form: str, trained: str, right: str) -> None:
    forms = {"livrer": ["livrons", "livrait", "livrerons", "livrerait", "livreront"], "avoir": ["ait", "ont"]}
    table = LemmaTable(spacy.blank("xx"), "table").fill(forms)
    doc = Doc(
        spacy.blank("xx").vocab,
        words=[form],
        pos=["VERB"],
        lemmas=["livrer"],
        morphs=[f"{trained}|VerbForm=Fin"],
    )
    assert str(table(doc)[0].morph) == f"{right}|VerbForm=Fin"


@pytest.mark.parametrize(
    ("form", "gender", "lemma"),
    [
        ("mensongères", "Fem", "mensonger"),
        ("calomnieuse", "Fem", "calomnieux"),
        ("éphémère", "Masc", "éphémère"),
    ],
)
def test_a_feminine_adjective_has_its_masculine_as_lemma(
    table: LemmaTable, form: str, gender: str, lemma: str
) -> None:
    vocab = spacy.blank("xx").vocab
    doc = Doc(vocab, words=[form], pos=["ADJ"], lemmas=[form], morphs=[f"Gender={gender}"])
    assert table(doc)[0].lemma_ == lemma


@pytest.mark.parametrize(
    ("verb", "how", "dep"),
    [("dire", "ADJ", "nsubj"), ("agir", "NOUN", "expl:subj"), ("dire", "NOUN", "expl:subj")],
)
def test_a_verb_that_says_how_its_subject_is_has_a_subject(
    table: LemmaTable, verb: str, how: str, dep: str
) -> None:
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["Il", "s'", "est", verb, "prêt"],
        pos=["PRON", "PRON", "AUX", "VERB", how],
        lemmas=["il", "se", "être", verb, "prêt"],
        heads=[3, 3, 3, 3, 3],
        deps=["expl:subj", "expl:pv", "aux:tense", "ROOT", "xcomp"],
    )
    assert table(doc)[0].dep_ == dep
