from pathlib import Path

from depeche.languages import load
from depeche.languages.forms import FormTable, chosen, of_class


def _table() -> FormTable:
    table = FormTable()
    table.fill({"leave": ["leaves", "left"], "leaf": ["leaves"]})
    return table


def test_the_first_lemma_is_preferred_to_one_that_the_table_does_not_allow() -> None:
    assert [_table().lemma("leaves", given) for given in ("leaf", "leav")] == ["leaf", "leave"]


def test_an_unknown_form_keeps_its_lemma() -> None:
    assert _table().lemma("walks", "walk") == "walk"
    assert "walks" not in _table()


def test_the_same_table_is_the_same_bytes(tmp_path: Path) -> None:
    again = FormTable()
    _table().write(tmp_path / "first")
    again.read(tmp_path / "first")
    again.write(tmp_path / "second")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_tokens_are_chosen_by_what_they_are() -> None:
    doc = load("fr").pipeline("Paris a signé un accord.")
    assert [token.text for token in of_class(doc, {"NOUN", "PROPN"})] == ["Paris", "accord"]
    assert [token.text for token in chosen(doc, ("DEP", {"det"}), ("POS", {"PROPN"}))] == ["Paris", "un"]
    assert of_class(doc, {"INTJ"}) == []
