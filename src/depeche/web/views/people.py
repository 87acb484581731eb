"""Persons: the list of them, and one with what he or she said and whom met."""

import json
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, String, and_, cast, or_, select

from depeche.knowledge.folding import fold
from depeche.ledger.facts import Fact
from depeche.ledger.listing import listed
from depeche.ledger.period import Period
from depeche.ledger.schema import (
    PER_DISPATCH,
    attestations,
    dispatches,
    encounters,
    of_dispatch,
    people,
    persons,
    statements,
)
from depeche.ledger.whoswho import Who, person
from depeche.web.views.reader.marks import key


class PersonPage(msgspec.Struct, frozen=True):
    """Who somebody is, and the newest statements and encounters."""

    who: Who
    statements: tuple[Fact, ...]
    encounters: tuple[Fact, ...]


def catalogue(connection: Connection, words: str, of: str, *, limit: int, offset: int) -> list[Row[Any]]:
    """Persons whose name holds some words, of one side where it is given, those named most often first."""
    p = persons.c
    found = select(p.id, p.name, p.of, p.role, p.first, p.last, p.mentions)
    for word in fold(words).split():
        found = found.where(p.folded.contains(word, autoescape=True))
    if of:
        found = found.where(p.of == of)
    return list(connection.execute(found.order_by(p.mentions.desc(), p.id).limit(limit).offset(offset)))


def person_page(connection: Connection, number: int, *, facts: int = 12) -> PersonPage:
    """A person by number; UsageError where there is none."""
    who = person(connection, number)
    named = _named(connection, number)
    said = or_(*(_in(statements, dispatch, statements.c.speaker == name) for dispatch, name in named))
    # Participants are a list in JSON: its text holds the name between quotation marks.
    met = or_(*(_in(encounters, dispatch, _holds(name)) for dispatch, name in named))
    return PersonPage(
        who,
        tuple(listed(connection, "statements", [said], Period(), limit=facts)) if named else (),
        tuple(listed(connection, "encounters", [met], Period(), limit=facts)) if named else (),
    )


def named_in(connection: Connection, dispatch: int) -> dict[str, int]:
    """The persons that a dispatch names, by the keys of the rows of its people."""
    found = (
        select(people.c.id, attestations.c.person)
        .join(attestations, attestations.c.id == people.c.attestation)
        .where(of_dispatch(people.c.id, dispatch))
    )
    return {key("people", row.id % PER_DISPATCH): row.person for row in connection.execute(found)}


def _named(connection: Connection, number: int, limit: int = 200) -> list[tuple[int, str]]:
    """The newest dispatches that name a person, with the name as each has it."""
    found = (
        select(people.c.dispatch, people.c.name)
        .join(attestations, attestations.c.id == people.c.attestation)
        .join(dispatches, dispatches.c.id == people.c.dispatch)
        .where(attestations.c.person == number)
        .order_by(dispatches.c.first.desc().nulls_last(), people.c.id)
        .limit(limit)
    )
    return [(row.dispatch, row.name) for row in connection.execute(found)]


def _in(table: Any, dispatch: int, condition: Any) -> Any:
    return and_(of_dispatch(table.c.id, dispatch), condition)


def _holds(name: str) -> Any:
    text = cast(encounters.c.participants, String)
    return or_(
        *(
            text.contains(form, autoescape=True)
            for form in {json.dumps(name), json.dumps(name, ensure_ascii=False)}
        )
    )
