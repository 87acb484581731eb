from training.common.trees import Token
from training.es.entities import labelled


def _labels(*tokens: Token) -> list[str]:
    return [token.entity for token in labelled(tokens)]


def _name(form: str, head: int, dep: str) -> Token:
    return Token(form, form, "PROPN", "", head, dep)


def test_a_name_after_a_title_is_a_person() -> None:
    office = Token("canciller", "canciller", "NOUN", "", 0, "ROOT")
    assert _labels(office, _name("Xyz", 0, "appos"), _name("Abc", 1, "flat")) == ["O", "B-PER", "I-PER"]


def test_names_of_the_gazetteers() -> None:
    assert _labels(_name("Estados", 0, "ROOT"), _name("Unidos", 0, "flat")) == ["B-LOC", "I-LOC"]
    assert _labels(_name("Unión", 0, "ROOT"), _name("Europea", 0, "flat")) == ["B-ORG", "I-ORG"]


def test_a_work_is_no_name_and_an_unknown_name_is_left_open() -> None:
    assert _labels(_name("Copa", 0, "ROOT"), _name("Davis", 0, "flat")) == ["O", "O"]
    assert _labels(_name("Qwerty", 0, "ROOT")) == [""]
