"""A record as rows of the ledger's tables."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from depeche.knowledge.folding import fold
from depeche.knowledge.world import world
from depeche.ledger.days import days
from depeche.ledger.schema import FACTS, PER_DISPATCH
from depeche.ledger.storable import plain, text
from depeche.ledger.words import stems
from depeche.record import Record, Row, Span, Zone

_CODE = re.compile(r"\b[A-Z][A-Z0-9]{1,9}\b")
LONGEST = 200  # characters of what an index holds: PostgreSQL refuses much longer ones
_PIECE = 20_000  # characters of a passage: longer zones are searched piece by piece

Rows = dict[str, list[dict[str, Any]]]

# Which columns of a table name sides, with the role of each.
SIDES = {
    "people": {"of": "of"},
    "encounters": {"states": "participant", "forum": "forum", "margins_of": "forum"},
    "statements": {"speaker_of": "speaker", "speaker": "speaker", "about": "about"},
    "positions": {"holder": "holder", "target": "target"},
    "commitments": {"holder": "holder", "partner": "partner"},
    "events": {"source": "source", "target": "target"},
}
_WORDED = {("statements", "speaker"), ("positions", "target")}  # columns of words, in which codes may stand


def rows(record: Record, dispatch: int) -> Rows:
    """All rows of a record but that of the dispatch itself, by table, in the order of the record."""
    first = dispatch * PER_DISPATCH
    out: Rows = {"passages": list(_passages(record, dispatch))}
    starts = [(row["start"], row["end"], row["id"]) for row in out["passages"]]
    published = days(record.document.published)[0]
    out["parties"] = []
    for name in FACTS:
        out[name] = []
        for number, fact in enumerate(getattr(record, name)):
            row = fact_row(name, fact) | {"id": first + number, "dispatch": dispatch}
            row["passage"] = _passage(fact.evidence[0], starts)
            out[name].append(row)
            out["parties"] += _parties(name, row, row.get("first") or published)
    named = dict.fromkeys(row["code"] for row in out["parties"])
    out["sides"] = [{"code": code, "dispatch": dispatch} for code in named]
    return out


def header(record: Record) -> dict[str, Any]:
    """What the row of the dispatch holds of its record, but id, digest and signature."""
    document = record.document
    first, last = days(document.published)
    return {
        "version": record.version,
        "language": document.language,
        "published": document.published,
        "published_basis": document.published_basis,
        "first": first,
        "last": last,
        "place": document.place and text(document.place),
        "title": document.title and text(document.title),
        "media_type": document.media_type,
        "text": text(record.text),
        "zones": plain(record.zones),
        "names": plain(record.names),
    }


def _passages(record: Record, dispatch: int) -> Iterator[dict[str, Any]]:
    pieces = ((zone, start, end) for zone in record.zones for start, end in _pieces(record.text, zone))
    for number, (zone, start, end) in enumerate(pieces):
        words = record.text[start:end]
        yield {
            "id": dispatch * PER_DISPATCH + number,
            "dispatch": dispatch,
            "start": start,
            "end": end,
            "stems": "" if zone.kind == "noise" else stems(words, record.document.language),
        }


def _pieces(text: str, zone: Zone) -> Iterator[Span]:
    """The spans of a zone that are searched, cut at a blank where it is very long."""
    start = zone.start
    while zone.end - start > _PIECE:
        end = text.rfind(" ", start + 1, start + _PIECE)
        end = end if end > start else start + _PIECE
        yield start, end
        start = end
    yield start, zone.end


def _passage(span: Span, starts: list[tuple[int, int, int]]) -> int | None:
    return next((key for start, end, key in starts if start <= span[0] < end), None)


def fact_row(name: str, fact: Row) -> dict[str, Any]:
    """The row of one fact of a table, but its numbers and its passage."""
    row: dict[str, Any] = plain(fact)
    if name == "people":
        row["folded"] = fold(row["name"])[:LONGEST]
    elif name == "events":
        plover = row.pop("plover")
        row |= {f"plover_{part}": plover[part] for part in ("event", "mode", "context")}
    when = row.get("value" if name == "dates" else "date")
    if name in ("encounters", "events", "dates"):
        row["first"], row["last"] = days(when)
    return row


def _parties(name: str, row: dict[str, Any], day: str | None) -> list[dict[str, Any]]:
    pairs = {
        (role, code): None
        for column, role in SIDES.get(name, {}).items()
        for code in (named(row[column]) if (name, column) in _WORDED else codes(row[column]))
        if len(code) <= LONGEST
    }
    what = row["cameo"] if name == "events" and row["status"] == "occurred" else None
    its = {"dispatch": row["dispatch"], "kind": name, "fact": row["id"], "day": day, "what": what}
    return [its | {"role": role, "code": code} for role, code in pairs]


def codes(value: str | list[str] | None) -> list[str]:
    """The sides that a column names: codes joined by semicolons, a list, or words with codes in them."""
    if isinstance(value, list):
        return [code for item in value for code in codes(item)]
    return list(_codes(value)) if value else []


def named(value: str | None) -> list[str]:
    """The sides that words name by their codes: nobody is looked for by a person's name or by the words around a code."""
    return [code for code in codes(value) if _known(code)]


@lru_cache(maxsize=20_000)
def _codes(value: str) -> tuple[str, ...]:
    parts = [part.strip() for part in value.split(";") if part.strip()]
    within = [word for part in parts for word in _CODE.findall(part) if word != part and _known(word)]
    return *parts, *dict.fromkeys(within)


def _known(code: str) -> bool:
    return code in world().states or code in world().organisations
