"""Periods: what is of one, and what of it was told until its end."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BindParameter, ColumnElement, exists

from depeche.ledger.days import days
from depeche.ledger.schema import copies, dispatches


class Period(msgspec.Struct, frozen=True):
    """What happened since a day, as it was told until a day; ISO days, months or years, None where open."""

    since: str | None = None
    until: str | None = None

    @property
    def first(self) -> str | None:
        """The first day."""
        return days(self.since)[0]

    @property
    def last(self) -> str | None:
        """The last day."""
        return days(self.until)[1]


class Bounds(NamedTuple):
    """The first and the last day of a period, for questions that are put into words before they are known."""

    first: str | BindParameter[str] | None
    last: str | BindParameter[str] | None


def dispatch_within(period: Period | Bounds, dispatch: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """Whether a dispatch is of a period; near-copies are of none."""
    d = dispatches.alias().c
    yield ~exists().where(copies.c.dispatch == dispatch)
    if period.first is not None:
        yield exists().where(d.id == dispatch, d.first >= period.first)
    if period.last is not None:
        yield exists().where(d.id == dispatch, d.first <= period.last)


def fact_within(
    period: Period | Bounds, day: ColumnElement[Any], dispatch: ColumnElement[Any]
) -> Iterator[ColumnElement[bool]]:
    """Whether a fact of a day is of a period, told until its end; what a near-copy tells is of none."""
    yield from dispatch_within(Bounds(None, period.last), dispatch)
    if period.first is not None:
        yield day >= period.first
