"""EDTF and the arithmetic of the calendar."""

import datetime as dt

import pytest

from depeche.understanding.times import calendar, feasts


@pytest.mark.parametrize(
    "text",
    ["2019-12-17", "2019-12", "2019", "199X", "18XX", "2024-03-17/2024-03-19", "2019-12-XX", "XXXX-12-17",
     "2019/..", "2021-03/2021-05", "XXXX-02-29"],
)  # fmt: skip
def test_valid(text: str) -> None:
    assert calendar.valid(text)


@pytest.mark.parametrize("text", ["", "2019-13", "2019-02-30", "19-12-17", "2019-12-17/", "2019/12/17"])
def test_not_valid(text: str) -> None:
    assert not calendar.valid(text)


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert calendar.move(dt.date.max, "day", 1) is None
    assert calendar.move(dt.date.min, "year", -1) is None
    assert calendar.day(None) is None


def test_months_are_cut_to_their_length() -> None:
    assert calendar.move(dt.date(2024, 3, 31), "month", -1) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("name", "year", "value"),
    [("easter", 2024, "2024-03-31"), ("easter", 2038, "2038-04-25"), ("easter+49", 1999, "1999-05-23"),
     ("12-25", 1914, "1914-12-25"), ("ramadan", 2024, "2024-03-11/2024-04-09"), ("eid", 2024, "2024-04-10")],
)  # fmt: skip
def test_feasts(name: str, year: int, value: str) -> None:
    found = feasts.feast(name, year)
    assert found is not None
    assert found.edtf == value
