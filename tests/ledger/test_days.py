import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.ledger.days import days


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2019-12-15", ("2019-12-15", "2019-12-15")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2024-03-17/2024-03-19", ("2024-03-17", "2024-03-19")),
        ("2024-03/2024-04", ("2024-03-01", "2024-04-30")),
        ("2019/..", ("2019-01-01", None)),
        ("../2020-06", (None, "2020-06-30")),
        ("2019-12-XX", ("2019-12-01", "2019-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("XXXX-12-17", (None, None)),
        ("2019-13", ("2019-13-01", "2019-13-31")),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(edtf, bounds):
    assert days(edtf) == bounds


@given(st.dates())
def test_a_day_is_its_own_bounds(day):
    assert days(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.text(max_size=12))
def test_anything_has_bounds_or_none(text):
    low, high = days(text)
    assert low is None or len(low) == 10
    assert high is None or len(high) == 10
