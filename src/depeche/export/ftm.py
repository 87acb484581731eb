"""A ledger as FollowTheMoney entities, one JSON object a line, each entity whole on its line.

Dispatches are Article, what they name Mention; states are PublicBody, organisations Organization; offices are
Position, and who is told to hold one Occupancy, with the days of the dispatches that tell so; encounters and what
occurred are Event, once each, with all its reports as proof.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from depeche.export.dyads import OCCURRED, start
from depeche.export.entities import Entity, Sides, article, article_id, countries, key
from depeche.export.told import Told
from depeche.knowledge.world import world
from depeche.ledger.quotes import sentences
from depeche.ledger.schema import encounters
from depeche.record.json import line

# The tables that FollowTheMoney has schemata for, and which of their rows.
KINDS = {"people": (), "encounters": (encounters.c.status.is_not(None),), "events": (OCCURRED,)}


def write(path: Path, facts: Iterator[Iterator[Told]]) -> None:
    """Write the entities of all facts, which come table by table in the order of KINDS."""
    with path.open("w", encoding="utf-8") as file:
        for entity in entities(facts):
            file.write(line(entity.told()) + "\n")


def entities(facts: Iterator[Iterator[Told]]) -> Iterator[Entity]:
    """Each entity once."""
    made = _Made()
    known: set[int] = set()
    for kind, rows in zip(KINDS, facts, strict=True):
        for fact in rows:
            if fact.source.id not in known:
                known.add(fact.source.id)
                yield article(fact.source)
            yield from made.person(fact) if kind == "people" else made.event(fact, kind)
    yield from made.kept.values()
    yield from made.sides.entities()


class _Made:
    """What several facts tell of, kept until all of them are read."""

    def __init__(self) -> None:
        self.kept: dict[str, Entity] = {}
        self.sides = Sides()
        self.named: dict[tuple[int, str], str] = {}  # who is meant by a name in a dispatch

    def person(self, fact: Told) -> Iterator[Entity]:
        """The mention; the person, the office and that it is held are kept."""
        row = fact.row
        person = Entity("Person", key("person", row["person"] is None, row["person"] or row["id"]))
        person = self.kept.setdefault(person.id, person)
        if "name" not in person.properties:
            person.add("name", row["name"])
        person.add("alias", *({row["name"]} - set(person.properties["name"])))
        person.add("weakAlias", *row["aliases"])  # a family name, or one with a title
        person.add("proof", article_id(fact.source)).add("country", *countries(row["of"]))
        if row["role"] and row["of"]:
            person.add("position", row["office"])
            self._offices(fact, person)
        self.named[fact.source.id, row["name"]] = person.id
        mention = Entity("Mention", key("mention", row["id"]))
        mention.add("document", article_id(fact.source)).add("name", row["name"]).add("resolved", person.id)
        yield mention.add("detectedSchema", "Person").add("contextCountry", *countries(row["of"]))

    def _offices(self, fact: Told, person: Entity) -> None:
        """Each office of each side, and that the person is told to hold or have held it, on which days."""
        row = fact.row
        for code, role in product(row["of"].split("; "), row["role"].split("; ")):
            post = Entity("Position", key("position", code, role))
            post.add("name", f"{role}, {world().name_of(code)}").add("country", *countries(code))
            post.add("organization", *self.sides.ids(code))
            self.kept.setdefault(post.id, post)
            held = Entity("Occupancy", key("occupancy", person.id, post.id, row["former"]))
            held = self.kept.setdefault(held.id, held).add("holder", person.id).add("post", post.id)
            held.add("status", "ended" if row["former"] else None).add("summary", row["office"])
            held.add("date", None if row["former"] else start(fact.source.published))

    def event(self, fact: Told, kind: str) -> Iterator[Entity]:
        """An encounter or what occurred; kept where several reports tell of it."""
        row = fact.row
        alone = (row["reports"] or 1) == 1
        event = Entity("Event", key(kind, alone, row["id"] if alone else row["occurrence"]))
        event = event if alone else self.kept.setdefault(event.id, event)
        who = row["states"] if kind == "encounters" else [row["source"], row["target"]]
        codes = [code.strip() for told in who if told for code in told.split(";")]
        if "name" not in event.properties:  # the first report names it
            event.add("name", _name(fact, kind, codes)).add("recordId", str(row["id"]))
        event.add("involved", *(one for code in codes for one in self.sides.ids(code)))
        event.add("country", *(one for code in codes for one in countries(code)))
        event.add("date", start(row["date"]) or start(fact.source.published)).add("location", row["place"])
        event.add("summary", fact.words(list(sentences(fact.source.text, *row["evidence"][0]))))
        event.add("proof", article_id(fact.source)).add("keywords", *_keywords(fact, kind))
        if kind == "encounters":
            event.add("namesMentioned", *row["participants"])
            event.add("organizer", *self.sides.ids((row["forum"] or "").split(" ")[0]))
            persons = (self.named.get((fact.source.id, name)) for name in row["participants"])
            event.add("involved", *persons)
        if alone:
            yield event


def _name(fact: Told, kind: str, codes: list[str]) -> str:
    names = ", ".join(dict.fromkeys(world().name_of(code) for code in codes))
    row = fact.row
    what = row["kind"] if kind == "encounters" else (row["plover_event"] or "").lower() or row["cameo"]
    more = f" ({row['status']})" if kind == "encounters" and row["status"] in ("planned", "cancelled") else ""
    return f"{what}{more}: {names or ', '.join(row.get('participants') or ()) or '?'}"


def _keywords(fact: Told, kind: str) -> Iterator[str]:
    row = fact.row
    if kind == "encounters":
        yield from filter(None, ("encounter", row["kind"], row["level"], row["status"]))
        return
    yield f"CAMEO {row['cameo']}"
    if row["plover_event"]:
        yield f"PLOVER {row['plover_event']}"
