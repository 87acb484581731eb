"""Who speaks for a side, and what a side said to or about another."""

from sqlalchemy import Connection, select

from depeche.dossier.dossier import Speaker
from depeche.ledger.relations import Fact, Period, between, of
from depeche.ledger.schema import people

_MANY = 5


def speakers(connection: Connection, side: str, period: Period) -> tuple[Speaker, ...]:
    """The persons who speak most often for a side; of two who do so as often, who did last."""
    facts = of(connection, "statements", side, "speaker", period)
    named: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.row["speaker"] and fact.row["speaker"] != side and fact.row["speaker_of"] == side:
            named.setdefault(fact.row["speaker"], []).append(fact)
    offices = _offices(connection, {fact.dispatch for fact in facts})
    found = [
        Speaker(name, _office(said, name, offices), said[0].day, len(said), said[0])
        for name, said in named.items()
        if (said[0].dispatch, name) in offices
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, _backwards(one.last), one.name))[:_MANY])


def said(connection: Connection, side: str, about: str, period: Period) -> tuple[Fact, ...]:
    """What a side said to or about another, the newest first."""
    facts = between(connection, "statements", side, about, period, roles=[("speaker", "about")])
    return tuple(fact for fact in facts if fact.row["content"])


def _offices(connection: Connection, which: set[int]) -> dict[tuple[int, str], str | None]:
    """The offices of the persons that dispatches name, by dispatch and name."""
    columns = (people.c.dispatch, people.c.name, people.c.office)
    return {
        (row.dispatch, row.name): row.office
        for row in connection.execute(select(*columns).where(people.c.dispatch.in_(which)))
    }


def _office(facts: list[Fact], name: str, offices: dict[tuple[int, str], str | None]) -> str | None:
    """The office that was told last."""
    return next(filter(None, (offices.get((fact.dispatch, name)) for fact in facts)), None)


def _backwards(day: str | None) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in day or "")
