"""Entities of FollowTheMoney: an id, a schema, and properties that are lists of words."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Self
from urllib.parse import urlsplit

from depeche.export.dyads import start
from depeche.export.told import Source
from depeche.knowledge.world import world


class Entity:
    """One entity; a property takes each value once, in the order in which they come."""

    def __init__(self, schema: str, key: str) -> None:
        self.schema = schema
        self.id = key
        self.properties: dict[str, list[str]] = {}

    def add(self, name: str, *values: str | None) -> Self:
        """Add values to a property; what is not known is left out."""
        for value in filter(None, values):
            known = self.properties.setdefault(name, [])
            if value not in known:
                known.append(value)
        return self

    def told(self) -> dict[str, Any]:
        """The entity as FollowTheMoney writes it."""
        return {"id": self.id, "schema": self.schema, "properties": self.properties}


class Sides:
    """The states and organisations that entities name, each once."""

    def __init__(self) -> None:
        self._known: dict[str, Entity] = {}

    def ids(self, codes: str | None) -> list[str]:
        """The ids of the sides of codes that are joined by semicolons; words that are no code have none."""
        given = [code.strip() for code in (codes or "").split(";")]
        return [self._side(code).id for code in given if world().state(code) or world().organisation(code)]

    def entities(self) -> Iterator[Entity]:
        """All that were asked for."""
        yield from self._known.values()

    def _side(self, code: str) -> Entity:
        if code not in self._known:
            schema = "PublicBody" if world().is_state(code) else "Organization"
            side = Entity(schema, key("side", code)).add("name", world().name_of(code))
            self._known[code] = side.add("weakAlias", code).add("country", *countries(code))
        return self._known[code]


def article(source: Source) -> Entity:
    """The entity of a dispatch."""
    origin = source.origin or ""
    where = urlsplit(origin)
    url = origin if where.scheme in ("http", "https") else None
    name = PurePosixPath(where.path if url else origin.replace("\\", "/")).name or f"dispatch-{source.id}"
    made = Entity("Article", article_id(source))
    made.add("fileName", name).add("name", source.title or name).add("title", source.title)
    made.add("sourceUrl", url).add("publishedAt", start(source.published))
    made.add("language", _language(source.language)).add("bodyText", source.text)
    return made.add("processingAgent", f"depeche {source.version}")


def article_id(source: Source) -> str:
    """The id of a dispatch: by its text and day, in whatever ledger it is."""
    return key("dispatch", source.published, source.text)


def countries(codes: str | None) -> Iterator[str]:
    """The two letters of states that have them, as FollowTheMoney writes countries."""
    for code in (codes or "").split(";"):
        state = world().state(code.strip())
        if state is not None and state.alpha2:
            yield state.alpha2.lower()


def key(kind: str, *parts: object) -> str:
    """An id that is the same for the same parts."""
    told = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return f"depeche-{kind}-{hashlib.sha1(told, usedforsecurity=False).hexdigest()}"


def _language(code: str) -> str:
    """The three letters (ISO 639-3) of a language's two."""
    from lingua import IsoCode639_1, Language

    two = getattr(IsoCode639_1, code.upper())
    return Language.from_iso_code_639_1(two).iso_code_639_3.name.lower()
