"""Feasts of the Christian and the Islamic calendar, computed.

Easter is by the Gregorian computus (Meeus, Jones and Butcher). The Islamic months are those of the tabular
calendar (civil epoch, 16 July 622 Julian), which may differ by a day from what was seen in the sky.
"""

import datetime as dt

from depeche.understanding.times import calendar
from depeche.understanding.times.calendar import Value

EPOCH = 227015  # ordinal of 1 Muharram of the year 1


def feast(name: str, year: int) -> Value | None:
    """The feast in a Gregorian year: ``MM-DD``, ``easter+N`` (days after it), ``ramadan``, ``eid``."""
    if not 1000 <= year <= 3000:
        return None
    if name.startswith("easter"):
        after = int(name.partition("+")[2] or 0)
        return calendar.day(easter(year) + dt.timedelta(days=after))
    if name in ("ramadan", "eid"):
        return _islamic(name, year)
    month, day = name.split("-")
    return calendar.day(calendar.date(year, int(month), int(day)))


def easter(year: int) -> dt.date:
    """Easter Sunday of a Gregorian year."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return dt.date(year, month, shift + 28 - 31 * (month // 4))


def _islamic(name: str, year: int) -> Value | None:
    for hijri in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
        first = dt.date.fromordinal(_ordinal(hijri, 9))
        last = dt.date.fromordinal(_ordinal(hijri, 10) - 1)
        if name == "ramadan" and first.year == year:
            return calendar.days(first, last, "month")
        if name == "eid" and (last + dt.timedelta(days=1)).year == year:
            return calendar.day(last + dt.timedelta(days=1))
    return None


def _ordinal(year: int, month: int) -> int:
    """The ordinal of the first day of a month of the tabular Islamic calendar."""
    days = 29 * (month - 1) + month // 2
    return EPOCH + days + (year - 1) * 354 + (3 + 11 * year) // 30
