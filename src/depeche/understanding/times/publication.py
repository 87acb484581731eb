"""The date of publication: given by the caller, told by the page, or inferred where the text allows just one.

What can be inferred is the year that a dateline or an update line leaves out ("17/12"). Years are weighed by
what the text tells (`clues`): numbered meetings of known date, a weekday beside the day and month, full dates
in the weeks before, and the first weekday of the text, which in wire reports is mostly the dateline's day.
Without a day and month on the page there is no date.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import msgspec

from depeche.knowledge import find_meeting, gazetteer, named_meetings
from depeche.languages.pack import Pack
from depeche.reading.document import Document
from depeche.record.tables import Basis
from depeche.understanding.times import clues
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.clues import BARE, Day
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.read import Nodes
from depeche.understanding.times.resolve import resolve

LONGEST_LINE = 90  # characters: a paragraph as short as this, with a full date, dates the page

MeetingDates = Callable[[str], Iterable[tuple[str, str]]]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The date of publication as EDTF, how it is known, and why, in words."""

    value: str | None
    basis: Basis | None
    reason: str | None


def publication(
    document: Document, pack: Pack, meeting_dates: MeetingDates | None = None, found: Nodes | None = None
) -> Published:
    """The date of publication of a document; `found` is what the grammar finds in its text.

    `meeting_dates` gives, for a text, the numbered meetings named in it, each as (name, EDTF date);
    by default those that `depeche.knowledge` knows.
    """
    if document.given:
        return Published(value=document.given, basis="given", reason="given by the caller")
    found = found or Nodes(document.text, pack)
    stamps = list(_stamps(document, found))
    told = next(((node, value) for node, value in stamps if _whole(value)), None)
    if told is not None:
        words = _words(document, told[0])
        return Published(value=told[1].edtf, basis="text", reason=f"'{words}' on the page")
    for node, value in stamps:
        if value.edtf.startswith("XXXX-") and value.grain == "day":
            weekday = node.args.get("weekday", node.args.get("dow"))
            day = Day(int(value.edtf[8:]), int(value.edtf[5:7]), weekday)
            known = meeting_dates or partial(known_meetings, language=document.language)
            return _inferred(document, found, _words(document, node), day, known)
    return Published(value=None, basis=None, reason="the page tells no date")


def known_meetings(text: str, *, language: str) -> Iterator[tuple[str, str]]:
    """The numbered meetings of the knowledge base that a text names, with the debate that opens a session."""
    for named in named_meetings(text, gazetteer(language).find(text), language):
        meeting = named.meeting
        if meeting is None:
            continue
        yield meeting.label, meeting.date
        if meeting.kind == "session":
            debate = find_meeting(meeting.forum, meeting.edition or 0, "debate")
            yield from [(debate.label, debate.date)] if debate else []


def _whole(value: Value) -> bool:
    return value.low is not None and value.grain == "day"


def _words(document: Document, node: Node) -> str:
    return document.text[node.start : node.end]


def _stamps(document: Document, found: Nodes) -> Iterator[tuple[Node, Value]]:
    """The days that the page tells: in its stamps (best first), datelines and metadata, and short lines."""
    zones = [(zone.start, zone.end) for zone in document.zones if zone.kind in ("dateline", "metadata")]
    body = [zone for zone in document.zones if zone.kind == "body"]
    lines = [(z.start, z.end) for z in [*body[-1:], *body[:1]] if z.end - z.start <= LONGEST_LINE]
    for span in [*document.stamps, *zones]:
        yield from _days(found, span)
    for span in lines:
        for node, value in _days(found, span):
            if _whole(value) and document.text[span[0] : node.start].rstrip()[-1:] in ("", ","):
                yield node, value


def _days(found: Nodes, span: tuple[int, int]) -> Iterator[tuple[Node, Value]]:
    for node in found(*span, page=True):
        value = resolve(node, BARE) if node.make in ("date", "figures") else None
        if value is not None:
            yield node, value


def _inferred(
    document: Document, found: Nodes, words: str, day: Day, meeting_dates: MeetingDates
) -> Published:
    zones = [zone for zone in document.zones if zone.kind in ("title", "body")]
    body = [node for z in zones for node in found(z.start, z.end, page=False)]
    text = "\n".join(document.text[zone.start : zone.end] for zone in zones)
    told = clues.years_told(body)
    year, whys = clues.weigh(
        [
            *clues.of_meetings(meeting_dates(text), day, body, document.text),
            *clues.of_weekday(day, told),
            *clues.of_full_dates(body, day),
            *clues.of_lead(body, day, told),
        ]
    )
    when = day.in_year(year) if year is not None else None
    if when is None:
        why = f"'{words}' has no year and the text does not tell it"
        return Published(value=None, basis=None, reason=why)
    reason = f"day and month of '{words}'; the year {year} because " + ", and ".join(whys)
    return Published(value=when.isoformat(), basis="inferred", reason=reason)
