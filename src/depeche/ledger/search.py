"""Searching a ledger: the words of dispatches, and the facts read from them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from depeche.errors import UsageError
from depeche.ledger.days import days
from depeche.ledger.parts import has_part, rarest
from depeche.ledger.schema import (
    FACTS,
    PER_DISPATCH,
    attestations,
    copies,
    dispatches,
    of_dispatch,
    parties,
    passages,
    people,
    persons,
)
from depeche.ledger.words import Chunk, chunks, few_standing, standing, standing_within, where
from depeche.reading.published import check

Kind = Literal["encounters", "statements", "positions", "commitments", "events", "people"]
KINDS: tuple[Kind, ...] = ("encounters", "statements", "positions", "commitments", "events", "people")


# Columns that place a fact rather than tell it.
_OWN = ("id", "dispatch", "passage", "evidence", "folded", "attestation")
# Of a person across dispatches, whom a row of people names.
_PERSON = (persons.c.id.label("fact_person"), persons.c.name.label("fact_known_as"))
# What every hit has of its dispatch and passage.
_HEAD = (
    dispatches.c.id.label("dispatch"),
    dispatches.c.title,
    dispatches.c.published,
    dispatches.c.language,
    dispatches.c.text,
    passages.c.start,
    passages.c.end,
)


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What to search for; everything that is given must hold.

    `words` stand together in one passage, in any inflection; a run in quotation marks stands in that order.
    `actors` are codes, all of them in the fact; `since` and `until` are days, months or years, ISO 8601, both
    included; BadDate where they are none.
    `language` is that of the dispatch, ISO 639-1. `kind` is a table of facts; without it and without a filter on
    facts, passages are searched.
    """

    words: str = ""
    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: Kind | None = None
    frame: str | None = None
    stance: str | None = None
    language: str | None = None
    limit: int = 20
    offset: int = 0


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One result: the passage it stands in, its spans in characters of the passage, and the fact, if any.

    Of people the fact holds the number of the person across dispatches, and the name as which they are known.
    """

    dispatch: int
    title: str | None
    published: str | None
    language: str
    passage: str
    start: int  # of the passage in the dispatch
    spans: tuple[tuple[int, int], ...] = ()
    kind: str = "passages"
    fact: dict[str, Any] = {}


def search(connection: Connection, query: Query) -> list[Hit]:
    """The hits, the newest first; near-copies of a wire are left out. UsageError where nothing is asked."""
    kinds = _kinds(query)
    wanted = chunks(query.words) if query.words.strip() else []
    if not kinds and not wanted and not query.actors:
        raise UsageError("nothing to search for: give words, an actor or a kind of fact")
    few = few_standing(connection, wanted) if wanted else None
    if len(kinds) > 1:
        across = _across(connection, kinds, query, wanted, few)
        found = [(row.kind, row.id, row.day) for row in connection.execute(across)]
    else:
        found = [
            (kind, row.id, row.day)
            for kind in kinds or ("passages",)
            for row in connection.execute(_near(connection, kind, query, wanted, few))
        ]
    found.sort(key=lambda one: one[1])
    found.sort(key=lambda one: one[2] or "", reverse=True)
    shown = [(kind, key) for kind, key, _ in found[query.offset : query.offset + query.limit]]
    hits = {
        (kind, row.id): _hit(row._asdict(), kind, wanted)
        for kind in dict.fromkeys(kind for kind, _ in shown)
        for row in connection.execute(_rows(kind, [key for its, key in shown if its == kind]))
    }
    return [hits[one] for one in shown if one in hits]


def _kinds(query: Query) -> tuple[Kind, ...]:
    """The tables of facts that can answer; none where only words are asked for."""
    if query.frame and query.stance:
        raise UsageError("an act has a frame and a position a stance; nothing has both")
    if query.frame:
        kinds: tuple[Kind, ...] = ("events",)
    elif query.stance:
        kinds = ("positions",)
    elif query.actors:
        kinds = KINDS
    else:
        kinds = ()
    if query.kind and kinds and query.kind not in kinds:
        raise UsageError(f"no {query.kind} are told apart by that; leave --kind out")
    return (query.kind,) if query.kind else kinds


def _rows(kind: str, keys: Sequence[int]) -> Select[Any]:
    """The rows of some numbers, each with its dispatch and passage."""
    table = FACTS.get(kind)
    rows = passages if table is None else table
    facts = [] if table is None else [column for column in table.c if column.name not in _OWN]
    found = select(rows.c.id, *_HEAD, *(column.label(f"fact_{column.name}") for column in facts))
    found = found.join(dispatches, dispatches.c.id == rows.c.dispatch).where(rows.c.id.in_(keys))
    if table is not None:
        found = found.join(passages, passages.c.id == table.c.passage).add_columns(table.c.evidence)
    if kind == "people":
        found = found.outerjoin(attestations, attestations.c.id == people.c.attestation)
        found = found.outerjoin(persons, persons.c.id == attestations.c.person).add_columns(*_PERSON)
    return found


def _across(
    connection: Connection, kinds: Sequence[Kind], query: Query, wanted: list[Chunk], few: list[int] | None
) -> Select[Any]:
    """The numbers and days of the facts of several kinds in which actors have a part, the newest first."""
    p = parties.c
    first, *others = rarest(connection, query.actors)
    order = case({kind: at for at, kind in enumerate(kinds)}, value=p.kind).label("at")
    found = (
        select(p.kind, p.fact.label("id"), p.day, order).distinct().where(p.code == first, p.kind.in_(kinds))
    )
    for actor in others:
        found = found.where(has_part(actor, kind=p.kind, fact=p.fact, dispatch=p.dispatch))
    passage = case({kind: _passage(kind, p.fact) for kind in kinds}, value=p.kind)
    if few is not None:
        within = sorted({one // PER_DISPATCH for one in few})
        found = found.where(p.dispatch.in_(within), passage.in_(few))
    elif wanted:
        # Most facts are of dispatches without the words, which is told before their passages are looked for.
        found = found.where(standing_within(connection, wanted, p.dispatch))
        found = found.where(standing(connection, wanted, passage))
    found = found.where(*_general(query, p.day, p.dispatch))
    return found.order_by(p.day.desc().nulls_last(), p.fact, order).limit(query.offset + query.limit)


def _passage(kind: Kind, fact: ColumnElement[int]) -> ScalarSelect[Any]:
    table = FACTS[kind].c
    return select(table.passage).where(table.id == fact).scalar_subquery()


def _near(
    connection: Connection, kind: str, query: Query, wanted: list[Chunk], few: list[int] | None
) -> Select[Any]:
    """The numbers and days of what answers, the newest first.

    Few passages with the words lead to the facts in them, else the rarest of the actors leads to the facts of it.
    """
    rows, p = FACTS.get(kind, passages), parties.c
    actors = rarest(connection, query.actors)
    day: ColumnElement[Any]
    if actors and few is None:
        dispatch, day = p.dispatch, p.day
        found = select(p.fact.label("id"), day.label("day")).distinct().join(rows, rows.c.id == p.fact)
        found = found.where(p.kind == kind, p.code == actors.pop(0))
    else:
        dispatch, day = rows.c.dispatch, dispatches.c.first
        if "first" in rows.c:
            day = func.coalesce(rows.c.first, day)
        found = select(rows.c.id, day.label("day")).join(dispatches, dispatches.c.id == dispatch)
    for actor in actors:
        found = found.where(has_part(actor, kind=kind, fact=rows.c.id, dispatch=dispatch))
    if few is not None:
        found = found.where(rows.c.id.in_(few if rows is passages else _standing(few, rows)))
    elif wanted:
        found = found.where(
            standing(connection, wanted, passages.c.id if rows is passages else rows.c.passage)
        )
    found = found.where(*_general(query, day, dispatch), *_conditions(query, rows))
    return found.order_by(day.desc().nulls_last(), literal_column("1")).limit(query.offset + query.limit)


def _standing(few: list[int], rows: Table) -> Select[Any]:
    """The numbers of the rows of a table that stand in some passages.

    The join is an outer one, so that SQLite goes from the passages to the rows and not through all rows.
    """
    within = and_(of_dispatch(rows.c.id, passages.c.dispatch), rows.c.passage == passages.c.id)
    return select(rows.c.id).select_from(passages.outerjoin(rows, within)).where(passages.c.id.in_(few))


def _general(
    query: Query, day: ColumnElement[Any], dispatch: ColumnElement[Any]
) -> Iterator[ColumnElement[bool]]:
    """What is asked of any result."""
    yield ~exists().where(copies.c.dispatch == dispatch)
    if query.language:
        d = dispatches.alias().c
        yield exists().where(d.id == dispatch, d.language == query.language)
    if query.since:
        yield day >= days(check(query.since))[0]
    if query.until:
        yield day <= days(check(query.until))[1]


def _conditions(query: Query, rows: Table) -> Iterator[ColumnElement[bool]]:
    """What is asked of facts of a table."""
    if query.stance:
        yield rows.c.stance == query.stance
    if query.frame:
        frame = query.frame
        yield or_(
            rows.c.frame == frame.lower(), rows.c.plover_event == frame.upper(), _begins(rows.c.cameo, frame)
        )


def _begins(column: ColumnElement[str], value: str) -> ColumnElement[bool]:
    return column.startswith(value, autoescape=True)


def _hit(row: Mapping[str, Any], kind: str, wanted: list[Chunk]) -> Hit:
    start, end = row["start"], row["end"]
    words = row["text"][start:end]
    evidence = row.get("evidence") or []
    spans = [(low - start, high - start) for low, high in evidence if start <= low < end]
    if kind == "passages":
        spans = list(where(words, row["language"], wanted))
    return Hit(
        dispatch=row["dispatch"],
        title=row["title"],
        published=row["published"],
        language=row["language"],
        passage=words,
        start=start,
        spans=tuple(spans),
        kind=kind,
        fact={name[5:]: value for name, value in row.items() if name.startswith("fact_")},
    )
