"""Who is who: the persons that a ledger's dispatches name, the offices attested, and users' rulings on them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from depeche.errors import NotInLedger, UsageError
from depeche.knowledge.folding import fold
from depeche.ledger.linking import names, who
from depeche.ledger.schema import attestations, dispatches, name_keys, people, persons, rulings
from depeche.record import Span


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as worded, with the days of the first and the last dispatch that tells it."""

    office: str | None
    role: str | None
    of: str | None
    former: bool
    first: str | None
    last: str | None
    mentions: int


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a dispatch: which, of when, and its exact characters."""

    dispatch: int
    published: str | None
    title: str | None
    span: Span
    words: str


class Spelling(msgspec.Struct, frozen=True):
    """A form of the name with one role of one side, how often it is told, and why it is this person."""

    attestation: int
    name: str
    of: str | None
    role: str | None
    mentions: int
    reason: str


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """A person: the offices, the latest first, the spellings, and the words of the first and the last mention."""

    id: int
    name: str
    of: str | None
    role: str | None
    first: str | None
    last: str | None
    mentions: int
    offices: tuple[Office, ...]
    spellings: tuple[Spelling, ...]
    cited: tuple[Cited, ...]


def find(connection: Connection, name: str) -> list[Who]:
    """The persons of that name in any spelling, those named most often first; UsageError for no name."""
    if not names.words(name):
        raise UsageError(f"'{name}' is no name")
    keys = names.keys(name) | names.keys(name, mandarin=True)
    a = attestations.c
    near = select(a.person, a.name, a.of).where(
        a.id.in_(select(name_keys.c.attestation).where(name_keys.c.key.in_(keys))), a.person.is_not(None)
    )
    found = {row.person for row in connection.execute(near) if _is_meant(name, row.name)}
    order = select(persons).where(persons.c.id.in_(found)).order_by(persons.c.mentions.desc(), persons.c.id)
    return [_who(connection, row) for row in connection.execute(order)]


def person(connection: Connection, key: int) -> Who:
    """The person with this id; NotInLedger where there is none."""
    row = connection.execute(select(persons).where(persons.c.id == key)).first()
    if row is None:
        raise NotInLedger(f"no person {key} in this ledger; find the numbers with depeche who NAME")
    return _who(connection, row)


def merge(connection: Connection, keys: Sequence[int]) -> Who:
    """Rule that some persons are one, and say who it is now; kept when dispatches are read anew."""
    first, *others = (person(connection, key) for key in keys)
    for other in others:
        _rule(connection, "merge", first.spellings[0].attestation, other.spellings[0].attestation)
    who.relink(connection, [one.spellings[0].attestation for one in (first, *others)])
    return _of_attestation(connection, first.spellings[0].attestation)


def split(connection: Connection, key: int, spelling: int) -> tuple[Who, Who]:
    """Rule that a spelling (by its attestation's number) is not the person it was joined to; both as they are now."""
    given = person(connection, key)
    rest = [one.attestation for one in given.spellings if one.attestation != spelling]
    if len(rest) == len(given.spellings):
        raise UsageError(f"person {key} has no spelling {spelling}; see depeche who")
    if not rest:
        raise UsageError(f"person {key} has that spelling alone; there is nothing to split")
    for other in rest:
        _rule(connection, "split", spelling, other)
    who.relink(connection, [spelling, *rest])
    return _of_attestation(connection, spelling), _of_attestation(connection, rest[0])


def _is_meant(asked: str, name: str) -> bool:
    if len(names.words(asked)) == 1:
        word = names.words(asked)[0]
        return word in fold(name).split() or names.is_surname_of(word, name) or names.one(word, name)
    return names.same(asked, name) or names.one(asked, name) or names.one(asked, name, mandarin=True)


def _rule(connection: Connection, verdict: str, one: int, other: int) -> None:
    """Write a ruling, in the place of an earlier one on the same two."""
    found = select(attestations.c.id, attestations.c.mark).where(attestations.c.id.in_((one, other)))
    marks = {row.id: row.mark for row in connection.execute(found)}
    pair = (marks[one], marks[other])
    r = rulings.c
    for left, right in (pair, pair[::-1]):
        connection.execute(rulings.delete().where(r.about == "persons", r.one == left, r.other == right))
    key = (connection.execute(select(func.max(r.id))).scalar_one() or 0) + 1
    values = {"id": key, "about": "persons", "verdict": verdict, "one": pair[0], "other": pair[1]}
    connection.execute(insert(rulings), values)


def _of_attestation(connection: Connection, key: int) -> Who:
    found = connection.execute(select(attestations.c.person).where(attestations.c.id == key)).scalar_one()
    return person(connection, found)


def _who(connection: Connection, row: Any) -> Who:
    a = attestations.c
    spelt = connection.execute(
        select(a.id, a.name, a.of, a.role, a.mentions, a.reason)
        .where(a.person == row.id)
        .order_by(a.mentions.desc(), a.id)
    )
    return Who(
        id=row.id,
        name=row.name,
        of=row.of,
        role=row.role,
        first=row.first,
        last=row.last,
        mentions=row.mentions,
        offices=_offices(connection, row.id),
        spellings=tuple(Spelling(*spelling) for spelling in spelt),
        cited=_cited(connection, row.id),
    )


def _offices(connection: Connection, key: int) -> tuple[Office, ...]:
    p, day = people.c, dispatches.c.first
    held = (
        select(
            p.office, p.role, p.of, p.former,
            func.min(day).label("first"), func.max(day).label("last"), func.count().label("mentions"),
        )
        .join(dispatches, dispatches.c.id == p.dispatch)
        .join(attestations, attestations.c.id == p.attestation)
        .where(attestations.c.person == key, p.role.is_not(None))
        .group_by(p.office, p.role, p.of, p.former)
    )  # fmt: skip
    rows = sorted(
        connection.execute(held), key=lambda row: (row.last or "", row.first or "", row.office or "")
    )
    return tuple(Office(**row._asdict()) for row in reversed(rows))


def _cited(connection: Connection, key: int) -> tuple[Cited, ...]:
    """The words of the first and the last dispatch that name a person."""
    p = people.c
    every = (
        select(p.id, p.evidence, p.dispatch, dispatches.c.published, dispatches.c.title, dispatches.c.text)
        .join(dispatches, dispatches.c.id == p.dispatch)
        .join(attestations, attestations.c.id == p.attestation)
        .where(attestations.c.person == key)
    )
    day = dispatches.c.first
    ends = [
        connection.execute(every.order_by(day.asc().nulls_last(), p.id).limit(1)).first(),
        connection.execute(every.order_by(day.desc().nulls_last(), p.id.desc()).limit(1)).first(),
    ]
    return tuple({row.id: _citation(row) for row in ends if row}.values())


def _citation(row: Any) -> Cited:
    start, end = row.evidence[0]
    return Cited(
        dispatch=row.dispatch,
        published=row.published,
        title=row.title,
        span=(start, end),
        words=row.text[start:end],
    )
