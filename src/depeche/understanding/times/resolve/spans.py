"""Ranges, bounds, and the beginnings and ends of periods."""

import datetime as dt

import msgspec

from depeche.understanding.times import calendar
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import WEAK, Context, Direction
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve.table import resolve, resolver

DEADLINE = 4.0  # how much further off a deadline to come may be than one that is over, after a past verb


def inner(node: Node) -> Node:
    """The node inside a bound or modifier."""
    return next(value for value in node.args.values() if isinstance(value, Node))


@resolver("range")
def between(node: Node, context: Context) -> Value | None:
    """From one time to another: the first takes the second's year or month where it has none itself."""
    first, last = _shared(node.args["a"], node.args["b"])
    onwards = _onwards(first, last, context)
    if context.direction.sign > 0 or context.reference is None or _now(onwards, context):
        return onwards
    end = resolve(last, context)
    if end is None or end.high is None:
        return None
    start = resolve(first, context.pin(end.high, -1) if context.today else context)
    return None if start is None else calendar.between(start, end)


def _now(value: Value | None, context: Context) -> bool:
    """Whether a range holds the day of publication, and the clause does not say otherwise."""
    today = context.today
    if value is None or value.low is None or value.high is None or today is None or context.direction.sign:
        return False
    return not context.pinned and value.low <= today <= value.high


def _onwards(first: Node, last: Node, context: Context) -> Value | None:
    start = resolve(first, context)
    if start is None or start.low is None:
        return None
    end = resolve(last, context.pin(start.low, 1) if context.today else context)
    return None if end is None else calendar.between(start, end)


def _shared(first: Node, last: Node) -> tuple[Node, Node]:
    if first.make not in ("date", "month", "season") or "yyyy" in first.args:
        return first, last
    if last.make not in ("date", "month", "season") or "yyyy" not in last.args:
        return first, last
    year = int(last.args["yyyy"])
    before, after = _month(first), _month(last)
    args = first.args | {"yyyy": year - 1 if before > after else year}
    return msgspec.structs.replace(first, args=args), last


def _month(node: Node) -> int:
    return int(node.args.get("month", node.args.get("mon", node.args.get("season", 0))))


@resolver("since")
def since(node: Node, context: Context) -> Value | None:
    """Open from a time in the past."""
    ahead = context.direction.sign
    back = context if ahead < 0 else msgspec.structs.replace(context, direction=Direction(-1, WEAK, "since"))
    value = resolve(inner(node), back)
    if value is None:
        return None
    start = value.edtf.split("/")[0]
    if "X" in start and start.startswith("XXXX"):
        return None
    return Value(f"{start}/..", value.low, None, value.grain)


@resolver("end")
def end(node: Node, context: Context) -> Value | None:
    """A deadline: the end of what it names, at the precision of the words."""
    what = inner(node)
    ahead = context.direction
    if ahead.sign == 0 or "by" in node.args:
        ahead = Direction(1, WEAK, "a deadline")
    elif ahead.sign < 0:
        ahead = Direction(-1, min(ahead.weight, DEADLINE), ahead.why)
    there = msgspec.structs.replace(context, direction=ahead)
    if what.make in ("edge", "edge_unit"):
        return _deadline(what, there)
    value = resolve(what, there)
    if value is None or "/" not in value.edtf:
        return value
    return calendar.day(value.high)


def _deadline(what: Node, context: Context) -> Value | None:
    """The last day of "the end of", the fifteenth of the middle, the period itself for its start."""
    value, base = resolve(what, context), _base(what, context)
    if value is None or base is None:
        return value
    if what.args["edge"] == "end":
        return calendar.day(base.high) if base.high else value
    if what.args["edge"] == "middle" and base.grain == "month" and base.low:
        return calendar.day(base.low.replace(day=15))
    return value


def _base(node: Node, context: Context) -> Value | None:
    if node.make == "edge":
        return resolve(inner(node), context)
    today = context.today
    return None if today is None else calendar.around(today, str(node.args["unit"]))


@resolver("edge")
def edge(node: Node, context: Context) -> Value | None:
    """The start, middle or end of a period, which is no more precise than the period; parts of weeks are."""
    base = resolve(inner(node), context)
    if base is not None and base.grain == "week":
        return _part_of_week(base, str(node.args["edge"]))
    return base


@resolver("edge_unit")
def edge_unit(node: Node, context: Context) -> Value | None:
    """The start, middle or end of this week, month, year."""
    base, which = _base(node, context), str(node.args["edge"])
    if base is None:
        reference = context.reference
        return calendar.year(reference.year) if reference and node.args["unit"] == "year" else None
    if base.grain == "day":
        return base
    return _part_of_week(base, which) if base.grain == "week" else base


def _part_of_week(week: Value, which: str) -> Value | None:
    first, last = {"start": (0, 2), "middle": (1, 3), "end": (4, 6)}.get(which, (0, 6))
    if week.low is None:
        return None
    return calendar.days(week.low + dt.timedelta(days=first), week.low + dt.timedelta(days=last))


@resolver("night")
def night(node: Node, context: Context) -> Value | None:
    """The night from one day to the next."""
    return resolve(node.args["range"], context)
