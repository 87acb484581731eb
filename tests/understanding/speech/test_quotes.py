"""Quotations found by their marks alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.record import Zone
from depeche.understanding.speech.quotes import Marks, find_quotes

MARKS = Marks(open="«“„‹", close="»””›", either='"')


def inner(text: str) -> list[str]:
    zones, start = [], 0
    for line in text.split("\n"):
        zones.append(Zone("body", start, start + len(line)))
        start += len(line) + 1
    return [text[quote.inner[0] : quote.inner[1]] for quote in find_quotes(text, zones, MARKS).all]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« Oui », dit-il.", ["Oui"]),
        ("“Oui”, dit-il.", ["Oui"]),
        ('"Oui", dit-il, "et non".', ["Oui", "et non"]),
        ('un pays qualifié d\'"ami sûr"', ["ami sûr"]),
        ("« Il a dit “non”, puis “oui” »", ["Il a dit “non”, puis “oui”"]),
        ("« Il a dit « non » »", ["Il a dit « non »"]),
        ('« Le "non" »', ['Le "non"']),
        ("Oui » dit-il", []),
        ("«»", []),
    ],
)
def test_outermost_quotations(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert inner("« Oui, dit-il.\nAutre chose.") == ["Oui, dit-il."]


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    assert inner('"Un.\n"Deux."') == ['Un.\n"Deux.']
    assert inner("« Un.\n» Deux. »") == ["Un.\n» Deux."]


def test_a_quotation_goes_on_to_its_mark_in_a_later_paragraph() -> None:
    assert inner("« Un.\nDeux »") == ["Un.\nDeux"]


def test_a_quotation_is_found_at_its_characters() -> None:
    text = "Il dit « oui » deux fois."
    quotes = find_quotes(text, [Zone("body", 0, len(text))], MARKS)
    quote = quotes.at(text.index("oui"))
    assert quote is not None and quote.closed
    assert quotes.at(text.index("deux")) is None
    assert quotes.between(0, len(text)) == (quote,)


@given(st.text(alphabet='«»“”" \na.,', max_size=200))
def test_quotations_are_ordered_and_inside(text: str) -> None:
    zones, start = [], 0
    for line in text.split("\n"):
        zones.append(Zone("body", start, start + len(line)))
        start += len(line) + 1
    found = find_quotes(text, zones, MARKS).all
    for quote in found:
        assert 0 <= quote.start < quote.inner[0] < quote.inner[1] <= quote.end <= len(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
