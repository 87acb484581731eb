from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from depeche.languages.fr import tokenizer
from evaluation.parser.lists import inverted, weak_points

_PIPELINE = Path(tokenizer.__file__).parent / "pipeline"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(_PIPELINE)


def test_subjects_of_inverted_speech_are_found(nlp: Language) -> None:
    share, _ = inverted(nlp, "fr")
    assert share >= 93


def test_weak_points_hold(nlp: Language) -> None:
    counts, _ = weak_points(nlp, "fr")
    assert sum(right for right, _ in counts.values()) >= 0.95 * sum(total for _, total in counts.values())


def test_sentences_end_within_quotation_marks(nlp: Language) -> None:
    doc = nlp("« Nous partirons. Nous reviendrons », a dit le ministre. Il a souri.")
    assert [len(sentence) for sentence in doc.sents] == [4, 9, 4]


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Moscou accuse Kiev.", "accuse", "accuser"),
        ("Il s'est entretenu avec son homologue.", "entretenu", "entretenir"),
        ("Accusée par Kinshasa, Kigali a démenti.", "démenti", "démentir"),
    ],
)
def test_lemmas_of_verbs(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert next(token.lemma_ for token in nlp(text) if token.text == form) == lemma


def test_names(nlp: Language) -> None:
    doc = nlp("Le ministre Wang Yi a reçu Sergueï Lavrov à Pékin.")
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("Sergueï Lavrov", "PER"), ("Pékin", "LOC")}


def test_no_path_of_a_machine_ships() -> None:
    texts = [(_PIPELINE / name).read_text(encoding="utf8") for name in ("config.cfg", "meta.json")]
    assert not any(place in text for text in texts for place in ("/tmp", "/home", "/work", "../"))
