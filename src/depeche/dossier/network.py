"""Who deals with whom in a period: sides, and what ties them, counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from depeche.knowledge.world import world
from depeche.ledger import Ledger
from depeche.ledger.period import Period
from depeche.ledger.schema import FACTS, copies, encounters, parties, positions, reports
from depeche.reading.published import check

Tie = Literal["meets", "backs", "opposes"]


class _Told(msgspec.Struct, frozen=True):
    """The table that tells of a tie, the roles of its two ends, and the values of a column that make it."""

    kind: str
    roles: tuple[str, str]
    column: ColumnElement[str]
    values: tuple[str, ...]


_PARTS = ("holder", "target")
_TIES: dict[Tie, _Told] = {
    "meets": _Told("encounters", ("participant", "participant"), encounters.c.status, ("held", "past-cited")),
    "backs": _Told("positions", _PARTS, positions.c.stance, ("supports", "welcomes")),
    "opposes": _Told("positions", _PARTS, positions.c.stance, ("opposes", "condemns", "denies")),
}


class Edge(msgspec.Struct, frozen=True):
    """A tie from one side to another (of meetings: between the two), how often it is told, and when last."""

    source: str
    target: str
    times: int
    last: str | None


class Node(msgspec.Struct, frozen=True):
    """A side of the network; `times` are those of all its edges."""

    code: str
    name: str
    is_state: bool
    times: int


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """The sides and ties of a period, the strongest first; `more` are the ties that were left out."""

    tie: Tie
    since: str | None
    until: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: int


def network(
    ledger: Ledger,
    tie: Tie,
    *,
    since: str | None = None,
    until: str | None = None,
    around: str | None = None,
    limit: int = 300,
) -> Network:
    """Who meets, backs or opposes whom; with `around`, the ties of one side (by its code) alone.

    What several dispatches tell of one encounter counts once. BadDate where a date is none.
    """
    period = Period(check(since), check(until))
    with ledger.reading() as connection:
        edges = list(_edges(connection, tie, period, around))
    kept = edges[:limit]
    return Network(
        tie=tie, since=since, until=until, nodes=_nodes(kept), edges=tuple(kept), more=len(edges) - len(kept)
    )


def _edges(connection: Connection, tie: Tie, period: Period, around: str | None) -> Iterator[Edge]:
    known = world()
    for source, target, times, last in connection.execute(_query(tie, period, around)):
        if all(code in known.states or code in known.organisations for code in (source, target)):
            yield Edge(source, target, times, last)


def _query(tie: Tie, period: Period, around: str | None) -> Select[Any]:
    told = _TIES[tie]
    facts = FACTS[told.kind]
    one, other = parties.alias("one"), parties.alias("other")
    a, b = one.c, other.c
    once = func.coalesce(reports.c.occurrence, -a.fact)
    times = func.count(once.distinct())
    query = (
        select(a.code, b.code, times, func.max(a.day))
        .select_from(one)
        .join(
            other, and_(b.dispatch == a.dispatch, b.kind == a.kind, b.fact == a.fact, b.role == told.roles[1])
        )
        .outerjoin(reports, and_(reports.c.kind == a.kind, reports.c.fact == a.fact))
        .join(facts, facts.c.id == a.fact)
        .where(a.kind == told.kind, a.role == told.roles[0], told.column.in_(told.values))
        .where(~exists().where(copies.c.dispatch == a.dispatch))
        .group_by(a.code, b.code)
        .order_by(times.desc(), a.code, b.code)
    )
    query = query.where(a.code < b.code if tie == "meets" else a.code != b.code)
    if around:
        query = query.where((a.code == around) | (b.code == around))
    if period.first:
        query = query.where(a.day >= period.first)
    return query.where(a.day <= period.last) if period.last else query


def _nodes(edges: Iterable[Edge]) -> tuple[Node, ...]:
    known = world()
    times: Counter[str] = Counter()
    for edge in edges:
        times.update({edge.source: edge.times, edge.target: edge.times})
    return tuple(
        Node(code, known.name_of(code), known.is_state(code), count)
        for code, count in sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))
    )
