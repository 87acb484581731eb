"""Which dispatches tell the same: near-copies of one, and those that share its encounters and acts."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Select, exists, func, select, union_all

from depeche.ledger.schema import copies, dispatches, of_dispatch, prints, reports

_NEWEST = 5000  # reports of a kind that are gone through for suggestions
_KINDS = ("encounters", "events")


class Telling(msgspec.Struct, frozen=True):
    """Another dispatch, and how many encounters and acts both tell."""

    id: int
    title: str | None
    published: str | None
    language: str
    shared: int


class Copy(msgspec.Struct, frozen=True):
    """A dispatch that has nearly the same words, with the per cent of words that they share."""

    id: int
    title: str | None
    published: str | None
    shared: int


class Couple(msgspec.Struct, frozen=True):
    """Two dispatches on the same, the earlier one first."""

    one: Telling
    other: Telling
    shared: int


def also(connection: Connection, dispatch: int, *, limit: int = 8) -> list[Telling]:
    """The dispatches that tell of encounters and acts of this one, those that share most first; copies left out."""
    here, there = reports.alias("here"), reports.alias("there")
    d = dispatches.c
    shared = func.count(there.c.occurrence.distinct())
    query = (
        select(d.id, d.title, d.published, d.language, shared)
        .select_from(here)
        .join(there, there.c.occurrence == here.c.occurrence)
        .join(dispatches, d.id == there.c.dispatch)
        .where(here.c.kind.in_(_KINDS), of_dispatch(here.c.fact, dispatch), there.c.dispatch != dispatch)
        .where(~exists().where(copies.c.dispatch == there.c.dispatch))
        .group_by(d.id, d.title, d.published, d.language)
        .order_by(shared.desc(), d.id)
        .limit(limit)
    )
    return [Telling(*row) for row in connection.execute(query)]


def original(connection: Connection, dispatch: int) -> Copy | None:
    """The earlier dispatch that this one is a near-copy of, if any."""
    query = _copies().join(copies, copies.c.original == dispatches.c.id).where(copies.c.dispatch == dispatch)
    found = connection.execute(query).first()
    return Copy(*found) if found else None


def copied(connection: Connection, dispatch: int) -> list[Copy]:
    """The later dispatches that are near-copies of this one."""
    query = _copies().join(copies, copies.c.dispatch == dispatches.c.id).where(copies.c.original == dispatch)
    return [Copy(*row) for row in connection.execute(query.order_by(dispatches.c.id).limit(50))]


def _copies() -> Select[Any]:
    d = dispatches.c
    return select(d.id, d.title, d.published, copies.c.shared)


def origins(connection: Connection, dispatch: int) -> list[str]:
    """Where a dispatch was found: paths and addresses."""
    p = prints.c
    query = select(p.origin).where(of_dispatch(p.id, dispatch)).order_by(p.id).limit(50)
    return list(connection.execute(query).scalars())


def couples(connection: Connection, *, limit: int = 20) -> list[Couple]:
    """The pairs of dispatches that share most encounters and acts, of the newest that were reported."""
    r = reports.c
    parts = (select(reports).where(r.kind == kind).order_by(r.fact.desc()).limit(_NEWEST) for kind in _KINDS)
    newest = union_all(*(select(part.subquery()) for part in parts)).subquery()
    one, other = newest.alias("one"), newest.alias("other")
    shared = func.count(one.c.occurrence.distinct())
    query = (
        select(one.c.dispatch, other.c.dispatch, shared)
        .join(other, (one.c.occurrence == other.c.occurrence) & (one.c.dispatch < other.c.dispatch))
        .where(~exists().where(copies.c.dispatch.in_((one.c.dispatch, other.c.dispatch))))
        .group_by(one.c.dispatch, other.c.dispatch)
        .order_by(shared.desc(), one.c.dispatch.desc(), other.c.dispatch.desc())
        .limit(limit)
    )
    pairs = connection.execute(query).all()
    d = dispatches.c
    keys = {key for first, second, _ in pairs for key in (first, second)}
    heads = {
        row.id: row
        for row in connection.execute(select(d.id, d.title, d.published, d.language).where(d.id.in_(keys)))
    }
    return [Couple(Telling(*heads[a], n), Telling(*heads[b], n), n) for a, b, n in pairs]
