"""The days that an EDTF date may mean, for sorting and filtering."""

import calendar
import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")

Days = tuple[str | None, str | None]


@lru_cache(maxsize=4096)
def days(edtf: str | None) -> Days:
    """The first and the last day of a date or an interval, ISO 8601; None where open or without a year."""
    if not edtf:
        return None, None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _bounds(edtf)
    return _bounds(start)[0], _bounds(end)[1]


def _bounds(date: str) -> Days:
    match = _DATE.fullmatch(date)
    if match is None:
        return None, None
    year, month, day = match.groups()
    low, high = year.replace("X", "0"), year.replace("X", "9")
    if month in (None, "XX"):
        return f"{low}-01-01", f"{high}-12-31"
    if day in (None, "XX"):
        return f"{low}-{month}-01", f"{high}-{month}-{_length(int(high), int(month)):02d}"
    return f"{low}-{month}-{day}", f"{high}-{month}-{day}"


def _length(year: int, month: int) -> int:
    """The days of a month; 31 for a month that the calendar does not have."""
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year else 31
