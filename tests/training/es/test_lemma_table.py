from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from depeche.languages.es.pipeline.lemma_table import LemmaTable

_VERBS = {"ser": ["fue"], "ir": ["fue", "va"], "reunir": ["reunió", "reunirse"], "vetar": ["vetado"]}
_NOMINALS = {"nación": ["nación", "naciones"], "ruso": ["ruso", "rusa"]}


@pytest.fixture
def table() -> LemmaTable:
    return LemmaTable(spacy.blank("xx"), "table").fill(_VERBS, _NOMINALS)


@pytest.mark.parametrize(
    ("form", "pos", "trained", "lemma"),
    [
        ("reunirse", "VERB", "reunirsar", "reunir"),
        ("fue", "VERB", "ir", "ir"),
        ("fue", "AUX", "fuer", "ser"),
        ("naciones", "NOUN", "nacion", "nación"),
        ("rusa", "ADJ", "rusa", "ruso"),
        ("Rusa", "PROPN", "Rusa", "Rusa"),
        ("habla", "VERB", "hablar", "hablar"),
    ],
)
def test_lemmas(table: LemmaTable, form: str, pos: str, trained: str, lemma: str) -> None:
    doc = Doc(spacy.blank("xx").vocab, words=[form], pos=[pos], lemmas=[trained])
    assert table(doc)[0].lemma_ == lemma


@pytest.mark.parametrize(("before", "pos"), [("aux:pass", "VERB"), ("cop", "ADJ")])
def test_a_word_with_an_auxiliary_is_a_verb(table: LemmaTable, before: str, pos: str) -> None:
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["Plan", "fue", "vetado"],
        pos=["NOUN", "AUX", "ADJ"],
        lemmas=["plan", "ser", "vetado"],
        heads=[2, 2, 2],
        deps=["nsubj", before, "ROOT"],
    )
    assert table(doc)[2].pos_ == pos


@pytest.mark.parametrize(("before", "lemma"), [("a", "ir"), ("por", "ser")])
def test_who_went_somewhere(table: LemmaTable, before: str, lemma: str) -> None:
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["Ana", "fue", before, "Kiev"],
        pos=["PROPN", "VERB", "ADP", "PROPN"],
        lemmas=["Ana", "ser", before, "Kiev"],
        heads=[1, 1, 3, 1],
        deps=["nsubj", "ROOT", "case", "obl"],
    )
    assert table(doc)[1].lemma_ == lemma


def test_the_same_table_is_the_same_bytes(table: LemmaTable, tmp_path: Path) -> None:
    table.to_disk(tmp_path / "first")
    LemmaTable(spacy.blank("xx"), "again").from_disk(tmp_path / "first").to_disk(tmp_path / "second")
    for name in ("verbs.tsv.gz", "nominals.tsv.gz"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
