"""Weekdays: by the day of publication, the words beside them and the tense of the clause."""

import datetime as dt

import msgspec

from depeche.understanding.times import calendar
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import STRONG, Context, Direction, nearest
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve.days import sided
from depeche.understanding.times.resolve.table import resolve, resolver

DAYS = 7


@resolver("weekday")
def weekday(node: Node, context: Context) -> Value | None:
    """The nearest such weekday: past or today unless the clause looks ahead; "last" is never today."""
    today = context.today
    if today is None:
        return None
    direction = sided(node, context)
    if direction.sign == 0 and not context.pinned:
        direction = Direction(-1, STRONG, "weekdays in news look back")
    days = [today + dt.timedelta(days=shift) for shift in range(-7, 8) if _in_range(today, shift)]
    fits = [day for day in days if day.isoweekday() == node.args["weekday"]]
    if "last" in node.args or "next" in node.args:
        fits = [day for day in fits if day != today]
    found = nearest(fits, lambda day: (day, day), today, direction)
    weeks = int(node.args.get("weeks", 0))
    return None if found is None else calendar.day(calendar.move(found, "week", weeks))


def _in_range(today: dt.date, shift: int) -> bool:
    return 1 <= today.toordinal() + shift <= dt.date.max.toordinal()


@resolver("that_weekday")
def that_weekday(node: Node, context: Context) -> Value | None:
    """The last day told before that is such a weekday."""
    for said in reversed(context.said):
        if said.grain == "day" and said.low.isoweekday() == node.args["weekday"]:
            return calendar.day(said.low)
    return None


@resolver("weekday_of")
def weekday_of(node: Node, context: Context) -> Value | None:
    """The weekday of a week that is told by itself, "Monday next week"; None where it is no week."""
    week = resolve(node.args["per"], context)
    inner: Node = node.args["wday"]
    if week is None or week.low is None or week.high is None or (week.high - week.low).days != DAYS - 1:
        return None
    return calendar.day(week.low + dt.timedelta(days=int(inner.args["weekday"]) - 1))


@resolver("pair")
def pair(node: Node, context: Context) -> Value | None:
    """Two days side by side, "Sunday and Monday": one interval if they follow each other, else None."""
    first: Node = node.args["a"]
    last: Node = node.args["b"] if "b" in node.args else node.args["day"]
    one = resolve(first, msgspec.structs.replace(context, direction=sided(node, context)))
    if one is None or one.low is None:
        return None
    two = resolve(last, context.pin(one.low, 1))
    if two is None or two.low is None or (two.low - one.low).days != 1:
        return None
    return calendar.days(one.low, two.low)


@resolver("nth_weekday")
def nth_weekday(node: Node, context: Context) -> Value | None:
    """The first, second … or last such weekday of a month."""
    month = resolve(node.args["mo"], context)
    inner: Node = node.args["nthwd"]
    if month is None or month.low is None or month.high is None or month.grain != "month":
        return None
    length = (month.high - month.low).days + 1
    days = [month.low + dt.timedelta(days=shift) for shift in range(length)]
    fits = [day for day in days if day.isoweekday() == inner.args["weekday"]]
    place = int(inner.args["nth"])
    index = place - 1 if place > 0 else place
    return calendar.day(fits[index]) if -len(fits) <= index < len(fits) else None
