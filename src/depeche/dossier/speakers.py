"""Who speaks for a side, and what a side said to or about another."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, String, cast, desc, func, select

from depeche.dossier.dossier import MOST, Speaker
from depeche.ledger.relations import Fact, Period, between, by_number, within
from depeche.ledger.schema import parties, people, statements

_MANY = 5  # speakers of a side
_LOOKED_AT = 3 * _MANY  # of those who speak most often: some are not named as persons
_RECENT = 20  # statements of a speaker that are looked through for the office


def speakers(connection: Connection, side: str, period: Period) -> tuple[Speaker, ...]:
    """The persons who speak most often for a side; of two who do so as often, who did last."""
    s, p = statements.c, parties.c
    own = select(s.id, s.speaker, s.dispatch, p.day).join(parties, p.fact == s.id)
    own = own.where(p.kind == "statements", p.code == side, p.role == "speaker", *within(period, p.dispatch))
    own = own.where(s.speaker_of == side, s.speaker != side)
    often = own.with_only_columns(s.speaker, func.count().label("times")).group_by(s.speaker)
    counted = connection.execute(often.order_by(desc("times"), s.speaker).limit(_LOOKED_AT)).all()
    latest = _latest(connection, [row.speaker for row in counted], own)
    offices = _offices(connection, {row.dispatch for rows in latest.values() for row in rows})
    found = [
        (row.speaker, row.times, latest[row.speaker])
        for row in counted
        if (latest[row.speaker][0].dispatch, row.speaker) in offices
    ]
    found.sort(key=lambda one: (-one[1], _backwards(one[2][0].day), one[0]))
    facts = by_number(connection, "statements", [rows[0].id for _, _, rows in found[:_MANY]])
    return tuple(
        Speaker(name, _office(rows, name, offices), rows[0].day, times, facts[rows[0].id])
        for name, times, rows in found[:_MANY]
    )


def said(connection: Connection, side: str, about: str, period: Period) -> tuple[Fact, ...]:
    """What a side said to or about another, the newest first."""
    told = cast(statements.c.content, String) != "null"
    roles = [("speaker", "about")]
    return tuple(
        between(connection, "statements", side, about, period, roles=roles, condition=told, limit=MOST)
    )


def _latest(connection: Connection, names: list[str], own: Select[Any]) -> dict[str, list[Any]]:
    """The newest statements of speakers by name."""
    s, day = statements.c, parties.c.day
    found: dict[str, list[Any]] = {name: [] for name in names}
    for row in connection.execute(own.where(s.speaker.in_(names)).order_by(day.desc().nulls_last(), s.id)):
        if len(found[row.speaker]) < _RECENT:
            found[row.speaker].append(row)
    return found


def _offices(connection: Connection, which: set[int]) -> dict[tuple[int, str], str | None]:
    """The offices of the persons that dispatches name, by dispatch and name."""
    columns = (people.c.dispatch, people.c.name, people.c.office)
    return {
        (row.dispatch, row.name): row.office
        for row in connection.execute(select(*columns).where(people.c.dispatch.in_(which)))
    }


def _office(rows: Iterable[Any], name: str, offices: dict[tuple[int, str], str | None]) -> str | None:
    """The office that was told last."""
    return next(filter(None, (offices.get((row.dispatch, name)) for row in rows)), None)


def _backwards(day: str | None) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in day or "")
