"""Offices over time as bars on one axis, in per cent of its length."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from depeche.ledger.whoswho import Office

_LEAST = 1.2  # per cent: a single day is seen as well


class Tenure(msgspec.Struct, frozen=True):
    """An office, and where its bar begins and how long it is; None where no day is known."""

    office: Office
    start: float | None
    length: float | None


class Tenures(msgspec.Struct, frozen=True):
    """Bars, and the years at which the axis is marked with their places."""

    bars: tuple[Tenure, ...]
    years: tuple[tuple[int, float], ...]


def tenures(offices: Sequence[Office]) -> Tenures:
    """The bars of offices, in their order."""
    days = [dt.date.fromisoformat(day) for one in offices for day in (one.first, one.last) if day]
    if not days:
        return Tenures(tuple(Tenure(one, None, None) for one in offices), ())
    begin = dt.date(min(days).year, 1, 1)
    whole = (dt.date(max(days).year, 12, 31) - begin).days
    every = max(1, (max(days).year - begin.year + 1) // 8)
    years = range(begin.year, max(days).year + 1, every)
    return Tenures(
        tuple(_bar(one, begin, whole) for one in offices),
        tuple((year, round(100 * (dt.date(year, 1, 1) - begin).days / whole, 2)) for year in years),
    )


def _bar(office: Office, begin: dt.date, whole: int) -> Tenure:
    if not office.first or not office.last:
        return Tenure(office, None, None)
    first, last = dt.date.fromisoformat(office.first), dt.date.fromisoformat(office.last)
    length = max(_LEAST, 100 * (last - first).days / whole)
    start = min(100 - length, 100 * (first - begin).days / whole)
    return Tenure(office, round(start, 2), round(length, 2))
