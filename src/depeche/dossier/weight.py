"""How much a fact weighs in a brief: who took part, how many dispatches tell it, how long ago it was."""

import datetime as dt
from math import exp2, log2

_HALF = 3 * 365  # days after which a fact weighs half as much


def weight(base: float, *, day: str | None, asof: str | None, reports: int = 1) -> float:
    """A base (the rank of the person, the size of the Goldstein value) by reports and recency.

    base × (1 + log2(reports) / 4) × 2 ** (−age / 3 years); a fact without a day counts as three years old.
    """
    age = between(day, asof)
    fresh = exp2(-max(0, age if age is not None else _HALF) / _HALF)
    return round(base * (1 + log2(max(1, reports)) / 4) * fresh, 3)


def between(first: str | None, last: str | None) -> int | None:
    """The days from one day to another; None where one is not known."""
    try:
        return (dt.date.fromisoformat(last or "") - dt.date.fromisoformat(first or "")).days
    except ValueError:
        return None
