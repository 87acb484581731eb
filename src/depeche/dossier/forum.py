"""A forum in a ledger: its members, its meetings, who met in its margins, and what was said of it."""

import msgspec
from sqlalchemy import ColumnElement, or_

from depeche.knowledge.meetings import Meeting, meetings
from depeche.knowledge.sides import side
from depeche.knowledge.world import world
from depeche.ledger import Ledger
from depeche.ledger.facts import Fact
from depeche.ledger.listing import where
from depeche.ledger.period import Period
from depeche.ledger.relations import of
from depeche.ledger.schema import encounters
from depeche.reading.published import check


class ForumPage(msgspec.Struct, frozen=True):
    """What is known of a forum, and what the ledger's dispatches tell of it, the newest first."""

    code: str
    name: str
    members: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    margins: tuple[Fact, ...]
    held: tuple[Fact, ...]
    said: tuple[Fact, ...]


def forum(ledger: Ledger, name: str, *, since: str | None = None, until: str | None = None) -> ForumPage:
    """The page of a forum, by code or name; UsageError for one that nobody knows."""
    code = side(name)
    period = Period(check(since), check(until))
    e = encounters.c
    with ledger.reading() as connection:
        return ForumPage(
            code=code,
            name=world().name_of(code),
            members=world().members(code),
            meetings=tuple(meeting for meeting in meetings() if meeting.forum == code),
            margins=tuple(where(connection, "encounters", in_margins(code), period)),
            held=tuple(where(connection, "encounters", _of(e.forum, code), period)),
            said=tuple(of(connection, "statements", code, "about", period)),
        )


def in_margins(code: str) -> ColumnElement[bool]:
    """Whether an encounter took place in the margins of a forum."""
    return _of(encounters.c.margins_of, code)


def _of(column: ColumnElement[str], code: str) -> ColumnElement[bool]:
    """Whether a column names the forum, with or without an edition ("ASEM FMM 14")."""
    return or_(column == code, column.startswith(f"{code} ", autoescape=True))
