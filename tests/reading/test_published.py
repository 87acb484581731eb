from datetime import date, datetime

import pytest

from depeche.errors import BadDate
from depeche.reading.published import check


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (None, None),
        ("2019-12-17", "2019-12-17"),
        (" 2019-12 ", "2019-12"),
        ("2019", "2019"),
        ("2019-12-17T08:27:00Z", "2019-12-17"),
        (date(2019, 12, 17), "2019-12-17"),
        (datetime(2019, 12, 17, 8, 27), "2019-12-17"),
    ],
)
def test_dates_become_edtf(given, value):
    assert check(given) == value


@pytest.mark.parametrize(
    "given", ["", "hier", "17/12/2019", "2019-13-01", "2019-02-30", "0000-01-01", "2019-1-1"]
)
def test_impossible_dates_are_refused(given):
    with pytest.raises(BadDate):
        check(given)
