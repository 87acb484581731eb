"""A report: what one dispatch tells of an encounter or an event, as it is compared with those of others."""

import datetime as dt
from functools import lru_cache
from typing import Literal

import msgspec

from depeche.ledger.linking.places import Place

Table = Literal["encounters", "events"]
Window = tuple[str, str]

NEWS = 7  # days: how long before its dispatch an encounter without a date may have been


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One row of `encounters` or `events`.

    `what` is the kind of encounter or the CAMEO code of the event; `persons` are the numbers of the persons that
    have a part in it, with their side; `window` the days it may have been on (None: it cannot be known), `dated`
    whether the text itself tells them; `day` is the day of the dispatch, `found` the number as which its occurrence
    was found, once it is written.
    """

    table: Table
    fact: int
    dispatch: int
    what: str
    sides: frozenset[str]
    source: str | None = None
    persons: frozenset[tuple[int, str | None]] = frozenset()
    window: Window | None = None
    dated: bool = False
    place: Place | None = None
    forum: str | None = None
    status: str | None = None
    day: str | None = None
    since: str | None = None  # the first day that it tells, else that of the dispatch
    found: int | None = None

    @property
    def first(self) -> str | None:
        """The first day that the text itself tells."""
        return self.window[0] if self.dated and self.window else None

    @property
    def last(self) -> str | None:
        """The last day that the text itself tells."""
        return self.window[1] if self.dated and self.window else None


def window(first: str | None, last: str | None, day: str | None, *, planned: bool) -> Window | None:
    """The days on which something was or is to be: as told, else around the dispatch's own day."""
    if first and last:
        return first, last
    if first or last or day is None or planned:
        return None
    return shifted(day, -NEWS), day


@lru_cache(maxsize=20_000)
def shifted(day: str, by: int) -> str:
    """The day some days later or earlier; the day itself where the calendar ends."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):
        return day
