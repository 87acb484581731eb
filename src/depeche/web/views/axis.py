"""A line of days: where a day lies on it, and the marks of years or months along it."""

import datetime as dt

import msgspec

LENGTH = 1000  # of the line, in units of its drawing
_YEARS = 30  # so many years are all marked; of more, every fifth


class Mark(msgspec.Struct, frozen=True):
    """A year or month at its place, EDTF."""

    when: str
    x: float


class Axis(msgspec.Struct, frozen=True):
    """The days from the first to the last of a line, both ISO 8601."""

    first: str
    last: str
    marks: tuple[Mark, ...]

    def at(self, day: str) -> float:
        """The place of a day, 0 to LENGTH."""
        begin = dt.date.fromisoformat(self.first)
        whole = max(1, (dt.date.fromisoformat(self.last) - begin).days)
        return round(LENGTH * (dt.date.fromisoformat(day) - begin).days / whole, 1)


def axis(days: list[str]) -> Axis | None:
    """The axis on which some days lie, whole years or, within two years, whole months; None without a day."""
    if not days:
        return None
    first, last = dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days))
    months = last.year - first.year < 2
    begin = first.replace(day=1) if months else dt.date(first.year, 1, 1)
    end = _next(last) if months else dt.date(last.year + 1, 1, 1)
    bare = Axis(begin.isoformat(), end.isoformat(), ())
    starts = _months(begin, end) if months else _years(begin, end)
    marks = tuple(
        Mark(day.isoformat()[: 7 if months else 4], bare.at(day.isoformat())) for day in starts if day < end
    )
    return msgspec.structs.replace(bare, marks=marks)


def _next(day: dt.date) -> dt.date:
    """The first day of the next month."""
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _months(begin: dt.date, end: dt.date) -> list[dt.date]:
    found = []
    every = 1 if (end - begin).days < 370 else 3
    day = begin
    while day < end:
        if (day.month - 1) % every == 0:
            found.append(day)
        day = _next(day)
    return found


def _years(begin: dt.date, end: dt.date) -> list[dt.date]:
    every = 1 if end.year - begin.year < _YEARS else 5
    return [dt.date(year, 1, 1) for year in range(begin.year, end.year) if year % every == 0]
