"""Days of the calendar: a day and month, a date in figures, a weekday with them."""

import datetime as dt
import itertools
from collections.abc import Iterable

from depeche.understanding.times import calendar
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import Context, Direction, nearest
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve.table import resolve, resolver


def told_year(node: Node, context: Context) -> int | None:
    """The year that stands in the expression, in four figures or two."""
    year = node.args.get("yyyy")
    if year is None and "late" in node.args:
        return 1900 + int(node.args["late"])
    if year is None and "yy" in node.args:
        return full_year(int(node.args["yy"]), context)
    return None if year is None else int(year)


def full_year(year: int, context: Context) -> int:
    """A year of two figures: in the hundred years that end ten years after the publication (or 2050)."""
    if year >= 100:
        return year
    top = (context.reference.year if context.reference else 2040) + 10
    return top - (top - year) % 100


def sided(node: Node, context: Context) -> Direction:
    """The direction that the words themselves give, else the clause's."""
    if "last" in node.args or "lasts" in node.args:
        return Direction(-1, 1e6, "the last one")
    if "next" in node.args or "nexts" in node.args:
        return Direction(1, 1e6, "the next one")
    return context.direction


@resolver("date")
def date(node: Node, context: Context) -> Value | None:
    """A day of a month; its year is told, or the nearest one in the direction of the clause."""
    day, month = node.args.get("dd", node.args.get("first")), node.args.get("month", node.args.get("mon"))
    if day is None:
        return None
    if month is None:
        return _of_this_month(node, context, int(day))
    year = told_year(node, context)
    if year is not None:
        return calendar.day(calendar.date(year, int(month), int(day)))
    if context.reference is None:
        return _yearless(int(month), int(day))
    return _nearest_day(node, context, int(month), int(day))


def _yearless(month: int, day: int) -> Value | None:
    """A day of a month in an unknown year, ``XXXX-12-17``."""
    if calendar.date(2000, month, day) is None:
        return None
    return Value(f"XXXX-{month:02d}-{day:02d}", None, None, "day")


def _nearest_day(node: Node, context: Context, month: int, day: int) -> Value | None:
    reference = context.reference
    if reference is None:
        return None
    if reference.day is None:
        return calendar.day(calendar.date(reference.year, month, day))
    found = [calendar.date(reference.year + shift, month, day) for shift in range(-4, 5)]
    candidates = [when for when in found if when is not None]
    weekday = node.args.get("weekday", node.args.get("dow"))
    agreeing = [when for when in candidates if when.isoweekday() == weekday] or candidates
    direction = sided(node, context)
    if "last" in node.args or "next" in node.args:
        agreeing = [when for when in agreeing if when != reference.day]
    return calendar.day(nearest(agreeing, lambda when: (when, when), reference.day, direction))


def _of_this_month(node: Node, context: Context, day: int) -> Value | None:
    """A day without month: of the current month, or by its weekday the nearest such day."""
    today = context.today
    if today is None:
        return None
    if "current" in node.args:
        return calendar.day(calendar.date(today.year, today.month, day))
    firsts = [calendar.move(today.replace(day=1), "month", shift) for shift in range(-2, 3)]
    days = [calendar.date(first.year, first.month, day) for first in firsts if first is not None]
    weekday = node.args.get("weekday", node.args.get("dow"))
    fits = [when for when in days if when is not None and weekday in (None, when.isoweekday())]
    return calendar.day(nearest(fits, lambda when: (when, when), today, context.direction))


@resolver("figures")
def figures(node: Node, context: Context) -> Value | None:
    """A date in figures; month and day are swapped where only that gives a date."""
    if "dmy" in node.args:
        day, month, year = node.args["dmy"]
        year = full_year(year, context)
        return calendar.day(calendar.date(year, month, day) or calendar.date(year, day, month))
    day, month = node.args["dm"]
    if not 1 <= month <= 12:
        day, month = month, day
    if context.reference is None:
        return _yearless(month, day)
    return _nearest_day(node, context, month, day)


@resolver("day_range")
def day_range(node: Node, context: Context) -> Value | None:
    """From one day to another of the same month."""
    args = {key: value for key, value in node.args.items() if key not in ("weekday", "dow", "a", "b")}
    last = date(Node("date", args | {"dd": node.args["b"]}, node.rule, node.start, node.end), context)
    if last is None:
        return None
    if last.high is None:
        return None
    first = calendar.date(last.high.year, last.high.month, int(node.args["a"]))
    return calendar.days(first, last.high)


@resolver("of_year")
def of_year(node: Node, context: Context) -> Value | None:
    """A day or month of a year that is told by words ("… of last year")."""
    inner: Node = node.args.get("day") or node.args["mo"]
    year = resolve(node.args["yr"], context)
    if year is None or year.low is None:
        return None
    told = Node(inner.make, inner.args | {"yyyy": year.low.year}, inner.rule, inner.start, inner.end)
    return resolve(told, context)


@resolver("of_month")
def of_month(node: Node, context: Context) -> Value | None:
    """A day of the current month or of a month told by words."""
    if "mo" in node.args:
        month = resolve(node.args["mo"], context)
        low = month.low if month and month.grain == "month" else None
    else:
        low = context.today
    return None if low is None else calendar.day(calendar.date(low.year, low.month, int(node.args["dd"])))


def years_about(context: Context, reach: int = 3) -> Iterable[int]:
    """Years around the publication's."""
    if context.reference is None:
        return ()
    return itertools.chain(range(context.reference.year - reach, context.reference.year + reach + 1))


def ends(value: Value) -> tuple[dt.date, dt.date]:
    """First and last day of a value that has both."""
    if value.low is None or value.high is None:
        raise ValueError(f"{value.edtf} is open")
    return value.low, value.high
