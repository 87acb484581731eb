"""The desk: readings that somebody should look at, each with the reason, and those that were judged."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from depeche.errors import NotInLedger
from depeche.ledger.facts import Fact
from depeche.ledger.listing import listed
from depeche.ledger.occurrences import Occurrence, Wanted, occurrence
from depeche.ledger.occurrences import listed as occurrences
from depeche.ledger.period import Period
from depeche.ledger.query import Kind
from depeche.ledger.rulings import standing
from depeche.ledger.schema import FACTS, attestations, marked, persons
from depeche.ledger.schema import verdicts as table
from depeche.ledger.verdicts import Judged, every

_T = FACTS
# Why a reading is doubtful, by its table: what the reader left null because it was not sure.
DOUBTS: dict[str, dict[str, ColumnElement[bool]]] = {
    "events": {
        "no_source": _T["events"].c.source.is_(None),
        "no_target": and_(_T["events"].c.target.is_(None), _T["events"].c.cameo.not_like("01%")),
    },
    "positions": {"no_target": _T["positions"].c.target.is_(None)},
    "statements": {"no_speaker": _T["statements"].c.speaker.is_(None)},
    "commitments": {"no_partner": _T["commitments"].c.partner.is_(None)},
    "encounters": {"no_date": _T["encounters"].c.date.is_(None)},
}
# What a reviewer can put right, by table.
FIELDS: dict[str, tuple[str, ...]] = {
    "events": ("source", "target", "cameo", "status", "date"),
    "positions": ("holder", "stance", "target"),
    "statements": ("speaker", "speaker_of", "mode"),
    "commitments": ("holder", "partner", "strength", "due"),
    "encounters": ("kind", "date", "place", "status"),
}


# What a reviewer can settle of an occurrence.
SETTLED = ("date", "place", "status")


class Item(msgspec.Struct, frozen=True):
    """A reading to look at, why, and the verdict on it, if any."""

    about: Kind
    reasons: tuple[str, ...]
    fact: Fact
    judged: Judged | None = None


class Twins(msgspec.Struct, frozen=True):
    """Two persons who bear one name and stand apart: may be one."""

    one: Any
    other: Any


class Doubted(msgspec.Struct, frozen=True):
    """An occurrence on which its reports disagree, and the verdict on it, if any."""

    occurrence: Occurrence
    judged: Judged | None = None


def queue(connection: Connection, about: Kind, *, limit: int, offset: int = 0) -> list[Item]:
    """The doubtful readings of a table that nobody has judged, those of the newest dispatches first."""
    facts = listed(connection, about, _waiting(about), Period(), limit=limit, offset=offset)
    return [Item(about, tuple(_reasons(about, fact)), fact) for fact in facts]


def item(connection: Connection, about: Kind, number: int) -> Item | None:
    """One reading by its number, with the verdict on it; None where there is none."""
    found = listed(connection, about, [FACTS[about].c.id == number], Period(), limit=1)
    if not found:
        return None
    judged = next((one for one in every(connection) if one.about == about and number in one.numbers), None)
    return Item(about, tuple(_reasons(about, found[0])), found[0], judged)


def differing(connection: Connection, *, limit: int, offset: int = 0) -> list[Doubted]:
    """Occurrences on which their reports disagree and that nobody has judged, the newest first."""
    judged = {number for one in every(connection) if one.about == "occurrences" for number in one.numbers}
    found = occurrences(connection, Wanted(least=2, differing=True, limit=offset + limit + len(judged)))
    return [Doubted(one) for one in found if one.id not in judged][offset : offset + limit]


def doubted(connection: Connection, number: int) -> Doubted:
    """An occurrence by its number, with the verdict on it; NotInLedger where there is none."""
    told = [one for one in every(connection) if one.about == "occurrences" and number in one.numbers]
    return Doubted(occurrence(connection, number), next(iter(told), None))


def twins(connection: Connection, *, limit: int, offset: int = 0) -> list[Twins]:
    """Persons of one name whom the ledger holds apart and nobody ruled to be two, those named most often first."""
    ruled = _ruled_apart(connection)
    one, other = persons.alias("one"), persons.alias("other")
    pairs = (
        select(one.c.id, other.c.id)
        .join(other, and_(one.c.folded == other.c.folded, one.c.id < other.c.id))
        .order_by((one.c.mentions + other.c.mentions).desc(), one.c.id, other.c.id)
        .limit(offset + limit + len(ruled))
    )
    found = [pair for pair in connection.execute(pairs) if frozenset(pair) not in ruled][
        offset : offset + limit
    ]
    ids = {number for pair in found for number in pair}
    rows = {row.id: row for row in connection.execute(select(persons).where(persons.c.id.in_(ids)))}
    return [Twins(rows[one], rows[other]) for one, other in found]


def twins_of(connection: Connection, one: int, other: int) -> Twins:
    """Two persons by the numbers that they had; the same person twice where these were ruled to be one."""
    rows = {row.id: row for row in connection.execute(select(persons).where(persons.c.id.in_((one, other))))}
    left = next(iter(rows.values()), None)
    if left is None:
        raise NotInLedger(f"no persons {one} and {other} in this ledger")
    return Twins(rows.get(one, left), rows.get(other, left))


def _ruled_apart(connection: Connection) -> set[frozenset[int]]:
    """The pairs of persons who are two by a ruling."""
    apart = [pair for pair, verdict in standing(connection, "persons").items() if verdict == "split"]
    a, signs = attestations.c, {sign for pair in apart for sign in pair}
    rows = connection.execute(select(a.mark, a.person).where(a.mark.in_(signs)))
    whose = {row.mark: row.person for row in rows}
    return {frozenset((whose[one], whose[other])) for one, other in apart if one in whose and other in whose}


def counts(connection: Connection) -> dict[str, int]:
    """How many doubtful readings of each table nobody has judged."""
    found: dict[str, int] = {}
    for about in DOUBTS:
        query = select(func.count()).select_from(FACTS[about]).where(*_waiting(about))
        found[about] = connection.execute(query).scalar_one()
    return found


def _waiting(about: str) -> tuple[ColumnElement[bool], ...]:
    """The conditions of a reading that is doubtful and was not judged."""
    judged = exists().where(
        marked.c.kind == about,
        marked.c.fact == FACTS[about].c.id,
        table.c.about == about,
        table.c.mark == marked.c.mark,
    )
    return or_(*DOUBTS[about].values()), ~judged


def _reasons(about: Kind, fact: Fact) -> Iterator[str]:
    """The doubts that hold of a fact, seen from its row."""
    row = fact.row
    missing = {"no_source": "source", "no_speaker": "speaker", "no_partner": "partner", "no_date": "date"}
    for name in DOUBTS.get(about, {}):
        if row[missing.get(name, "target")] is None:
            yield name
