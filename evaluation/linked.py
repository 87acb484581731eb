"""What a ledger joined, for the mentions that a gold names by file and words."""

from collections.abc import Iterable
from itertools import combinations

import msgspec
from sqlalchemy import Connection, select

from depeche import Ledger
from depeche.knowledge.folding import fold
from depeche.ledger.schema import FACTS, attestations, copies, dispatches, people, prints, reports
from evaluation.pledged import Followed, pledged

# Kinds of encounter that words of the text do not tell apart.
_MEETING = ("meeting", "talks", "summit")
ACT = "act"  # the kind of a gold occurrence that is an event and no encounter

Named = tuple[str, str]
Told = tuple[str, str, str]


class Linked(msgspec.Struct, frozen=True):
    """The person of each mention that was read, the occurrence of each report, the near-copies, follow-ups and turns."""

    persons: dict[Named, int]
    occurrences: dict[Told, int]
    copies: list[tuple[str, str]]
    followed: list[Followed]
    turned: list[tuple[str, str]]


def linked(ledger: Ledger, persons: Iterable[Iterable[Named]], told: Iterable[Iterable[Told]]) -> Linked:
    """What a ledger has of the mentions of persons and the reports that a gold names."""
    with ledger.reading() as connection:
        rows = connection.execute(select(prints.c.origin, prints.c.dispatch)).all()
        files = {row.origin: row.dispatch for row in rows}
        found = {
            one: _person(connection, files.get(one[0]), one[1]) for cluster in persons for one in cluster
        }
        acts = {one: _occurrence(connection, files.get(one[0]), *one[1:]) for each in told for one in each}
        return Linked(
            {one: key for one, key in found.items() if key is not None},
            {one: key for one, key in acts.items() if key is not None},
            _copies(connection, files),
            *pledged(connection, {dispatch: file for file, dispatch in files.items()}),
        )


def _person(connection: Connection, dispatch: int | None, name: str) -> int | None:
    """The person to whom a name in a dispatch was joined: of the row with just this name, else with all its words."""
    p, a = people.c, attestations.c
    found = select(p.name, a.person).join(attestations, a.id == p.attestation).where(p.dispatch == dispatch)
    rows = connection.execute(found.order_by(p.id)).all()
    words = set(fold(name).split())
    fitting = [row for row in rows if words <= set(fold(row.name).split())]
    best = min(fitting, key=lambda row: len(row.name.split()), default=None)
    return best.person if best else None


def _occurrence(connection: Connection, dispatch: int | None, words: str, kind: str) -> int | None:
    """The occurrence that the words of a dispatch report: of the row of that kind with the shortest evidence there."""
    if dispatch is None:
        return None
    text = connection.execute(select(dispatches.c.text).where(dispatches.c.id == dispatch)).scalar_one()
    start = text.index(words)
    end = start + len(words)
    table = "events" if kind == ACT else "encounters"
    facts, r = FACTS[table], reports.c
    found = select(facts, r.occurrence).join(reports, (r.fact == facts.c.id) & (r.kind == table))
    rows = connection.execute(found.where(facts.c.dispatch == dispatch).order_by(facts.c.id)).all()
    fitting = [
        (sum(last - first for first, last in row.evidence), row.occurrence)
        for row in rows
        if any(first < end and start < last for first, last in row.evidence)
        and (kind == ACT or row.kind == kind or {row.kind, kind} <= {*_MEETING})
    ]
    return min(fitting)[1] if fitting else None


def _copies(connection: Connection, files: dict[str, int]) -> list[tuple[str, str]]:
    """The pairs of files that tell one wire."""
    original = {row.dispatch: row.original for row in connection.execute(select(copies))}
    wires: dict[int, list[str]] = {}
    for file, dispatch in sorted(files.items(), key=lambda item: item[1]):
        wires.setdefault(original.get(dispatch, dispatch), []).append(file)
    return [pair for wire in wires.values() for pair in combinations(wire, 2)]
