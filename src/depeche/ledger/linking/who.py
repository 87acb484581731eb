"""Keeping the persons of a ledger in step with its dispatches: only whom a dispatch touches is looked at again."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from depeche.knowledge.folding import fold
from depeche.knowledge.world import World
from depeche.ledger.linking import names
from depeche.ledger.linking.attested import Attested, mark
from depeche.ledger.linking.persons import Person, Rulings, persons
from depeche.ledger.rows import LONGEST
from depeche.ledger.schema import attestations, name_keys, people, rulings
from depeche.ledger.schema import persons as table


def link(connection: Connection, dispatch: int, day: str | None) -> None:
    """Join the persons of a new dispatch, or of one that was read anew, to those of all others."""
    touched = []
    for row in connection.execute(select(people).where(people.c.dispatch == dispatch).order_by(people.c.id)):
        found, grown = _attest(connection, row, day)
        connection.execute(update(people).where(people.c.id == row.id).values(attestation=found))
        if grown:
            touched.append(found)
    if touched:
        relink(connection, touched)


def unlink(connection: Connection, dispatch: int) -> None:
    """Take back what a dispatch attests, before it is read anew."""
    ids = select(people.c.attestation).where(people.c.dispatch == dispatch, people.c.attestation.is_not(None))
    for key in sorted(connection.execute(ids).scalars()):
        count = attestations.c.mentions
        connection.execute(update(attestations).where(attestations.c.id == key).values(mentions=count - 1))
    # An attestation that nobody makes any more stays, without mentions, so that its ruling stays with it.


def _attest(connection: Connection, row: Any, day: str | None) -> tuple[int, bool]:
    """Find or make the attestation of a row; its id, and whether it is new or tells of other days than before."""
    sign = mark(row.name, row.of, row.role, former=row.former)
    known = connection.execute(select(attestations).where(attestations.c.mark == sign)).first()
    if known is None:
        return _attest_anew(connection, row, sign, day), True
    first, last = _least(known.first, day), _most(known.last, day)
    connection.execute(
        update(attestations)
        .where(attestations.c.id == known.id)
        .values(mentions=known.mentions + 1, first=first, last=last)
    )
    return known.id, (first, last) != (known.first, known.last) or known.mentions == 0


def _attest_anew(connection: Connection, row: Any, sign: str, day: str | None) -> int:
    key = (connection.execute(select(func.max(attestations.c.id))).scalar_one() or 0) + 1
    new = Attested(id=key, name=row.name, of=row.of, role=row.role, former=row.former)
    values = {"id": key, "mark": sign, "name": row.name, "of": row.of, "role": row.role, "former": row.former}
    connection.execute(insert(attestations), values | {"first": day, "last": day, "mentions": 1})
    if new.keys:
        rows = [{"key": name_key[:LONGEST], "attestation": key} for name_key in sorted(new.keys)]
        connection.execute(insert(name_keys), rows)
    return key


def relink(connection: Connection, touched: Iterable[int]) -> None:
    """Put together anew the persons near some attestations, and write them."""
    near = _near(connection, set(touched))
    found = persons(near, states=_states(), rulings=_rulings(connection))
    old = {one.person for one in near if one.person is not None}
    ids = [one.id for one in near]
    connection.execute(
        update(attestations).where(attestations.c.id.in_(ids)).values(person=None, reason=None)
    )
    connection.execute(delete(table).where(table.c.id.in_(old)))
    connection.execute(insert(table), [_row(person) for person in found])
    for person in found:
        for one, reason in person.members:
            values = {"person": person.members[0][0].id, "reason": reason}
            connection.execute(update(attestations).where(attestations.c.id == one.id).values(values))


def _near(connection: Connection, touched: set[int]) -> list[Attested]:
    """The attestations that share a key with those touched, and all others of the persons they are joined to."""
    keys = select(name_keys.c.key).where(name_keys.c.attestation.in_(touched))
    sharing = select(name_keys.c.attestation).where(name_keys.c.key.in_(keys))
    whose = select(attestations.c.person).where(attestations.c.id.in_(sharing))
    a = attestations.c
    wanted = select(attestations).where(a.id.in_(touched) | a.id.in_(sharing) | a.person.in_(whose))
    fields = ("id", "name", "of", "role", "former", "first", "last", "mentions", "person")
    return [
        Attested(**{name: getattr(row, name) for name in fields})
        for row in connection.execute(wanted.order_by(a.id))
    ]


def _row(person: Person) -> dict[str, Any]:
    every = person.attested
    name = _best_name(every)
    latest = max(every, key=lambda one: (not one.former, one.last or "", bool(one.role), -one.id))
    days = [day for one in every for day in (one.first, one.last) if day]
    return {
        "id": person.members[0][0].id,
        "name": name,
        "folded": fold(name)[:LONGEST],
        "of": latest.of,
        "role": latest.role,
        "first": min(days, default=None),
        "last": max(days, default=None),
        "mentions": sum(one.mentions for one in every),
    }


def _best_name(every: list[Attested]) -> str:
    """The name written most often, of those with the most words."""
    counts: dict[str, int] = {}
    for one in every:
        counts[one.name] = counts.get(one.name, 0) + one.mentions
    return max(counts, key=lambda name: (min(2, len(names.words(name))), counts[name], len(name), name))


def _rulings(connection: Connection) -> Rulings:
    rows = connection.execute(select(rulings).where(rulings.c.about == "persons")).all()
    pairs = {(row.verdict, (min(row.one, row.other), max(row.one, row.other))) for row in rows}
    return Rulings(
        merged=frozenset(pair for verdict, pair in pairs if verdict == "merge"),
        split=frozenset(pair for verdict, pair in pairs if verdict == "split"),
    )


@lru_cache
def _states() -> frozenset[str]:
    return frozenset(World().states)


def _least(one: str | None, other: str | None) -> str | None:
    return min(filter(None, (one, other)), default=None)


def _most(one: str | None, other: str | None) -> str | None:
    return max(filter(None, (one, other)), default=None)
