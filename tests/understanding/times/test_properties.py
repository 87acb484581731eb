"""What holds for every text: spans point at their words, values are EDTF, the same answer twice, no crash."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.languages import load
from depeche.reading import Document
from depeche.record import Zone
from depeche.understanding.times import publication
from depeche.understanding.times.calendar import valid
from depeche.understanding.times.context import Context, Direction, Reference, Said
from depeche.understanding.times.read import nodes
from depeche.understanding.times.resolve import resolve
from tests.understanding.times.reading import document, read

PACK = load("fr")
WORDS = PACK.table("times/words")
FIGURES = "0 1 2 15 31 32 98 100 1900 2019 9999 XXe 1er 17/12 31/02 17/12/2019 2019-02-30 , - . ( ) h"
TABLES = [list(table) for kind, table in WORDS.items() if kind not in ("forms", "words")]
VOCABULARY = sorted(
    {word for table in [*TABLES, *WORDS["words"].values()] for word in table} | {*FIGURES.split()}
)
phrases = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)
texts = st.one_of(phrases, st.text(max_size=80))
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
published = st.one_of(st.none(), days.map(dt.date.isoformat), st.just("2019"), st.just("2019-12"))
directions = st.sampled_from(
    [Direction(), Direction(1, 60.0, "x"), Direction(-1, 60.0, "x"), Direction(1, 12.0)]
)


@settings(max_examples=400, deadline=None)
@given(texts, published, directions, days)
def test_any_words_resolve_to_edtf_or_nothing(
    text: str, when: str | None, direction: Direction, said: dt.date
) -> None:
    before = (Said(0, 0, said, "day"),)
    for node in nodes(text, 0, len(text), PACK, page=True):
        assert 0 <= node.start < node.end <= len(text)
        assert text[node.start : node.end].strip() == text[node.start : node.end]
        value = resolve(node, Context(Reference.of(when), direction, before))
        assert value is None or valid(value.edtf), (node, value)


@settings(max_examples=30, deadline=None)
@given(phrases, published)
def test_rows_hold_their_words_and_are_the_same_twice(text: str, when: str | None) -> None:
    text = "Il a parlé " + text
    times = read(text, when)
    for row in times.rows:
        (start, end), *_ = row.evidence
        assert text[start:end] == row.text
        assert row.value is None or valid(row.value)
    assert [row.evidence for row in times.rows] == sorted(row.evidence for row in times.rows)
    assert read(text, when).rows == times.rows


@settings(max_examples=60, deadline=None)
@given(texts.filter(str.strip))
def test_publication_of_any_page(text: str) -> None:
    for kind in ("body", "metadata", "dateline"):
        found = publication(document(text, kind=kind), PACK)
        assert found.value is None or valid(found.value)
        assert (found.value is None) == (found.basis is None)
        assert found.reason


@pytest.mark.parametrize("word", ["lundi ", "du 3 au 5 ", "quatre-vingt ", "mars, ", "et ", "17/12 ", "1-"])
def test_time_is_linear(word: str) -> None:
    def cost(count: int) -> float:
        spent = []
        for _ in range(3):
            begin = time.process_time()
            nodes(word * count, 0, len(word) * count, PACK, page=True)
            spent.append(time.process_time() - begin)
        return min(spent)

    assert cost(8000) < 24 * max(cost(1000), 0.002)


def test_zones_of_noise_are_not_read() -> None:
    text = "Lire aussi : la visite de lundi"
    page = Document(text=text, language="fr", zones=(Zone("noise", 0, len(text)),))
    assert publication(page, PACK).value is None
