"""A state or organisation: with whom it deals most, who speaks for it, the newest facts of each kind."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, func, select

from depeche.dossier.forum import in_margins
from depeche.knowledge.meetings import Meeting, meetings
from depeche.knowledge.world import world
from depeche.ledger.facts import Fact
from depeche.ledger.listing import has, listed
from depeche.ledger.period import Period
from depeche.ledger.query import KINDS, Kind
from depeche.ledger.schema import parties, persons

SHOWN: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "people")


MARGINS = 20  # encounters in the margins of a forum


class Partner(msgspec.Struct, frozen=True):
    """Another side, and in how many facts both have a part."""

    code: str
    facts: int
    last: str | None


class SidePage(msgspec.Struct, frozen=True, kw_only=True):
    """What a page on one side shows; the facts of each kind are the newest."""

    code: str
    partners: tuple[Partner, ...]
    persons: tuple[Row[Any], ...]
    facts: dict[str, tuple[Fact, ...]]
    members: tuple[str, ...]
    member_of: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    margins: tuple[Fact, ...]


def side_page(connection: Connection, code: str, *, facts: int = 5) -> SidePage:
    """What the ledger holds on a side by its code, and what is known of it anyway."""
    known = world()
    return SidePage(
        code=code,
        partners=partners(connection, code),
        persons=_persons(connection, code),
        facts={
            kind: tuple(listed(connection, kind, [has(kind, code)], Period(), limit=facts)) for kind in SHOWN
        },
        members=known.members(code),
        member_of=tuple(body for body in known.organisations if code in known.members(body)),
        meetings=tuple(meeting for meeting in reversed(meetings()) if meeting.forum == code),
        margins=() if known.is_state(code) else _margins(connection, code),
    )


def _margins(connection: Connection, code: str) -> tuple[Fact, ...]:
    return tuple(listed(connection, "encounters", [in_margins(code)], Period(), limit=MARGINS))


def partners(connection: Connection, code: str, limit: int = 15) -> tuple[Partner, ...]:
    """The states that have a part in most facts of a side."""
    one, other = parties.alias("one"), parties.alias("other")
    same = and_(
        other.c.dispatch == one.c.dispatch,
        other.c.kind == one.c.kind,
        other.c.fact == one.c.fact,
        other.c.code != code,
    )
    count = func.count(one.c.fact.distinct())
    found = (
        select(other.c.code, count, func.max(one.c.day))
        .select_from(one)
        .join(other, same)
        .where(one.c.code == code)
        .group_by(other.c.code)
        .order_by(count.desc(), other.c.code)
        .limit(4 * limit)
    )
    states = world().states
    return tuple(Partner(*row) for row in connection.execute(found) if row[0] in states)[:limit]


def _persons(connection: Connection, code: str, limit: int = 15) -> tuple[Row[Any], ...]:
    p = persons.c
    found = select(p.id, p.name, p.role, p.first, p.last, p.mentions).where(p.of == code)
    return tuple(connection.execute(found.order_by(p.mentions.desc(), p.id).limit(limit)))
