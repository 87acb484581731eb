"""What speaks for a year, where a page tells only day and month; a year must win clearly."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from depeche.understanding.times.calendar import date, month, valid, year
from depeche.understanding.times.context import Context, Direction
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve import resolve

ENOUGH, CLEARLY = 2.5, 1.0  # the weight that a year needs, and by how much it must beat the next one
NEAR_DAYS = 12  # a meeting this close to the day of publication is the news itself
LONG_DAYS = 60  # a session of months, in which the day may lie twice
AFTER_TOLD = 6  # how many years after the last year that the text names a dispatch may be from
PLANS = ("end", "year_range", "range")
BARE = Context(None, Direction())


class Clue(msgspec.Struct, frozen=True):
    """Something that speaks for a year, how much, and in what words."""

    year: int
    weight: float
    why: str


class Day(msgspec.Struct, frozen=True):
    """A day of a month that waits for its year; `weekday` (1 to 7) where it stands beside it."""

    day: int
    month: int
    weekday: int | None = None

    def in_year(self, year: int) -> dt.date | None:
        """The date in a year, None where there is none."""
        return date(year, self.month, self.day)


def weigh(clues: Iterable[Clue]) -> tuple[int | None, list[str]]:
    """The year with the most weight, if it is enough and well before the next, and what spoke for it."""
    weights: dict[int, float] = defaultdict(float)
    whys: dict[int, list[str]] = defaultdict(list)
    for clue in clues:
        weights[clue.year] += clue.weight
        whys[clue.year].append(clue.why)
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEARLY):
        return None, []
    best = ranked[0][0]
    return best, list(dict.fromkeys(whys[best]))


def of_meetings(
    meetings: Iterable[tuple[str, str]], day: Day, body: Sequence[Node], text: str
) -> Iterable[Clue]:
    """A meeting just before the day is the news; one in the year before speaks more softly."""
    for name, when in meetings:
        if valid(when) and not {"X", "."} & set(when):
            first, last = _day(when.split("/")[0], end=False), _day(when.split("/")[-1], end=True)
            yield from _of_meeting(f"{name} was held {when}", first, last, day, _weekdays(body, text))


def _day(text: str, *, end: bool) -> dt.date:
    """The first or last day of a day, month or year."""
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return dt.date(*numbers)
    value = month(*numbers) if len(numbers) == 2 else year(*numbers)
    found = value and (value.high if end else value.low)
    return found or dt.date(numbers[0], 1, 1)


def _weekdays(body: Sequence[Node], text: str) -> list[tuple[int, str]]:
    """The weekdays that the text names without a date, with their words."""
    return [(int(n.args["weekday"]), text[n.start : n.end]) for n in body if n.make == "weekday"]


def _of_meeting(
    why: str, first: dt.date, last: dt.date, day: Day, weekdays: Sequence[tuple[int, str]]
) -> Iterable[Clue]:
    long = (last - first).days > LONG_DAYS
    for number in range(first.year - 1, last.year + 2):
        published = day.in_year(number)
        if published is None:
            continue
        if (published - first).days >= -NEAR_DAYS and (published - last).days <= NEAR_DAYS:
            within = "" if long else _within(weekdays, published, first, last)
            yield Clue(number, 3.0 if long else 4.0, why + within)
        elif 0 < (published - last).days <= 365:
            yield Clue(number, 1.2, why)


def _within(weekdays: Sequence[tuple[int, str]], published: dt.date, first: dt.date, last: dt.date) -> str:
    """In words, the first weekday of the text that falls on the meeting's days, if there is one."""
    for weekday, words in weekdays:
        day = published - dt.timedelta(days=(published.isoweekday() - weekday) % 7)
        if first <= day <= last:
            return f" ('{words}' was {day.isoformat()})"
    return ""


def of_weekday(day: Day, told: Sequence[int]) -> Iterable[Clue]:
    """A weekday that stands beside the day and month."""
    for number in _after(told) if day.weekday else ():
        when = day.in_year(number)
        if when is not None and when.isoweekday() == day.weekday:
            why = f"{when.isoformat()} has the weekday that stands beside it and the text names {max(told)}"
            yield Clue(number, 3.0, why)


def of_full_dates(body: Sequence[Node], day: Day) -> Iterable[Clue]:
    """A full date in the weeks before the day."""
    for node in body:
        value = resolve(node, BARE) if node.make in ("date", "figures") else None
        if value is None or value.low is None:
            continue
        for number in (value.low.year, value.low.year + 1):
            published = day.in_year(number)
            if published is not None and 0 <= (published - value.low).days <= 45:
                yield Clue(number, 2.5, f"the text tells of {value.edtf}")


def of_lead(body: Sequence[Node], day: Day, told: Sequence[int]) -> Iterable[Clue]:
    """The first weekday of the text, as the day itself in a year after those that the text names."""
    lead = next((node for node in body if node.make in ("weekday", "on_day")), None)
    inner = lead.args.get("wday", lead) if lead is not None else None
    if inner is None or "weekday" not in inner.args or "next" in inner.args or "last" in inner.args:
        return
    for number in _after(told):
        when = day.in_year(number)
        if when is not None and when.isoweekday() == int(inner.args["weekday"]):
            yield Clue(number, 2.5, f"{when.isoformat()} was the weekday that the text begins with")


def _after(told: Sequence[int]) -> range:
    """The years from which a dispatch may be that names these years."""
    return range(max(told), max(told) + AFTER_TOLD) if told else range(0)


def years_told(body: Sequence[Node]) -> list[int]:
    """Years in figures, also inside other expressions, but not of deadlines and plans."""
    found = [
        year for node in body if node.make not in ("end", "year_range", "range") for year in _years(node)
    ]
    return [told for told in found if 1800 <= told <= 2150]


def _years(node: Node) -> Iterable[int]:
    for value in node.args.values():
        if isinstance(value, Node):
            yield from _years(value)
    if "yyyy" in node.args:
        yield int(node.args["yyyy"])
    if "dmy" in node.args and node.args["dmy"][2] > 99:
        yield int(node.args["dmy"][2])
