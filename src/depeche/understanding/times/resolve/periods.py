"""Months, years, seasons, quarters, decades, centuries and feasts."""

import datetime as dt
from collections.abc import Callable

from depeche.understanding.times import calendar, feasts
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import Context, nearest
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve.days import ends, sided, told_year, years_about
from depeche.understanding.times.resolve.table import resolver


def of_years(node: Node, context: Context, build: Callable[[int], Value | None]) -> Value | None:
    """What `build` makes of the told year, or of the nearest year in the direction of the clause."""
    year = told_year(node, context)
    if year is not None:
        return build(year)
    if context.reference is None:
        return None
    if context.today is None:
        return build(context.reference.year)
    built = [value for value in map(build, years_about(context)) if value is not None]
    today = context.today
    if "last" in node.args or "next" in node.args:
        built = [value for value in built if not ends(value)[0] <= today <= ends(value)[1]]
    return nearest(built, ends, today, sided(node, context))


@resolver("month")
def month(node: Node, context: Context) -> Value | None:
    """A month by name."""
    number = int(node.args["month"] if "month" in node.args else node.args["mon"])
    if context.reference is None and told_year(node, context) is None:
        return Value(f"XXXX-{number:02d}", None, None, "month")
    return of_years(node, context, lambda year: calendar.month(year, number))


@resolver("month_range")
def month_range(node: Node, context: Context) -> Value | None:
    """From one month to another of a year."""
    first, last = int(node.args["a"]), int(node.args["b"])
    length = (last - first) % 12 + 1
    return of_years(node, context, lambda year: calendar.months(year, first, length, "interval"))


@resolver("year")
def year(node: Node, context: Context) -> Value | None:
    """A year in figures."""
    number = told_year(node, context)
    return None if number is None else calendar.year(number)


@resolver("plain_year")
def plain_year(node: Node, context: Context) -> Value | None:
    """A number of four figures that stands as a year."""
    return calendar.year(int(node.args["yyyy"]))


@resolver("year_range")
def year_range(node: Node, context: Context) -> Value | None:
    """From one year to another; the second may have two figures."""
    first = int(node.args["a"])
    last = int(node.args["b"])
    low, high = calendar.year(first), calendar.year(last if last > 100 else first // 100 * 100 + last)
    return None if low is None or high is None else calendar.between(low, high)


@resolver("decade")
def decade(node: Node, context: Context) -> Value | None:
    """The nineties, in two figures of this or the last century."""
    number = int(node.args.get("yyyy", node.args.get("yy", node.args.get("n", 1))))
    if number % 10:
        return None
    if number < 100:
        number += 2000 if number < 20 and context.reference and context.reference.year >= 2010 else 1900
    return calendar.decade(number)


@resolver("century")
def century(node: Node, context: Context) -> Value | None:
    """A century by its number."""
    return calendar.century(int(node.args["nth"]))


@resolver("season")
def season(node: Node, context: Context) -> Value | None:
    """Three months from March, June, September or December."""
    first = int(node.args["season"])
    return of_years(node, context, lambda year: calendar.months(year, first, 3, "season"))


@resolver("quarter")
def quarter(node: Node, context: Context) -> Value | None:
    """Three months of a year by number."""
    return _part_of_year(node, context, 3, "quarter")


@resolver("half")
def half(node: Node, context: Context) -> Value | None:
    """Six months of a year by number."""
    return _part_of_year(node, context, 6, "half")


def _part_of_year(node: Node, context: Context, length: int, grain: str) -> Value | None:
    number = int(node.args["nth"])
    number = 12 // length if number == -1 else number
    if not 1 <= number <= 12 // length:
        return None
    first = (number - 1) * length + 1
    return of_years(node, context, lambda year: calendar.months(year, first, length, grain))


@resolver("fortnight")
def fortnight(node: Node, context: Context) -> Value | None:
    """The first or second half of a month."""
    value = month(node, context)
    if value is None or value.low is None or value.high is None or node.args["nth"] not in (1, 2, -1):
        return None
    middle = value.low.replace(day=15)
    if node.args["nth"] == 1:
        return calendar.days(value.low, middle, "fortnight")
    return calendar.days(middle + dt.timedelta(days=1), value.high, "fortnight")


@resolver("nth_week")
def nth_week(node: Node, context: Context) -> Value | None:
    """Seven days of a month, counted from its first, or its last seven."""
    value, number = month(node, context), int(node.args["nth"])
    if value is None or value.low is None or value.high is None or not -1 <= number <= 4:
        return None
    first = (
        value.high - dt.timedelta(days=6) if number < 0 else value.low + dt.timedelta(days=7 * (number - 1))
    )
    return calendar.days(first, first + dt.timedelta(days=6), "week")


@resolver("first_months")
def first_months(node: Node, context: Context) -> Value | None:
    """So many months from January, of a told year or the current one."""
    number = int(node.args["n"])
    year = told_year(node, context) or (context.reference.year if context.reference else None)
    return calendar.months(year, 1, number, "interval") if year and 1 <= number <= 12 else None


@resolver("feast")
def feast(node: Node, context: Context) -> Value | None:
    """A feast by its calendar."""
    name = str(node.args["feast"])
    return of_years(node, context, lambda year: feasts.feast(name, year))


@resolver("school")
def school(node: Node, context: Context) -> Value | None:
    """The start of the school year, at the precision of the year."""
    start = int(node.args["back_to_school"])
    value = of_years(node, context, lambda year: calendar.month(year, start))
    return None if value is None or value.low is None else calendar.year(value.low.year)
