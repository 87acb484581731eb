"""Who is who: the persons that a ledger's dispatches name, the offices attested, and users' rulings on them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from depeche.errors import NotInLedger, UsageError
from depeche.knowledge.folding import fold
from depeche.ledger import rulings
from depeche.ledger.linking import names, putting, who
from depeche.ledger.linking.attested import in_one_dispatch
from depeche.ledger.rulings import Ruling
from depeche.ledger.schema import attestations, dispatches, name_keys, of_dispatch, people, persons
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
    first, *others = (person(connection, key) for key in dict.fromkeys(keys))
    every = [one.spellings[0].attestation for one in (first, *others)]
    rulings.write(connection, "persons", "merge", _pairs(connection, every[0], every[1:]))
    putting.relink(connection, every)
    return _of_attestation(connection, every[0])


def split(connection: Connection, key: int, spelling: int) -> tuple[Who, Who]:
    """Rule that a spelling (by its attestation's number) is not the person it was joined to; both as they are now."""
    given = person(connection, key)
    rest = [one.attestation for one in given.spellings if one.attestation != spelling]
    if len(rest) == len(given.spellings):
        raise UsageError(f"person {key} has no spelling {spelling}; see depeche who")
    if not rest:
        raise UsageError(
            f"person {key} has that spelling alone; split what one dispatch names with --dispatch"
        )
    rulings.write(connection, "persons", "split", _pairs(connection, spelling, rest))
    putting.relink(connection, [spelling, *rest])
    return _of_attestation(connection, spelling), _of_attestation(connection, rest[0])


def split_dispatch(connection: Connection, key: int, dispatch: int) -> tuple[Who, Who]:
    """Rule that whom one dispatch names is not the person it was joined to, though named alike; both as they are now."""
    given = person(connection, key)
    p, every = people.c, [one.attestation for one in given.spellings]
    mine = connection.execute(
        select(p.id, p.attestation).where(of_dispatch(p.id, dispatch), p.attestation.in_(every))
    ).all()
    if not mine:
        raise UsageError(f"dispatch {dispatch} does not name person {key}; see depeche who")
    if len(mine) == given.mentions:
        raise UsageError(f"dispatch {dispatch} alone names person {key}; there is nothing to split")
    signs = _marks(connection, every)
    digest = connection.execute(select(dispatches.c.digest).where(dispatches.c.id == dispatch)).scalar_one()
    alone = {in_one_dispatch(signs[row.attestation], digest) for row in mine}
    pairs = [(one, other) for one in sorted(alone) for other in signs.values()]
    rulings.write(connection, "persons", "split", pairs)
    _attest_anew(connection, dispatch, digest)
    found = connection.execute(select(p.attestation).where(p.id == mine[0].id)).scalar_one()
    rest = connection.execute(
        select(attestations.c.id).where(attestations.c.id.in_(every), attestations.c.mentions > 0)
    ).scalars()
    return _of_attestation(connection, found), _of_attestation(connection, next(iter(rest)))


def withdraw(connection: Connection, ruling: Ruling) -> None:
    """Put together anew the persons of a ruling that was taken out."""
    signs = {*ruling.one, *ruling.other}
    found = select(dispatches.c.id, dispatches.c.digest)
    digests = {sign.rsplit("|", 1)[1] for sign in signs} - {"", "former"}
    for row in connection.execute(found.where(dispatches.c.digest.in_(digests))).all():
        _attest_anew(connection, row.id, row.digest)
    a = attestations.c
    putting.relink(connection, connection.execute(select(a.id).where(a.mark.in_(signs))).scalars().all())


def _attest_anew(connection: Connection, dispatch: int, digest: str) -> None:
    day = connection.execute(select(dispatches.c.first).where(dispatches.c.id == dispatch)).scalar_one()
    before = who.unlink(connection, dispatch)
    who.link(connection, dispatch, day, before=before, digest=digest)


def _pairs(connection: Connection, one: int, others: Sequence[int]) -> list[tuple[str, str]]:
    """The marks of an attestation and each of others."""
    signs = _marks(connection, [one, *others])
    return [(signs[one], signs[other]) for other in others]


def _marks(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    a = attestations.c
    found = connection.execute(select(a.id, a.mark).where(a.id.in_(keys)).order_by(a.id))
    return {row.id: row.mark for row in found}


def _is_meant(asked: str, name: str) -> bool:
    if len(names.words(asked)) == 1:
        word = names.words(asked)[0]
        return word in fold(name).split() or names.is_surname_of(word, name) or names.one(word, name)
    return names.same(asked, name) or names.one(asked, name) or names.one(asked, name, mandarin=True)


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
