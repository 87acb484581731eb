"""Searching a ledger: the words of dispatches, and the facts read from them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from depeche.errors import UsageError
from depeche.ledger.finding import across, near
from depeche.ledger.query import KINDS, Hit, Kind, Query
from depeche.ledger.schema import FACTS, attestations, dispatches, passages, people, persons
from depeche.ledger.words import Chunk, chunks, few_standing, where

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


def search(connection: Connection, query: Query) -> list[Hit]:
    """The hits, the newest first; near-copies of a wire are left out. UsageError where nothing is asked."""
    kinds = _kinds(query)
    wanted = chunks(query.words) if query.words.strip() else []
    if not kinds and not wanted and not query.actors:
        raise UsageError("nothing to search for: give words, an actor or a kind of fact")
    few = few_standing(connection, wanted) if wanted else None
    if len(kinds) > 1:
        rows = connection.execute(across(connection, kinds, query, wanted, few))
        found = [(row.kind, row.id, row.day) for row in rows]
    else:
        found = [
            (kind, row.id, row.day)
            for kind in kinds or ("passages",)
            for row in connection.execute(near(connection, kind, query, wanted, few))
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
