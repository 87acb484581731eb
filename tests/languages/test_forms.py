from pathlib import Path

from depeche.languages.forms import FormTable


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
