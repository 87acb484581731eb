from pathlib import Path

import spacy

from training.common.trees import Token
from training.en.marked import spans, uner, wikigold, with_names

_UNER = "# sent_id = s1\n# text = Ana Souza left Al-Ahram.\n" + "\n".join(
    f"{place}\t{form}\t{tag}\t-\t-"
    for place, (form, tag) in enumerate(
        [("Ana", "B-PER"), ("Souza", "I-PER"), ("left", "O"), ("Al-Ahram", "B-ORG"), (".", "O")], start=1
    )
)


def _sentence(*forms: str) -> list[Token]:
    return [Token(form, form, "X", "", place, "dep") for place, form in enumerate(forms)]


def test_spans_of_both_ways_to_begin() -> None:
    assert list(spans(["B-PER", "I-PER", "O", "I-LOC", "I-MISC"])) == [(0, 2, "PER"), (3, 4, "LOC")]


def test_names_are_laid_on_other_tokens(tmp_path: Path) -> None:
    (tmp_path / "bank.iob2").write_text(_UNER, encoding="utf8")
    text, names = uner(tmp_path / "bank.iob2")["s1"]
    tokens = with_names(_sentence("Ana", "Souza", "left", "Al", "-", "Ahram", "."), text, names)
    assert tokens is not None
    assert [token.entity for token in tokens] == ["B-PER", "I-PER", "O", "B-ORG", "I-ORG", "I-ORG", "O"]


def test_another_text_has_no_names() -> None:
    assert with_names(_sentence("Ana", "stayed"), "Analeft", []) is None


def test_wikigold_without_its_other_names(tmp_path: Path) -> None:
    (tmp_path / "gold.txt").write_text(
        "Quito I-LOC\nhosts O\nthe O\nJapanese I-MISC\n. O\n\n", encoding="utf8"
    )
    (doc,) = wikigold(spacy.blank("xx"), tmp_path / "gold.txt")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Quito", "LOC")]
