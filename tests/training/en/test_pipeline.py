from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from depeche.languages.en import tokenizer
from evaluation.parser.lists import inverted, weak_points

_PIPELINE = Path(tokenizer.__file__).parent / "pipeline"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(_PIPELINE)


def test_subjects_of_speech_are_found(nlp: Language) -> None:
    share, _ = inverted(nlp, "en")
    assert share >= 95


def test_weak_points_hold(nlp: Language) -> None:
    counts, _ = weak_points(nlp, "en")
    assert sum(right for right, _ in counts.values()) >= 0.95 * sum(total for _, total in counts.values())


def test_sentences_end_within_quotation_marks(nlp: Language) -> None:
    doc = nlp("“We will leave. We will return,” said the minister. He smiled.")
    assert [len(sentence) for sentence in doc.sents] == [5, 9, 3]


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Moscow accuses Kyiv of violating the truce.", "violating", "violate"),
        ("The ministers met on the sidelines of the summit.", "sidelines", "sideline"),
        ("Two policemen were injured.", "policemen", "policeman"),
    ],
)
def test_lemmas(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert next(token.lemma_ for token in nlp(text) if token.text == form) == lemma


def test_the_tokenizer_on_disk_is_the_one_of_its_module(nlp: Language) -> None:
    text = "The U.S.-backed A.B.C-group (call 555-1234-99) didn't stop...again."
    fresh = tokenizer.create()(spacy.blank("xx"))
    assert [token.text for token in nlp.tokenizer(text)] == [token.text for token in fresh(text)]
    assert "backed" in {token.text for token in nlp.tokenizer(text)}


def test_names(nlp: Language) -> None:
    doc = nlp("Foreign Minister Wang Yi received Sergei Lavrov in Beijing on Monday.")
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("Sergei Lavrov", "PER"), ("Beijing", "LOC")}


def test_no_path_of_a_machine_ships() -> None:
    texts = [(_PIPELINE / name).read_text(encoding="utf8") for name in ("config.cfg", "meta.json")]
    assert not any(place in text for text in texts for place in ("/tmp", "/home", "/work", "../"))
