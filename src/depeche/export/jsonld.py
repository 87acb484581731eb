"""A ledger as JSON-LD in the terms of schema.org: one graph, each node on a line of its own.

A person whom several dispatches name has a node for each, all of one ``@id``: JSON-LD reads them as one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from depeche.export.dyads import OCCURRED, side, start
from depeche.export.told import Source, Told
from depeche.knowledge.world import world
from depeche.ledger.quotes import sentences
from depeche.ledger.schema import encounters, statements
from depeche.record.json import line

Node = dict[str, Any]

# The tables that schema.org has words for, and which of their rows: no rumours, nothing denied or supposed.
KINDS = {
    "people": (),
    "encounters": (encounters.c.status.is_not(None),),
    "statements": (statements.c.content.is_not(None),),
    "events": (OCCURRED,),
}


def write(path: Path, facts: Iterator[Iterator[Told]]) -> None:
    """Write the nodes of all facts, which come table by table in the order of KINDS."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"@context": "https://schema.org", "@graph": [')
        for number, node in enumerate(_nodes(facts)):
            file.write((",\n" if number else "\n") + line(node))
        file.write("\n]}\n")


def _nodes(facts: Iterator[Iterator[Told]]) -> Iterator[Node]:
    """Each dispatch before what it tells of, once."""
    known = set()
    for kind, rows in zip(KINDS, facts, strict=True):
        for fact in rows:
            if fact.source.id not in known:
                known.add(fact.source.id)
                yield _node(_article(fact.source))
            yield _node(_MAKERS[kind](fact) | {"subjectOf": {"@id": f"#dispatch-{fact.source.id}"}})


def _node(terms: Node) -> Node:
    """The terms that are known."""
    return {name: value for name, value in terms.items() if value not in (None, [])}


def _article(source: Source) -> Node:
    return {
        "@id": f"#dispatch-{source.id}",
        "@type": "NewsArticle",
        "headline": source.title,
        "inLanguage": source.language,
        "datePublished": start(source.published),
        "identifier": source.origin,
    }


def _person(fact: Told) -> Node:
    row = fact.row
    return {
        "@id": f"#people-{row['id']}" if row["person"] is None else f"#person-{row['person']}",
        "@type": "Person",
        "name": row["name"],
        "alternateName": row["aliases"],
        "jobTitle": None if row["former"] else row["office"],
        "affiliation": [] if row["former"] else _sides(row["of"]),
    }


def _encounter(fact: Told) -> Node:
    row = fact.row
    cancelled = row["status"] == "cancelled"
    return _happening("Event", fact) | {
        "name": row["kind"],
        "attendee": [*_sides("; ".join(row["states"])), *({"name": name} for name in row["participants"])],
        "startDate": start(row["date"]),
        "eventStatus": f"https://schema.org/{'EventCancelled' if cancelled else 'EventScheduled'}",
        "superEvent": row["forum"] and {"@type": "Event", "name": row["forum"]},
    }


def _event(fact: Told) -> Node:
    row = fact.row
    codes = (("CAMEO", row["cameo"]), ("PLOVER", row["plover_event"]))
    return _happening("Action", fact) | {
        "agent": _sides(row["source"]),
        "participant" if row["symmetric"] else "object": _sides(row["target"]),
        "startTime": start(row["date"]),
        "actionStatus": "https://schema.org/CompletedActionStatus",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": code} for name, code in codes if code
        ],
    }


def _happening(what: str, fact: Told) -> Node:
    row = fact.row
    return {
        "@id": f"#{what.lower()}-{row['id']}",
        "@type": what,
        "description": fact.words(list(sentences(fact.source.text, *row["evidence"][0]))),
        "location": row["place"] and {"@type": "Place", "name": row["place"]},
        "sameAs": row["occurrence"] and f"#occurrence-{row['occurrence']}",
    }


def _statement(fact: Told) -> Node:
    """Words in quotation marks are a quotation, what is retold is a claim."""
    row = fact.row
    quoted = row["mode"] != "indirect"
    return {
        "@id": f"#statement-{row['id']}",
        "@type": "Quotation" if quoted else "Claim",
        "text": fact.words(row["content"]),
        "spokenByCharacter" if quoted else "creator": row["speaker"] and {"name": row["speaker"]},
        "about": _sides("; ".join(row["about"])),
    }


def _sides(codes: str | None) -> list[Node]:
    return [_side(code.strip()) for code in (codes or "").split(";") if code.strip()]


def _side(code: str) -> Node:
    """A state acts by its government; of words without a code it is not told what they name."""
    name = side(code).name
    if code in world().states:
        return {"@id": f"#{code}", "@type": "GovernmentOrganization", "name": name, "identifier": code}
    if code in world().organisations:
        return {"@id": f"#{code}", "@type": "Organization", "name": name, "identifier": code}
    return {"name": name}


_MAKERS = {"people": _person, "encounters": _encounter, "statements": _statement, "events": _event}
