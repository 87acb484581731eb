"""Times counted from the publication or from what was told before."""

import datetime as dt

from depeche.understanding.times import calendar
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import WEAK, Context, nearest
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve.table import resolve, resolver

# Units that durations are counted in, as (unit of the calendar, how many of it).
COUNTED = {
    "day": ("day", 1),
    "week": ("week", 1),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "half": ("month", 6),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
}
# With what precision one speaks who counts back in such units.
BACK = {"day": "day", "week": "month", "month": "month", "quarter": "month", "half": "month"}


@resolver("shift")
def shift(node: Node, context: Context) -> Value | None:
    """This, last or next week, month or year."""
    amount = int(node.args.get("amount", -1 if "last" in node.args else 1))
    if context.reference is None:
        return None
    unit = str(node.args["unit"])
    if context.today is None:
        return calendar.year(context.reference.year + amount) if unit == "year" else None
    if unit == "weekend":
        return _weekend(context, context.today, amount)
    return around_after(context.today, unit, amount)


def around_after(when: dt.date, unit: str, amount: int) -> Value | None:
    """The unit that holds `when`, or the `amount`-th after it."""
    if unit not in COUNTED:
        return None
    base, count = COUNTED[unit]
    start = when if unit == "day" else when.replace(day=1) if base != "week" else calendar.monday(when)
    moved = calendar.move(start, base, amount * count)
    return None if moved is None else calendar.around(moved, unit)


def _weekend(context: Context, today: dt.date, amount: int) -> Value | None:
    """The weekend of this week or the one before, by the direction; with "last" and "next" strictly so."""
    this = calendar.around(today, "weekend")
    if this is None or this.low is None:
        return None
    if amount:
        coming = amount > 0 and today < this.low
        return this if coming else calendar.around(this.low + dt.timedelta(days=7 * amount), "weekend")
    before = calendar.around(this.low - dt.timedelta(days=7), "weekend")
    both = [value for value in (before, this) if value is not None]
    return nearest(both, lambda value: (value.low or today, value.high or today), today, context.direction)


@resolver("rel")
def rel(node: Node, context: Context) -> Value | None:
    """Yesterday, today, tomorrow."""
    today = context.today
    return None if today is None else calendar.day(calendar.move(today, "day", int(node.args["rel"])))


@resolver("eve")
def eve(node: Node, context: Context) -> Value | None:
    """The day before or after the day that is spoken of; the eve is by default that of the publication."""
    amount = int(node.args["eve"])
    spoken = context.last_day(near=True)
    base = spoken or (context.today if amount < 0 else None)
    return None if base is None else calendar.day(calendar.move(base, "day", amount))


@resolver("focus")
def focus(node: Node, context: Context) -> Value | None:
    """That day, the same month, the following year: counted from what was told before."""
    unit = str(node.args["unit"])
    if unit == "day":
        base = context.last_day(near=False) or context.last_of("day")
    else:
        base = context.last_of("day", "month", unit)
    return None if base is None else around_after(base, unit, int(node.args["amount"]))


@resolver("offset")
def offset(node: Node, context: Context) -> Value | None:
    """Some days or years later or earlier than the day spoken of."""
    base = context.last_of("day")
    moved = _moved(node.args["dur"], base, int(node.args["sign"]))
    return None if moved is None else calendar.around(moved[0], moved[1])


@resolver("ago")
def ago(node: Node, context: Context) -> Value | None:
    """So many days, months, years before the publication, at the precision of the unit."""
    moved = _moved(node.args["dur"], context.today, -1)
    return None if moved is None else calendar.around(moved[0], moved[1])


@resolver("since_dur")
def since_dur(node: Node, context: Context) -> Value | None:
    """Open from so many units before the publication."""
    value = ago(node, context)
    return None if value is None else Value(f"{value.edtf}/..", value.low, None, value.grain)


@resolver("within")
def within(node: Node, context: Context) -> Value | None:
    """The end of so many days, counted from the day that the sentence speaks of."""
    moved = _moved(node.args["dur"], context.sentence_day() or context.today, 1)
    if moved is None:
        return None
    return calendar.around(moved[0], "day" if moved[2] in ("week", "day") else moved[1])


def _moved(duration: Node, base: dt.date | None, sign: int) -> tuple[dt.date, str, str] | None:
    """The day a duration leads to, with the precision of its unit and the unit itself."""
    args = duration.args
    unit, count = str(args["span"]), args.get("about_number", args.get("n"))
    if base is None or count is None or ("about_number" in args and int(args.get("n", 1)) != 1):
        return None
    if unit == "hour" and int(count) % 24 == 0:
        unit, count = "day", int(count) // 24
    if unit not in COUNTED:
        return None
    base_unit, each = COUNTED[unit]
    amount = int(count) * each
    if "half_unit" in args:
        base_unit, amount = ("month", amount * 12 + 6) if base_unit == "year" else (base_unit, amount)
    moved = calendar.move(base, base_unit, sign * amount)
    return None if moved is None else (moved, BACK.get(unit, "year"), unit)


@resolver("last_night")
def last_night(node: Node, context: Context) -> Value | None:
    """From yesterday to today."""
    today = context.today
    return None if today is None else calendar.days(calendar.move(today, "day", -1), today)


@resolver("this_part")
def this_part(node: Node, context: Context) -> Value | None:
    """This evening, this morning: today."""
    return calendar.day(context.today)


@resolver("part")
def part(node: Node, context: Context) -> Value | None:
    """In the evening: of the day spoken of, or of today where the clause looks ahead or no day was told."""
    if context.direction.sign > 0 and context.direction.weight >= WEAK:
        return calendar.day(context.today)
    return calendar.day(context.last_day(near=True) or context.today)


@resolver("on_day")
def on_day(node: Node, context: Context) -> Value | None:
    """A part of a day that is told: the day."""
    return resolve(node.args.get("day") or node.args["wday"], context)
