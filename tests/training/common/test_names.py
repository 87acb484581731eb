from pathlib import Path
from random import Random

import pytest

from training import fr
from training.common.names import marked, renamed
from training.common.trees import Token

_POOLS = {"first_m": ["Otto"], "first_f": ["Ida"], "last": ["Berg", "Lind"]}


def _sentence(text: str) -> list[Token]:
    return [Token(form, form, "X", "", place, "dep") for place, form in enumerate(text.split())]


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    (tmp_path / "bank.tsv").write_text("s1\tPER\tAnna Marsh\ns1\tLOC\tBonn\ns2\tORG\tBonn\n", encoding="utf8")
    return tmp_path


def test_names_are_marked_in_the_order_of_the_text(marks: Path) -> None:
    tokens = marked(marks, "bank", "s1", _sentence("Bonn : Anna Marsh quitte Bonn"))
    assert tokens is not None
    assert [token.entity for token in tokens] == ["O", "O", "B-PER", "I-PER", "O", "B-LOC"]


def test_a_sentence_without_a_line_has_no_names(marks: Path) -> None:
    tokens = marked(marks, "bank", "s3", _sentence("Anna Marsh"))
    assert tokens is not None
    assert {token.entity for token in tokens} == {"O"}


def test_a_part_that_nobody_marked_is_told_from_one_without_names(marks: Path) -> None:
    assert marked(marks, "other", "s1", _sentence("Bonn")) is None


def test_a_name_that_the_sentence_has_not_is_an_error(marks: Path) -> None:
    with pytest.raises(ValueError, match="Bonn"):
        marked(marks, "bank", "s2", _sentence("Berlin"))


def test_persons_are_renamed_and_nothing_else() -> None:
    tokens = marked_by_hand = [
        Token(form, form, "X", "", 0, "dep", entity=entity)
        for form, entity in [("Anna", "B-PER"), ("Marsh", "I-PER"), ("quitte", "O"), ("Bonn", "B-LOC")]
    ]
    drawn = [
        renamed(
            tokens,
            Random(seed),
            _POOLS.__getitem__,
        )
        for seed in range(8)
    ]
    assert {(sentence[2].form, sentence[3].form) for sentence in drawn} == {("quitte", "Bonn")}
    assert len({sentence[1].form for sentence in drawn}) > 1
    assert all([t.entity for t in sentence] == [t.entity for t in marked_by_hand] for sentence in drawn)


def test_every_marking_has_its_columns() -> None:
    files = sorted(Path(fr.__file__).parent.glob("data/names/*.tsv"))
    rows = [line.split("\t") for path in files for line in path.read_text(encoding="utf8").splitlines()]
    assert len(files) == 5
    assert {len(row) for row in rows} == {3}
    assert {row[1] for row in rows} == {"PER", "LOC", "ORG"}


def test_a_name_is_not_found_within_a_word(tmp_path: Path) -> None:
    (tmp_path / "bank.tsv").write_text("s1\tLOC\tIran\n", encoding="utf8")
    tokens = marked(tmp_path, "bank", "s1", _sentence("Iranian envoys left Iran"))
    assert tokens is not None
    assert [token.entity for token in tokens] == ["O", "O", "O", "B-LOC"]
