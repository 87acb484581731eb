"""One encounter or act, as all the dispatches that tell of it tell it."""

from itertools import combinations

import msgspec
from sqlalchemy import Connection, select

from depeche.errors import NotInLedger
from depeche.ledger.linking.places import Place, agree, place
from depeche.ledger.relations import Fact, Period, where
from depeche.ledger.schema import FACTS, occurrences, reports
from depeche.ledger.search import Kind

# What two reports of one occurrence may tell otherwise.
_TOLD: dict[str, tuple[str, ...]] = {
    "encounters": ("kind", "date", "place", "status", "forum"),
    "events": ("cameo", "date", "place", "status"),
}


class Report(msgspec.Struct, frozen=True):
    """A fact that tells of an occurrence, and why it is thought to."""

    fact: Fact
    reason: str


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """What several dispatches tell of alike; `differing` are what they tell otherwise, by column."""

    id: int
    kind: Kind
    what: str  # the kind of encounter, the CAMEO code of an event
    first: str | None
    last: str | None
    status: str | None
    reports: tuple[Report, ...]
    differing: dict[str, tuple[str, ...]]


def occurrence(connection: Connection, key: int) -> Occurrence:
    """The occurrence of that number, its reports the newest first; NotInLedger where there is none."""
    row = connection.execute(select(occurrences).where(occurrences.c.id == key)).first()
    if row is None:
        raise NotInLedger(f"no occurrence {key} in this ledger")
    told = select(reports.c.fact, reports.c.reason).where(reports.c.occurrence == key)
    reasons = {report.fact: report.reason for report in connection.execute(told)}
    facts = where(connection, row.kind, FACTS[row.kind].c.id.in_(reasons), Period())
    return Occurrence(
        id=row.id,
        kind=row.kind,
        what=row.what,
        first=row.first,
        last=row.last,
        status=row.status,
        reports=tuple(Report(fact, reasons[fact.id]) for fact in facts),
        differing=_differing(facts, _TOLD[row.kind]),
    )


def _differing(facts: list[Fact], columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What is told otherwise; two names of one place are not."""
    told = {name: sorted({fact.row[name] for fact in facts if fact.row[name]}) for name in columns}
    if _agree([place(fact.row["place"], fact.language) for fact in facts]):
        told.pop("place", None)
    return {name: tuple(values) for name, values in told.items() if len(values) > 1}


def _agree(told: list[Place | None]) -> bool:
    return all(agree(one, other) for one, other in combinations(filter(None, told), 2))
