"""A timeline of two sides: encounters, acts, promises and positions on one axis, each occurrence once."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection

from depeche.dossier.acts import once
from depeche.dossier.build import Shared, build, shared, two
from depeche.dossier.dossier import Dossier
from depeche.dossier.meetings import ROLES, meetings
from depeche.dossier.persons import Persons
from depeche.ledger import Ledger
from depeche.ledger.facts import Fact, remembered
from depeche.ledger.period import Period
from depeche.ledger.relations import between
from depeche.reading.published import check


class Entry(msgspec.Struct, frozen=True):
    """What was on a day: the kind of fact, what it was in short, and the facts that tell it."""

    day: str | None
    kind: str
    what: str
    facts: tuple[Fact, ...]


def timeline(
    ledger: Ledger,
    one: str,
    other: str,
    *,
    since: str | None = None,
    until: str | None = None,
    newest: int | None = None,
) -> tuple[Entry, ...]:
    """The entries of two sides, by code or name, the earliest first; what has no day comes last.

    With `newest` no more facts of each kind are looked at, those told of the latest days.
    """
    pair, period = two(one, other, "timeline"), Period(check(since), check(until))
    with ledger.reading() as connection, remembered(connection):
        known = Shared(
            between(connection, "encounters", *pair, period, roles=ROLES, limit=newest),
            between(connection, "events", *pair, period, limit=newest),
        )
        return entries(connection, pair, period, known, newest=newest)


def dossier_with_timeline(
    ledger: Ledger,
    one: str,
    other: str,
    *,
    since: str | None = None,
    until: str | None = None,
    changes_since: str | None = None,
    newest: int,
) -> tuple[Dossier, tuple[Entry, ...]]:
    """Both of two sides, of one state of the ledger; `newest` is at most what a dossier is made of (MOST)."""
    pair, period = two(one, other), Period(check(since), check(until))
    new = check(changes_since) or check(since)
    with ledger.reading() as connection, remembered(connection):
        known = shared(connection, pair, period.until)
        found = build(connection, pair, period, new, known)
        return found, entries(connection, pair, period, known, newest=newest)


def entries(
    connection: Connection, pair: tuple[str, str], period: Period, known: Shared, *, newest: int | None
) -> tuple[Entry, ...]:
    """The entries of a timeline; `known` is what both share, those of the period and maybe earlier ones."""
    first = period.first or ""
    encounters = [fact for fact in known.encounters if not first or (fact.day or "") >= first][:newest]
    events = [fact for fact in known.events if not first or (fact.day or "") >= first][:newest]
    persons = Persons(connection, (fact.dispatch for fact in encounters))
    made = [
        Entry(
            met.day,
            "encounter",
            _told(met.kind, met.status, met.place, ", ".join(one.name for one in met.persons)),
            met.facts,
        )
        for met in meetings(encounters, persons, pair)
    ]
    told = {fact.occurrence for fact in encounters}
    made += _acts(events, told)
    for kind in ("positions", "commitments"):
        made += [_entry(fact) for fact in between(connection, kind, *pair, period, limit=newest)]
    return tuple(sorted(made, key=lambda entry: (entry.day or "9", entry.facts[0].id)))


def _acts(events: list[Fact], met: set[int | None]) -> Iterator[Entry]:
    """What was done, without the acts of meeting that an encounter tells."""
    for group in once(events):
        row = group[0].row
        if group[0].occurrence is None or group[0].occurrence not in met:
            sides = f"{row['source'] or '?'} {'⇄' if row['symmetric'] else '→'} {row['target'] or '?'}"
            yield Entry(group[0].day, "event", _told(sides, row["cameo"], row["plover_event"]), group)


def _entry(fact: Fact) -> Entry:
    row = fact.row
    if fact.kind == "positions":
        return Entry(fact.day, "position", _told(row["holder"], row["stance"], row["target"]), (fact,))
    return Entry(fact.day, "commitment", _told(row["holder"], row["strength"], row["partner"]), (fact,))


def _told(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
