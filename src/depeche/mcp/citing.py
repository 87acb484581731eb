"""What the ledger answers, with each fact brought down to what it tells and the words that it was read from."""

from typing import Any, TypedDict

import msgspec

from depeche.ledger import Hit
from depeche.ledger.facts import Fact
from depeche.ledger.quotes import sentences
from depeche.ledger.whoswho import Cited
from depeche.record import Record, Span
from depeche.record.facts import DOCUMENT, TABLES, facts

# Columns that serve the ledger, or that the citation holds already.
_OWN = {"id", "dispatch", "passage", "evidence", "folded", "attestation", "entry", "first", "last"}


class Citation(TypedDict):
    """Exact words of a dispatch; `start` and `end` count characters of its text, half-open."""

    dispatch: int
    published: str | None
    title: str | None
    words: str
    start: int
    end: int


def told(value: Any) -> Any:
    """A value of ours as plain data, facts and mentions of persons with their citations."""
    if isinstance(value, Fact):
        return _fact(value)
    if isinstance(value, Hit):
        return _hit(value)
    if isinstance(value, Cited):
        return citation(value.dispatch, value.published, value.title, value.words, value.span)
    if isinstance(value, msgspec.Struct):
        return {name: told(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {name: told(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [told(inner) for inner in value]
    return value


def citation(dispatch: int, published: str | None, title: str | None, words: str, span: Span) -> Citation:
    """The words of a span of a dispatch."""
    return Citation(
        dispatch=dispatch, published=published, title=title, words=words, start=span[0], end=span[1]
    )


def _fact(fact: Fact) -> dict[str, Any]:
    cited = citation(fact.dispatch, fact.published, fact.title, fact.words, fact.quote)
    more = {"occurrence": fact.occurrence, "reports": fact.reports} if fact.occurrence is not None else {}
    return {"kind": fact.kind, "day": fact.day, "told": _row(fact.row), **more, "citation": cited}


def _hit(hit: Hit) -> dict[str, Any]:
    """A hit with the sentences around what was found; the first of the passage where nothing is marked."""
    low, high = (hit.spans[0][0], hit.spans[-1][1]) if hit.spans else (0, 1)
    start, end = sentences(hit.passage, low, max(high, low + 1))
    span = (hit.start + start, hit.start + end)
    cited = citation(hit.dispatch, hit.published, hit.title, hit.passage[start:end], span)
    return {"kind": hit.kind, "told": _row(hit.fact), "citation": cited}


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if name not in _OWN and value is not None}


def record(found: Record, *, start: int = 0, characters: int | None = None) -> dict[str, Any]:
    """A record: what is known of it as a document, a stretch of its text, and what it tells, row by row."""
    end = len(found.text) if characters is None else start + characters
    tables = facts(found)
    return {
        "document": {name: tables["document"][name] for name in DOCUMENT},
        "text": found.text[start:end],
        "start": start,
        "characters": len(found.text),
        "facts": {name: [_told(found, row) for row in tables[name]] for name in TABLES},
    }


def _told(found: Record, row: dict[str, Any]) -> dict[str, Any]:
    cited = [{"words": found.words(span), "start": span[0], "end": span[1]} for span in row["evidence"]]
    return {"told": msgspec.to_builtins(_row(row)), "citations": cited}
