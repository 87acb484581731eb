"""The date of publication: given by the caller, told by the page, or inferred where the text allows just one.

What can be inferred is the year that a dateline or an update line leaves out ("17/12"). Years are weighed by
what the text tells (`clues`): numbered meetings of known date, a weekday beside the day and month, full dates
in the weeks before, and the first weekday of the text, which in wire reports is mostly the dateline's day.
Without a day and month on the page, a full date in the first sentence of the text is that of the news.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import msgspec

from depeche.knowledge import find_meeting, gazetteer, named_meetings
from depeche.languages.pack import Pack
from depeche.reading.document import Document
from depeche.record.tables import Basis
from depeche.syntax.parse import Parse
from depeche.understanding.times import clues
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.clues import Day
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.page import Page, dated, whole
from depeche.understanding.times.read import Nodes

MeetingDates = Callable[[str], Iterable[tuple[str, str]]]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The date of publication as EDTF, how it is known, and why, in words."""

    value: str | None
    basis: Basis | None
    reason: str | None


def publication(
    document: Document,
    pack: Pack,
    meeting_dates: MeetingDates | None = None,
    found: Nodes | None = None,
    parse: Parse | None = None,
) -> Published:
    """The date of publication of a document; `found` is what the grammar finds in its text, `parse` its tree.

    `meeting_dates` gives, for a text, the numbered meetings named in it, each as (name, EDTF date);
    by default those that `depeche.knowledge` knows.
    """
    if document.given:
        return Published(value=document.given, basis="given", reason="given by the caller")
    page = Page(document, pack, found or Nodes(document.text, pack), parse)
    stamps = list(page.stamps())
    told = next(((node, value) for node, value in stamps if whole(value)), None)
    if told is not None:
        return Published(value=told[1].edtf, basis="text", reason=f"'{page.words(told[0])}' on the page")
    known = meeting_dates or partial(known_meetings, language=document.language)
    for node, value in stamps:
        if value.edtf.startswith("XXXX-") and value.grain == "day":
            return _inferred(page, node, value, known)
    return _of_news(page) or Published(value=None, basis=None, reason="the page tells no date")


def known_meetings(text: str, *, language: str) -> Iterator[tuple[str, str]]:
    """The numbered meetings of the knowledge base that a text names, with the debate that opens a session."""
    hits = tuple(gazetteer(language).find_each(text, [(0, len(text))]))
    for named in named_meetings(text, hits, language):
        meeting = named.meeting
        if meeting is None:
            continue
        yield meeting.label, meeting.date
        if meeting.kind == "session":
            debate = find_meeting(meeting.forum, meeting.edition or 0, "debate")
            yield from [(debate.label, debate.date)] if debate else []


def _inferred(page: Page, node: Node, value: Value, meeting_dates: MeetingDates) -> Published:
    """The date of a page that tells day and month, as `value`."""
    words = page.words(node)
    day = Day(int(value.edtf[8:]), int(value.edtf[5:7]), node.args.get("weekday", node.args.get("dow")))
    texts = (page.document.text[zone.start : zone.end] for zone in page.zones("title", "body"))
    meetings = [meeting for text in texts for meeting in meeting_dates(text)]
    year, whys = clues.weigh(
        [
            *clues.of_meetings(meetings, day, page.body, page.document.text),
            *clues.of_weekday(day, page.years),
            *clues.of_full_dates(page.body, day),
            *clues.of_lead(page.told(), day, page.years),
        ]
    )
    when = day.in_year(year) if year is not None else None
    if when is None:
        why = f"'{words}' has no year and the text does not tell it"
        return Published(value=None, basis=None, reason=why)
    reason = f"day and month of '{words}'; the year {year} because " + ", and ".join(whys)
    return Published(value=when.isoformat(), basis="inferred", reason=reason)


def _of_news(page: Page) -> Published | None:
    """The full date of the news that opens a text without any on its page, where nothing later is told."""
    for node in page.told():
        value = dated(node)
        if value is None or value.low is None:
            continue
        if not page.opens(node) or page.before(value):
            return None
        days = [other.low for other in map(dated, page.told()) if other is not None and other.low is not None]
        if not whole(value) or max(days) > value.low:
            return None
        reason = f"'{page.words(node)}' is the day of the news that the text begins with"
        return Published(value=value.edtf, basis="inferred", reason=reason)
    return None
