"""The date of publication: given by the caller, told by the page, or inferred where the text allows just one.

What can be inferred is the year that a dateline or an update line leaves out ("17/12"). Years are weighed by
what the text tells: numbered meetings of known date (the 14th ASEM foreign ministers' meeting), a weekday beside a day and month, full dates shortly before, and the weekday that the first sentences name,
which in wire reports is the day of the dateline or the one before. Without a day and month there is no date.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from depeche.languages.pack import Pack
from depeche.reading.document import Document
from depeche.record.tables import Basis
from depeche.understanding.times.calendar import date, valid
from depeche.understanding.times.context import Context, Direction
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.read import nodes
from depeche.understanding.times.resolve import resolve

ENOUGH, AHEAD = 2.5, 1.0  # the weight that a year needs, and by how much it must beat the next one
NEAR_DAYS = 12  # a meeting this close to the day of publication is the news itself
AFTER_TOLD = 6  # how many years after the last year that the text names a dispatch may be from

MeetingDates = Callable[[str], Iterable[tuple[str, str]]]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The date of publication as EDTF, how it is known, and why, in words."""

    value: str | None
    basis: Basis | None
    reason: str | None


class Clue(msgspec.Struct, frozen=True):
    """Something that speaks for a year, how much, and in what words."""

    year: int
    weight: float
    why: str


def publication(document: Document, pack: Pack, meeting_dates: MeetingDates | None = None) -> Published:
    """The date of publication of a document.

    `meeting_dates` gives, for a text, the numbered meetings named in it, each as (name, EDTF date);
    by default those that `depeche.knowledge` knows.
    """
    if document.given:
        return Published(value=document.given, basis="given", reason="given by the caller")
    stamps = _stamps(document, pack)
    for node in stamps:
        value = resolve(node, Context(None, Direction()))
        if value is not None and value.grain == "day" and value.low is not None:
            return Published(value=value.edtf, basis="text", reason=f"'{_words(document, node)}' on the page")
    for node in stamps:
        day = _day(node)
        if day is not None:
            return _inferred(document, pack, node, day, meeting_dates or known_meetings)
    return Published(value=None, basis=None, reason="the page tells no date")


def known_meetings(text: str) -> Iterable[tuple[str, str]]:
    """The numbered meetings of the knowledge base that a text names; none where it has none."""
    return ()


def _words(document: Document, node: Node) -> str:
    return document.text[node.start : node.end]


def _stamps(document: Document, pack: Pack) -> list[Node]:
    """The dates in the page's stamps, best first; else those in its datelines and metadata."""
    zones = [(zone.start, zone.end) for zone in document.zones if zone.kind in ("dateline", "metadata")]
    spans = [*document.stamps, *zones]
    found = [node for span in spans for node in nodes(document.text, *span, pack, page=True)]
    return [node for node in found if node.make in ("date", "figures")]


def _day(node: Node) -> tuple[int, int] | None:
    """Day and month of a date without a year."""
    value = resolve(node, Context(None, Direction()))
    if value is None or not value.edtf.startswith("XXXX-") or len(value.edtf) != 10:
        return None
    return int(value.edtf[8:]), int(value.edtf[5:7])


def _inferred(
    document: Document, pack: Pack, stamp: Node, day: tuple[int, int], meeting_dates: MeetingDates
) -> Published:
    body = [
        node
        for zone in document.zones
        if zone.kind in ("title", "body")
        for node in nodes(document.text, zone.start, zone.end, pack, page=False)
    ]
    text = " ".join(document.text[z.start : z.end] for z in document.zones if z.kind in ("title", "body"))
    meetings = [*_of_meetings(meeting_dates(text), day, body)]
    told = _years_told(body)
    clues = [*meetings, *_of_stamp(stamp, day, told), *_of_full_dates(body, day), *_of_lead(body, day, told)]
    year, whys = _weigh(clues)
    words = _words(document, stamp)
    when = date(year, day[1], day[0]) if year is not None else None
    if when is None:
        why = f"'{words}' has no year and the text does not tell it"
        return Published(value=None, basis=None, reason=why)
    reason = f"day and month of '{words}'; the year {year} because " + ", and ".join(whys)
    return Published(value=when.isoformat(), basis="inferred", reason=reason)


def _weigh(clues: Sequence[Clue]) -> tuple[int | None, list[str]]:
    """The year with the most weight, if it is enough and well before the next, and what spoke for it."""
    weights: dict[int, float] = defaultdict(float)
    for clue in clues:
        weights[clue.year] += clue.weight
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < AHEAD):
        return None, []
    year = ranked[0][0]
    return year, list(dict.fromkeys(clue.why for clue in clues if clue.year == year and clue.why))


def _of_meetings(
    meetings: Iterable[tuple[str, str]], day: tuple[int, int], body: Sequence[Node]
) -> Iterable[Clue]:
    """A meeting just before the day is the news; one in the months before or after speaks more softly."""
    for name, when in meetings:
        if not valid(when) or len(when.split("/")[0]) < 10:
            continue
        first, last = (dt.date.fromisoformat(part) for part in (when.split("/")[0], when.split("/")[-1]))
        why = f"{name} was held {when}"
        for year in range(first.year - 1, first.year + 2):
            published = date(year, day[1], day[0])
            if published is None:
                continue
            off = (published - last).days
            if (published - first).days >= -NEAR_DAYS and off <= NEAR_DAYS:
                yield Clue(year, 4.0, why + _lead_within(body, published, first, last))
            elif 0 < off <= 365:
                yield Clue(year, 1.2, why)


def _lead_within(body: Sequence[Node], published: dt.date, first: dt.date, last: dt.date) -> str:
    """In words, the first weekday that falls on the meeting's days, if there is one."""
    for node in body:
        if node.make == "weekday":
            back = (published.isoweekday() - int(node.args["weekday"])) % 7
            day = published - dt.timedelta(days=back)
            if first <= day <= last:
                return f" (the weekday in the text was {day.isoformat()})"
    return ""


def _years_told(body: Sequence[Node]) -> list[int]:
    """Years in figures, also inside other expressions, that a text speaks of as past."""
    years: list[int] = []
    for node in body:
        if node.make in ("end", "year_range", "range"):
            continue
        years.extend(_years_in(node))
    return [year for year in years if 1800 <= year <= 2150]


def _years_in(node: Node) -> Iterable[int]:
    for value in node.args.values():
        if isinstance(value, Node):
            yield from _years_in(value)
    if "yyyy" in node.args:
        yield int(node.args["yyyy"])
    if "dmy" in node.args and node.args["dmy"][2] > 99:
        yield int(node.args["dmy"][2])


def _after(told: Sequence[int]) -> range:
    """The years from which a dispatch may be that names these years."""
    return range(max(told), max(told) + AFTER_TOLD) if told else range(0)


def _of_stamp(stamp: Node, day: tuple[int, int], told: Sequence[int]) -> Iterable[Clue]:
    """A weekday that stands beside the day and month."""
    weekday = stamp.args.get("weekday", stamp.args.get("dow"))
    if weekday is None:
        return
    for year in _after(told):
        when = date(year, day[1], day[0])
        if when is not None and when.isoweekday() == weekday:
            why = f"{when.isoformat()} has the weekday beside it and the text names {max(told)}"
            yield Clue(year, 3.0, why)


def _of_full_dates(body: Sequence[Node], day: tuple[int, int]) -> Iterable[Clue]:
    """A full date in the weeks before the day."""
    for node in body:
        value = resolve(node, Context(None, Direction())) if node.make in ("date", "figures") else None
        if value is None or value.low is None:
            continue
        for year in (value.low.year, value.low.year + 1):
            published = date(year, day[1], day[0])
            if published is not None and 0 <= (published - value.low).days <= 45:
                yield Clue(year, 2.0, f"the text tells of {value.edtf}")


def _of_lead(body: Sequence[Node], day: tuple[int, int], told: Sequence[int]) -> Iterable[Clue]:
    """The first weekday of the text, as the day itself in a year after those that the text names."""
    lead = next((node for node in body if node.make in ("weekday", "on_day")), None)
    inner = lead.args.get("wday", lead) if lead is not None else None
    if inner is None or "weekday" not in inner.args or "next" in inner.args or "last" in inner.args:
        return
    for year in _after(told):
        when = date(year, day[1], day[0])
        if when is not None and when.isoweekday() == int(inner.args["weekday"]):
            yield Clue(year, 2.5, f"{when.isoformat()} was the weekday that the text begins with")
