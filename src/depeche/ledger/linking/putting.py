"""Putting persons together anew from their attestations, and writing what has changed of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from depeche.knowledge.folding import fold
from depeche.knowledge.world import World
from depeche.ledger import rulings
from depeche.ledger.linking import alike, careers, names
from depeche.ledger.linking.attested import Attested
from depeche.ledger.linking.persons import Rulings, persons
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.rows import LONGEST
from depeche.ledger.schema import attestations, name_keys
from depeche.ledger.schema import persons as table

_COLUMNS = ("id", "name", "folded", "of", "role", "first", "last", "mentions")
_KEYS = Prepared(insert(name_keys), "key", "attestation")
_its = name_keys.alias()
_SHARING = Prepared(
    select(attestations).where(
        attestations.c.id.in_(
            select(name_keys.c.attestation)
            .join(_its, _its.c.key == name_keys.c.key)
            .where(among(_its.c.attestation, "touched"))
        )
    )
)
_NAMED = Prepared(select(attestations).where(among(attestations.c.id, "ids")))
_OF_PERSONS = Prepared(select(attestations).where(among(attestations.c.person, "persons")))
_PERSONS = Prepared(select(table).where(among(table.c.id, "ids")))
_NEW = Prepared(insert(table), *_COLUMNS)
_COUNTED = {"role", "first", "last", "mentions"}  # of a person, what no index holds


def _update(*columns: str) -> Prepared:
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    return Prepared(update(table).where(table.c.id == bindparam("its_id")).values(values))


_CHANGED, _GROWN = _update(*_COLUMNS[1:]), _update(*sorted(_COUNTED))
_GONE = Prepared(delete(table).where(table.c.id == bindparam("its_id")))
_WHOSE = Prepared(
    update(attestations)
    .where(attestations.c.id == bindparam("its_id"))
    .values({name: bindparam(name) for name in ("person", "reason", "steady")})
)
_UNKEYED = Prepared(delete(name_keys).where(name_keys.c.attestation == bindparam("its_id")))
_UNMADE = Prepared(delete(attestations).where(attestations.c.id == bindparam("its_id")))


def index(connection: Connection, attested: Iterable[Attested]) -> None:
    """Write the keys by which attestations are found."""
    _KEYS.run(
        connection,
        (
            {"key": key, "attestation": one.id}
            for one in attested
            for key in sorted({key[:LONGEST] for key in one.keys})
        ),
    )


def rebuild(connection: Connection) -> None:
    """Make all keys of names anew, and all persons."""
    connection.execute(delete(name_keys))
    every = [_attested(row) for row in connection.execute(select(attestations).order_by(attestations.c.id))]
    index(connection, every)
    _write(connection, every)


def relink(connection: Connection, touched: Collection[int]) -> set[int]:
    """Put together anew the persons near some attestations, and write them; the attestations that were looked at."""
    near = _near(connection, touched)
    _write(connection, near)
    return {one.id for one in near}


def renew(connection: Connection, which: Collection[int]) -> None:
    """Bring the rows of some persons up to their attestations."""
    if not which:
        return
    every: dict[int, list[Attested]] = defaultdict(list)
    for row in _OF_PERSONS.rows(connection, persons=which):
        every[row.person].append(_attested(row))
    _rewrite(connection, [_row(key, attested) for key, attested in sorted(every.items())], every.keys())


def _near(connection: Connection, touched: Collection[int]) -> list[Attested]:
    """The attestations that may be one person's with those touched, and all others of the persons they are joined to."""
    rows = _SHARING.rows(connection, touched=touched) + _NAMED.rows(connection, ids=touched)
    sharing = {row.id: _attested(row) for row in rows}
    ordered = [sharing[key] for key in sorted(sharing)]
    tied = {one.id: one for one in alike.tied(ordered, touched, merged=_rulings(connection).merged)}
    whose = {one.person for one in tied.values() if one.person is not None}
    for row in _OF_PERSONS.rows(connection, persons=whose) if whose else ():
        tied.setdefault(row.id, _attested(row))
    return [tied[key] for key in sorted(tied)]


def _write(connection: Connection, near: list[Attested]) -> None:
    """Write the persons that attestations make, where they are others than before; what nobody attests goes."""
    live = [one for one in near if one.mentions]
    found = persons(live, states=_states(), rulings=_rulings(connection))
    home = {one.id: (person.members[0][0].id, reason) for person in found for one, reason in person.members}
    before = {one.person for one in near if one.person is not None}
    _rewrite(connection, [_row(person.members[0][0].id, person.attested) for person in found], before)
    gone = [{"its_id": one.id} for one in near if not one.mentions]
    _UNKEYED.run(connection, gone)
    _UNMADE.run(connection, gone)
    steady = careers.steady(live)
    _WHOSE.run(
        connection,
        (
            {"its_id": one.id, "person": home[one.id][0], "reason": home[one.id][1], "steady": settled}
            for one in live
            for settled in (steady or not careers.timed(one),)
            if (one.person, one.reason, one.steady) != (*home[one.id], settled)
        ),
    )
    _GONE.run(connection, ({"its_id": key} for key in sorted(before - {key for key, _ in home.values()})))


def _rewrite(connection: Connection, rows: list[dict[str, Any]], before: Collection[int]) -> None:
    """Write the rows of persons that are new or have changed; `before` are those that there were.

    The indexes of names and sides are left alone where these are what they were.
    """
    known = {row.id: row._asdict() for row in _PERSONS.rows(connection, ids=before)} if before else {}
    _NEW.run(connection, (row for row in rows if row["id"] not in known))
    renamed: list[dict[str, Any]] = []
    grown: list[dict[str, Any]] = []
    for row in rows:
        was = known.get(row["id"], row)
        differ = {name for name in _COLUMNS if row[name] != was[name]}
        if differ:
            (grown if differ <= _COUNTED else renamed).append(row | {"its_id": row["id"]})
    _CHANGED.run(connection, renamed)
    _GROWN.run(connection, grown)


def _attested(row: Any) -> Attested:
    fields = ("id", "name", "of", "role", "former", "first", "last", "mentions", "person", "reason", "steady")
    return Attested(sign=row.mark, **{name: getattr(row, name) for name in fields})


def _row(key: int, every: list[Attested]) -> dict[str, Any]:
    """What the row of a person says, of all that attest it."""
    name = _best_name(every)
    latest = max(every, key=lambda one: (not one.former, one.last or "", bool(one.role), -one.id))
    days = [day for one in every for day in (one.first, one.last) if day]
    return {
        "id": key,
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
