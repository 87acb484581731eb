from training.common.trees import Token
from training.en.entities import clues


def _labels(*tokens: tuple[str, str, int, str]) -> list[str]:
    sentence = [Token(form, form, upos, "", head, dep) for form, upos, head, dep in tokens]
    return [token.entity for token in clues().labelled(sentence)]


def test_a_name_after_a_title() -> None:
    assert _labels(("Gen.", "PROPN", 1, "nmod:desc"), ("Okafor", "PROPN", 1, "ROOT")) == ["O", "B-PER"]


def test_the_longest_name_of_the_gazetteers() -> None:
    tokens = [("the", "DET", 2, "det"), ("United", "ADJ", 2, "amod"), ("States", "PROPN", 2, "ROOT")]
    assert _labels(*tokens) == ["O", "B-LOC", "I-LOC"]


def test_an_acronym_must_stand_in_capitals() -> None:
    assert _labels(("Who", "PRON", 1, "nsubj"), ("came", "VERB", 1, "ROOT")) == ["O", "O"]


def test_an_unknown_name_is_left_open_and_a_month_is_none() -> None:
    assert _labels(("Zorbax", "PROPN", 0, "ROOT"), ("March", "PROPN", 0, "nmod")) == ["", "O"]
