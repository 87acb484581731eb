from collections.abc import Callable

import pytest

import depeche
from tests.understanding.actors.corpus import Reading, examples


@pytest.fixture(scope="module")
def readings(readers: Callable[[str], depeche.Reader]) -> dict[str, Reading]:
    rows = [row for name in ("people", "references") for row in examples(name)]
    return {row["text"]: Reading(readers(row["language"]), row["text"]) for row in rows}


@pytest.mark.parametrize(
    "row",
    [r for n in ("people", "references") for r in examples(n) if "people" in r],
    ids=lambda r: r["text"][:60],
)
def test_the_people_of_a_text_are_read(readings: dict[str, Reading], row: dict) -> None:
    assert readings[row["text"]].people() == row["people"]


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [(row["text"], words, want) for row in examples("references") for words, want in row["refer"].items()],
)
def test_words_stand_for_whom_they_mean(
    readings: dict[str, Reading], text: str, words: str, want: str
) -> None:
    assert want in readings[text].refers(words)
