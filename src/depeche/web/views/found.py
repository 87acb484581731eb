"""What a search found, with the facets by which it can be narrowed."""

import re
from collections import Counter

import msgspec
from sqlalchemy import Connection

from depeche.knowledge.world import world
from depeche.ledger.query import Hit, Query
from depeche.ledger.search import search

COUNTED = 200  # of the newest hits, for the facets


class Facet(msgspec.Struct, frozen=True):
    """A value by which a search can be narrowed, and how many of the counted hits have it."""

    value: str
    count: int


class Found(msgspec.Struct, frozen=True):
    """One page of hits, whether there are more, and the facets of the newest of all hits."""

    hits: tuple[Hit, ...]
    more: bool
    facets: dict[str, tuple[Facet, ...]]
    counted: int


def found(connection: Connection, query: Query) -> Found:
    """The hits of a query from its offset on, and what they are of."""
    end = query.offset + query.limit
    every = search(connection, msgspec.structs.replace(query, limit=max(COUNTED, end + 1), offset=0))
    hits, counted = every[query.offset : end], every[:COUNTED]
    return Found(tuple(hits), len(every) > end, _facets(counted), len(counted))


def _facets(hits: list[Hit]) -> dict[str, tuple[Facet, ...]]:
    told = {
        "kind": Counter(hit.kind for hit in hits),
        "year": Counter(hit.published[:4] for hit in hits if hit.published),
        "language": Counter(hit.language for hit in hits),
        "actor": Counter(code for hit in hits for code in set(_sides(hit))),
    }
    facets = {
        name: tuple(Facet(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:10])
        for name, counts in told.items()
    }
    return facets | {"year": tuple(sorted(facets["year"], key=lambda facet: facet.value, reverse=True))}


def _sides(hit: Hit) -> list[str]:
    """The codes of the states that a fact names."""
    fact = hit.fact
    told = [fact.get(name) for name in ("holder", "partner", "source", "target", "speaker_of", "of")]
    codes = [code for text in told if text for code in re.split("[;,] ", text.partition(":")[0])]
    known = world()
    return [code for code in (*codes, *(fact.get("states") or ())) if code in known.states]
