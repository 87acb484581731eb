"""Keeping the persons of a ledger in step with its dispatches: only whom a dispatch touches is looked at again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from depeche.knowledge.folding import fold
from depeche.knowledge.world import World
from depeche.ledger import rulings
from depeche.ledger.linking import alike, names
from depeche.ledger.linking.attested import Attested, in_one_dispatch, mark
from depeche.ledger.linking.persons import Person, Rulings, persons
from depeche.ledger.rows import LONGEST
from depeche.ledger.schema import attestations, name_keys, people
from depeche.ledger.schema import persons as table

_AT_ONCE = 5_000  # rows named in one statement


def link(
    connection: Connection,
    dispatch: int,
    day: str | None,
    *,
    before: Iterable[int] = (),
    digest: str | None = None,
) -> None:
    """Join the persons of a new dispatch, or of one that was read anew, to those of all others.

    Of one that was read anew, `before` is what `unlink` gave, and `digest` finds what was ruled on this dispatch alone.
    """
    change = Counter({key: -count for key, count in Counter(before).items()})
    alone = _ruled_alone(connection, digest) if digest else frozenset()
    touched = set()
    for row in connection.execute(select(people).where(people.c.dispatch == dispatch).order_by(people.c.id)):
        sign = mark(row.name, row.of, row.role, former=row.former)
        if digest and in_one_dispatch(sign, digest) in alone:
            sign = in_one_dispatch(sign, digest)
        found, grown = _attest(connection, row, sign, day)
        connection.execute(update(people).where(people.c.id == row.id).values(attestation=found))
        change[found] += 1
        if grown:
            touched.add(found)
    touched |= _gone(connection, [key for key, by in change.items() if by < 0])
    for key, by in change.items():
        if by and key not in touched:
            whose = select(attestations.c.person).where(attestations.c.id == key).scalar_subquery()
            more = {"mentions": table.c.mentions + by}
            connection.execute(update(table).where(table.c.id == whose).values(more))
    if touched:
        relink(connection, touched)


def unlink(connection: Connection, dispatch: int) -> list[int]:
    """Take back what a dispatch attests, before it is read anew; the attestations, one for each row."""
    ids = select(people.c.attestation).where(people.c.dispatch == dispatch, people.c.attestation.is_not(None))
    found = sorted(connection.execute(ids).scalars())
    for key in found:
        count = attestations.c.mentions
        connection.execute(update(attestations).where(attestations.c.id == key).values(mentions=count - 1))
    return found


def _gone(connection: Connection, keys: list[int]) -> set[int]:
    """Those attestations that nobody makes any more."""
    a = attestations.c
    return set(connection.execute(select(a.id).where(a.id.in_(keys), a.mentions == 0)).scalars())


def _ruled_alone(connection: Connection, digest: str) -> frozenset[str]:
    """The marks of what a dispatch attests by itself, as was ruled."""
    pairs = rulings.standing(connection, "persons")
    return frozenset(sign for pair in pairs for sign in pair if sign.endswith(digest))


def _attest(connection: Connection, row: Any, sign: str, day: str | None) -> tuple[int, bool]:
    """Find or make the attestation of a row; its id, and whether it is new or tells of other days than before."""
    known = connection.execute(select(attestations).where(attestations.c.mark == sign)).first()
    if known is None:
        return _attest_anew(connection, row, sign, day), True
    first, last = _least(known.first, day), _most(known.last, day)
    connection.execute(
        update(attestations)
        .where(attestations.c.id == known.id)
        .values(mentions=known.mentions + 1, first=first, last=last)
    )
    return known.id, (first, last) != (known.first, known.last)


def _attest_anew(connection: Connection, row: Any, sign: str, day: str | None) -> int:
    key = (connection.execute(select(func.max(attestations.c.id))).scalar_one() or 0) + 1
    new = Attested(id=key, name=row.name, of=row.of, role=row.role, former=row.former)
    values = {"id": key, "mark": sign, "name": row.name, "of": row.of, "role": row.role, "former": row.former}
    connection.execute(insert(attestations), values | {"first": day, "last": day, "mentions": 1})
    _index(connection, [new])
    return key


def _index(connection: Connection, attested: Iterable[Attested]) -> None:
    rows = [
        {"key": key, "attestation": one.id}
        for one in attested
        for key in sorted({key[:LONGEST] for key in one.keys})
    ]
    if rows:
        connection.execute(insert(name_keys), rows)


def rebuild(connection: Connection) -> None:
    """Make all keys of names anew, and all persons."""
    connection.execute(delete(name_keys))
    every = [_attested(row) for row in connection.execute(select(attestations).order_by(attestations.c.id))]
    _index(connection, every)
    _write(connection, every)


def relink(connection: Connection, touched: Iterable[int]) -> None:
    """Put together anew the persons near some attestations, and write them."""
    _write(connection, _near(connection, set(touched)))


def _write(connection: Connection, near: list[Attested]) -> None:
    """Write the persons that attestations make, where they are others than before; what nobody attests goes."""
    a = attestations.c
    live = [one for one in near if one.mentions]
    found = persons(live, states=_states(), rulings=_rulings(connection))
    home = {one.id: (person.members[0][0].id, reason) for person in found for one, reason in person.members}
    before = {one.person for one in near if one.person is not None}
    _renew(connection, [_row(person) for person in found], before)
    for one in near:
        if not one.mentions:
            connection.execute(delete(name_keys).where(name_keys.c.attestation == one.id))
            connection.execute(delete(attestations).where(a.id == one.id))
        elif (one.person, one.reason) != home[one.id]:
            values = dict(zip(("person", "reason"), home[one.id], strict=True))
            connection.execute(update(attestations).where(a.id == one.id).values(values))
    for ids in _some(sorted(before - {key for key, _ in home.values()})):
        connection.execute(delete(table).where(table.c.id.in_(ids)))


def _renew(connection: Connection, rows: list[dict[str, Any]], before: set[int]) -> None:
    """Write the rows of persons that are new or have changed; `before` are those that there were."""
    known = {
        row.id: row._asdict()
        for ids in _some(sorted(before))
        for row in connection.execute(select(table).where(table.c.id.in_(ids)))
    }
    new = [row for row in rows if row["id"] not in known]
    if new:
        connection.execute(insert(table), new)
    for row in rows:
        if row["id"] in known and row != known[row["id"]]:
            connection.execute(update(table).where(table.c.id == row["id"]).values(row))


def _some(ids: list[int]) -> Iterator[list[int]]:
    """Ids, as many at a time as a statement takes."""
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))


def _near(connection: Connection, touched: set[int]) -> list[Attested]:
    """The attestations that may be one person's with those touched, and all others of the persons they are joined to."""
    a = attestations.c
    keys = select(name_keys.c.key).where(name_keys.c.attestation.in_(touched))
    sharing = select(name_keys.c.attestation).where(name_keys.c.key.in_(keys))
    told = select(a.id, a.mark, a.name, a.of, a.person).where(a.id.in_(touched) | a.id.in_(sharing))
    rows = [
        Attested(id=row.id, sign=row.mark, name=row.name, of=row.of, person=row.person)
        for row in connection.execute(told)
    ]
    tied = alike.tied(rows, touched, merged=_rulings(connection).merged)
    whose = {one.person for one in tied if one.person is not None}
    wanted = select(attestations).where(a.id.in_([one.id for one in tied]) | a.person.in_(whose))
    return [_attested(row) for row in connection.execute(wanted.order_by(a.id))]


def _attested(row: Any) -> Attested:
    fields = ("id", "name", "of", "role", "former", "first", "last", "mentions", "person", "reason")
    return Attested(sign=row.mark, **{name: getattr(row, name) for name in fields})


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
    verdicts = rulings.standing(connection, "persons").items()
    return Rulings(
        merged=frozenset(pair for pair, verdict in verdicts if verdict == "merge"),
        split=frozenset(pair for pair, verdict in verdicts if verdict == "split"),
    )


@lru_cache
def _states() -> frozenset[str]:
    return frozenset(World().states)


def _least(one: str | None, other: str | None) -> str | None:
    return min(filter(None, (one, other)), default=None)


def _most(one: str | None, other: str | None) -> str | None:
    return max(filter(None, (one, other)), default=None)
