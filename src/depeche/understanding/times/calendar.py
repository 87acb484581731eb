"""Stretches of the calendar and how EDTF (ISO 8601-2, level 1) writes them."""

import calendar
import datetime as dt
import re

import msgspec

_END = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\.\.|\d{3}X|\d{2}XX)"
EDTF = re.compile(
    r"(?:\d{4}|XXXX|\d{3}X|\d{2}XX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?)?"
    rf"|{_END}/{_END}"
)


class Value(msgspec.Struct, frozen=True):
    """An EDTF string, its first and last day (both included, None where open) and its grain.

    Grains: day, weekend, week, fortnight, month, season, quarter, half, year, decade, century, interval.
    """

    edtf: str
    low: dt.date | None
    high: dt.date | None
    grain: str


def date(year: int, month: int, day: int) -> dt.date | None:
    """The calendar day, or None where there is none (30 February)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day(when: dt.date | None) -> Value | None:
    """One day."""
    return None if when is None else Value(when.isoformat(), when, when, "day")


def month(year: int, number: int) -> Value | None:
    """One month of a year."""
    first = date(year, number, 1)
    if first is None:
        return None
    last = first.replace(day=calendar.monthrange(year, number)[1])
    return Value(f"{year:04d}-{number:02d}", first, last, "month")


def year(number: int) -> Value | None:
    """One year."""
    if not 1 <= number <= 9998:
        return None
    return Value(f"{number:04d}", dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def decade(first: int) -> Value | None:
    """Ten years from one that ends in 0: ``199X``."""
    if not 1000 <= first <= 9980:
        return None
    return Value(f"{first // 10:03d}X", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def century(number: int) -> Value | None:
    """The `number`-th century, by its hundreds: the twentieth is ``19XX``."""
    if not 2 <= number <= 98:
        return None
    first = (number - 1) * 100
    return Value(f"{first // 100:02d}XX", dt.date(first, 1, 1), dt.date(first + 99, 12, 31), "century")


def months(first_year: int, first: int, length: int, grain: str) -> Value | None:
    """A run of `length` months, written ``2021-03/2021-05``."""
    low = month(first_year, first)
    end = first_year * 12 + first - 1 + length - 1
    high = month(end // 12, end % 12 + 1)
    if low is None or high is None:
        return None
    return Value(f"{low.edtf}/{high.edtf}", low.low, high.high, grain)


def days(low: dt.date | None, high: dt.date | None, grain: str = "interval") -> Value | None:
    """A run of days, both ends included."""
    if low is None or high is None or high < low:
        return None
    return Value(f"{low.isoformat()}/{high.isoformat()}", low, high, grain)


def between(first: Value, last: Value) -> Value | None:
    """From the beginning of one value to the end of another; None where they run backwards."""
    if first.low is None or last.high is None or last.high < first.low:
        return None
    start, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    return Value(f"{start}/{end}", first.low, last.high, "interval")


def move(when: dt.date, unit: str, amount: int) -> dt.date | None:
    """The day `amount` units later, earlier if negative; cut to the length of the month it comes to."""
    try:
        if unit in ("day", "week"):
            return when + dt.timedelta(days=amount * (7 if unit == "week" else 1))
        if unit in ("month", "year"):
            count = when.year * 12 + when.month - 1 + amount * (12 if unit == "year" else 1)
            place, number = count // 12, count % 12 + 1
            return dt.date(place, number, min(when.day, calendar.monthrange(place, number)[1]))
    except (ValueError, OverflowError):
        return None
    return None


def monday(when: dt.date) -> dt.date:
    """The Monday of the week that holds the day (the first day there is, at the calendar's edge)."""
    return dt.date.fromordinal(max(1, when.toordinal() - when.weekday()))


def around(when: dt.date, unit: str) -> Value | None:
    """The day, week, weekend, month or year that holds `when` (for a weekend: that of its week)."""
    if unit == "day":
        return day(when)
    if unit == "week":
        return days(monday(when), move(monday(when), "day", 6), "week")
    if unit == "weekend":
        return days(move(monday(when), "day", 5), move(monday(when), "day", 6), "weekend")
    if unit == "month":
        return month(when.year, when.month)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit == "century":
        return century(when.year // 100 + 1)
    return year(when.year) if unit == "year" else None


def valid(text: str) -> bool:
    """Whether `text` is a date, interval or open interval that EDTF knows and the calendar has."""
    if EDTF.fullmatch(text) is None:
        return False
    return all(_exists(part) for part in text.split("/"))


def _exists(part: str) -> bool:
    if part == "..":
        return True
    numbers = [4 if "X" in piece else int(piece) for piece in part.split("-")]
    if "X" in part.split("-")[0]:
        numbers[0] = 2000
    return date(*[*numbers, 1, 1][:3]) is not None
