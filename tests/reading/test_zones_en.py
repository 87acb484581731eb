"""Datelines, titles and dates as pages in English word them."""

import pytest

from depeche.languages import load
from depeche.reading.page import page_of
from depeche.reading.zones import layout

PAGE = page_of(load("en"))
BODY = (
    "The two ministers met on Thursday at the palace and agreed to resume the talks that had been broken off "
    "a year ago, the presidency said in a statement."
)
MORE = "The delegations will gather again before the end of the month, according to the same statement."


@pytest.mark.parametrize(
    ("dateline", "place", "stamp"),
    [
        ("WASHINGTON, March 14, 2024 (AFP) -", "Washington", "March 14, 2024"),
        ("MOSCOW, March 14. /TASS/.", "Moscow", "March 14"),
        ("ISLAMABAD:", "Islamabad", None),
        ("Tehran, March 14, IRNA -", "Tehran", "March 14"),
        ("YEREVAN, MARCH 14, ARMENPRESS.", "Yerevan", "MARCH 14"),
        ("BAKU, Azerbaijan, March 14. Trend:", "Baku", "March 14"),
        ("KYIV. March 14 (Interfax-Ukraine) –", "Kyiv", "March 14"),
        ("CAIRO - 14 March 2024:", "Cairo", "14 March 2024"),
        ("PARIS — (March 14, 2024)", "Paris", "March 14, 2024"),
        ("VILNIUS - 2024-03-14 -", "Vilnius", "2024-03-14"),
    ],
)
def test_datelines(dateline: str, place: str, stamp: str | None) -> None:
    text = f"{dateline} {BODY}\n\n{MORE}"
    page = layout(text, PAGE)
    assert [(zone.kind, text[zone.start : zone.end]) for zone in page.zones][1] == ("body", BODY)
    assert page.place == place
    assert [text[a:b] for a, b in page.stamps] == ([stamp] if stamp else [])


@pytest.mark.parametrize(
    "start", ["OSLO: a city of talks", "Question: where is it?", "Iran, March and after:"]
)
def test_what_only_looks_like_a_dateline(start: str) -> None:
    assert layout(f"{start}\n\n{BODY}\n\n{MORE}", PAGE).place is None


@pytest.mark.parametrize(
    "head",
    [
        "Foreign Secretary's call with the Omani minister: 12 June 2024",
        "UN chief urges restraint in the Red Sea\n\n12 June 2024 Peace and security",
        "Envoy meets the rebels in the capital\n\n12 June 2024 / 3:42 PM EDT",
        "Leaders speak about the war in Sudan\n\n12 June 2024 Statements and Releases",
    ],
)
def test_dates_of_pages(head: str) -> None:
    text = f"{head}\n\n{BODY}\n\n{MORE}"
    assert [text[a:b] for a, b in layout(text, PAGE).stamps] == ["12 June 2024"]
