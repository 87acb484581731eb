"""What speaks for a year, where a page tells only day and month; a year must win clearly."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from depeche.understanding.times.calendar import date, valid
from depeche.understanding.times.context import Context, Direction
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.resolve import resolve

ENOUGH, CLEARLY = 2.5, 1.0  # the weight that a year needs, and by how much it must beat the next one
NEAR_DAYS = 12  # a meeting this close to the day of publication is the news itself
AFTER_TOLD = 6  # how many years after the last year that the text names a dispatch may be from
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
    year = ranked[0][0]
    return year, list(dict.fromkeys(whys[year]))


def of_meetings(meetings: Iterable[tuple[str, str]], day: Day, body: Sequence[Node]) -> Iterable[Clue]:
    """A meeting just before the day is the news; one in the year before speaks more softly."""
    for name, when in meetings:
        first, last = when.split("/")[0], when.split("/")[-1]
        if not valid(when) or len(first) != 10 or len(last) != 10 or "X" in when:
            continue
        yield from _of_meeting(name, dt.date.fromisoformat(first), dt.date.fromisoformat(last), day, body)


def _of_meeting(name: str, first: dt.date, last: dt.date, day: Day, body: Sequence[Node]) -> Iterable[Clue]:
    held = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    for year in range(first.year - 1, first.year + 3):
        published = day.in_year(year)
        if published is None:
            continue
        if (published - first).days >= -NEAR_DAYS and (published - last).days <= NEAR_DAYS:
            yield Clue(year, 4.0, f"{name} was held {held}{_weekday_within(body, published, first, last)}")
        elif 0 < (published - last).days <= 365:
            yield Clue(year, 1.2, f"{name} was held {held}")


def _weekday_within(body: Sequence[Node], published: dt.date, first: dt.date, last: dt.date) -> str:
    """In words, the first weekday of the text that falls on the meeting's days, if there is one."""
    for node in body:
        if node.make == "weekday":
            back = (published.isoweekday() - int(node.args["weekday"])) % 7
            day = published - dt.timedelta(days=back)
            if first <= day <= last:
                return f", where the weekday in the text falls on {day.isoformat()}"
    return ""


def of_weekday(day: Day, told: Sequence[int]) -> Iterable[Clue]:
    """A weekday that stands beside the day and month."""
    for year in _after(told) if day.weekday else ():
        when = day.in_year(year)
        if when is not None and when.isoweekday() == day.weekday:
            why = f"{when.isoformat()} has the weekday that stands beside it and the text names {max(told)}"
            yield Clue(year, 3.0, why)


def of_full_dates(body: Sequence[Node], day: Day) -> Iterable[Clue]:
    """A full date in the weeks before the day."""
    for node in body:
        value = resolve(node, BARE) if node.make in ("date", "figures") else None
        if value is None or value.low is None:
            continue
        for year in (value.low.year, value.low.year + 1):
            published = day.in_year(year)
            if published is not None and 0 <= (published - value.low).days <= 45:
                yield Clue(year, 2.5, f"the text tells of {value.edtf}")


def of_lead(body: Sequence[Node], day: Day, told: Sequence[int]) -> Iterable[Clue]:
    """The first weekday of the text, as the day itself in a year after those that the text names."""
    lead = next((node for node in body if node.make in ("weekday", "on_day")), None)
    inner = lead.args.get("wday", lead) if lead is not None else None
    if inner is None or "weekday" not in inner.args or "next" in inner.args or "last" in inner.args:
        return
    for year in _after(told):
        when = day.in_year(year)
        if when is not None and when.isoweekday() == int(inner.args["weekday"]):
            yield Clue(year, 2.5, f"{when.isoformat()} was the weekday that the text begins with")


def _after(told: Sequence[int]) -> range:
    """The years from which a dispatch may be that names these years."""
    return range(max(told), max(told) + AFTER_TOLD) if told else range(0)


def years_told(body: Sequence[Node]) -> list[int]:
    """Years in figures, also inside other expressions, but not of deadlines and plans."""
    found = [
        year for node in body if node.make not in ("end", "year_range", "range") for year in _years(node)
    ]
    return [year for year in found if 1800 <= year <= 2150]


def _years(node: Node) -> Iterable[int]:
    for value in node.args.values():
        if isinstance(value, Node):
            yield from _years(value)
    if "yyyy" in node.args:
        yield int(node.args["yyyy"])
    if "dmy" in node.args and node.args["dmy"][2] > 99:
        yield int(node.args["dmy"][2])
