"""What speaks for a year, where a page tells only day and month; a year must win clearly."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from depeche.understanding.times.calendar import date, month, valid, year
from depeche.understanding.times.context import Context, Direction
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve import resolve
from depeche.understanding.times.years import Years

ENOUGH, CLEARLY = 2.5, 1.0  # the weight that a year needs, and by how much it must beat the next one
NEAR_DAYS = 12  # a meeting this close to the day of publication is the news itself
LONG_DAYS = 60  # a session of months, in which the day may lie twice
SOON = 3  # years after the last that the text names: those of most dispatches
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


def of_weekday(day: Day, years: Years) -> Iterable[Clue]:
    """A weekday that stands beside the day and month."""
    for when, weight in _falling(day, day.weekday, years, 3.0):
        why = f"{when.isoformat()} has the weekday that stands beside it and {years.why}"
        yield Clue(when.year, weight, why)


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


def of_lead(told: Iterable[Node], day: Day, years: Years) -> Iterable[Clue]:
    """The first weekday of which the text tells, as the day itself in a year from which the text may be."""
    lead = next((node for node in told if node.make in ("weekday", "on_day")), None)
    inner = lead.args.get("wday", lead) if lead is not None else None
    if inner is None or "weekday" not in inner.args or "next" in inner.args or "last" in inner.args:
        return
    for when, weight in _falling(day, int(inner.args["weekday"]), years, 2.5):
        yield Clue(when.year, weight, f"{when.isoformat()} was the weekday that the text begins with")


def _falling(day: Day, weekday: int | None, years: Years, weight: float) -> Iterator[tuple[dt.date, float]]:
    """The days of the years from which a text may be that fall on a weekday, and what speaks for each.

    A dispatch names years near its own: a year soon after the last that it names speaks louder than one long after.
    """
    days = [day.in_year(year) for year in years.possible()]
    found = [when for when in days if when is not None and when.isoweekday() == weekday]
    soon = bool(found) and years.earliest is not None and found[0].year <= years.earliest + SOON
    for at, when in enumerate(found):
        yield when, weight - CLEARLY if soon and at else weight
