from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from depeche.languages.es import tokenizer
from evaluation.parser.lists import inverted, weak_points

_PIPELINE = Path(tokenizer.__file__).parent / "pipeline"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(_PIPELINE)


def test_subjects_of_speech_are_found(nlp: Language) -> None:
    share, _ = inverted(nlp, "es")
    assert share >= 93


def test_weak_points_hold(nlp: Language) -> None:
    counts, _ = weak_points(nlp, "es")
    assert sum(right for right, _ in counts.values()) >= 0.95 * sum(total for _, total in counts.values())


def test_a_dateline_is_a_sentence_of_its_own(nlp: Language) -> None:
    doc = nlp("Lima, 3 ene (EFE).- El canciller viajó a Quito. «Habrá acuerdo», dijo.")
    assert [sentence[0].text for sentence in doc.sents] == ["Lima", "El", "«"]


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Moscú acusó a Kiev.", "acusó", "acusar"),
        ("El ministro viajó para reunirse con su par.", "reunirse", "reunir"),
        ("La canciller se reunió con su homólogo.", "reunió", "reunir"),
        ("El embajador fue expulsado.", "expulsado", "expulsar"),
        ("Firmaron las declaraciones.", "declaraciones", "declaración"),
    ],
)
def test_lemmas(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert next(token.lemma_ for token in nlp(text) if token.text == form) == lemma


def test_names(nlp: Language) -> None:
    doc = nlp("El canciller Wang Yi recibió a Serguéi Lavrov en Pekín.")
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("Serguéi Lavrov", "PER"), ("Pekín", "LOC")}


def test_no_path_of_a_machine_ships() -> None:
    texts = [(_PIPELINE / name).read_text(encoding="utf8") for name in ("config.cfg", "meta.json")]
    assert not any(place in text for text in texts for place in ("/tmp", "/home", "/work", "../"))
