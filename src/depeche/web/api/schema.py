"""The schemas of what the API answers, from the structs that it answers with and the tables behind them."""

from typing import Any

import msgspec
from sqlalchemy import JSON, Boolean, Column, Integer

from depeche.dossier.dossier import Dossier
from depeche.dossier.forum import ForumPage
from depeche.dossier.network import Network
from depeche.dossier.timeline import Entry
from depeche.export.meanings import meaning
from depeche.export.tables import SPANS
from depeche.ledger import Hit, Who
from depeche.ledger.facts import Fact
from depeche.ledger.occurrences import Occurrence
from depeche.ledger.overview import Overview, Side
from depeche.ledger.query import KINDS
from depeche.ledger.records import Dispatch
from depeche.ledger.schema import FACTS
from depeche.record import Record
from depeche.web.api.answers import Page
from depeche.web.api.problems import Problem
from depeche.web.reading import Given

_ANSWERS: tuple[Any, ...] = (
    Page[Hit],
    Page[Dispatch],
    Page[Fact],
    Page[Entry],
    Page[Side],
    Page[Who],
    Page[Occurrence],
    Dispatch,
    Record,
    Dossier,
    ForumPage,
    Network,
    Who,
    Occurrence,
    Overview,
    Given,
    Problem,
)
_REF = "#/components/schemas/{name}"
_SPAN = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
_OWN = ("passage", "folded", "attestation")  # columns that serve the ledger alone
_WORDS = {
    "id": "number of the row",
    "dispatch": "number of its dispatch",
    "evidence": "spans it was read from",
}


def _column(kind: str, column: Column[Any]) -> dict[str, Any]:
    """The schema of what a column holds."""
    name = column.name
    found: dict[str, Any] = {"type": "string"}
    if name in SPANS:
        found = dict(_SPAN)
    elif name == "evidence":
        found = {"type": "array", "items": _SPAN}
    elif isinstance(column.type, JSON):
        found = {"type": "array", "items": {"type": "string"}}
    elif isinstance(column.type, Boolean | Integer):
        found = {"type": "boolean" if isinstance(column.type, Boolean) else "integer"}
    if column.nullable:
        found["type"] = [found["type"], "null"]
    words = _WORDS.get(name) or ("words of it, as a span" if name in SPANS else meaning(kind, name))
    return {**found, "description": words}


def _row(kind: str) -> dict[str, Any]:
    """The schema of a row of a table of facts."""
    columns = [column for column in FACTS[kind].c if column.name not in _OWN]
    return {
        "title": kind,
        "type": "object",
        "properties": {str(column.name): _column(kind, column) for column in columns},
    }


def _components() -> tuple[dict[Any, dict[str, Any]], dict[str, Any]]:
    references, components = msgspec.json.schema_components(_ANSWERS, ref_template=_REF)
    rows = {f"{kind}-row": _row(kind) for kind in KINDS}
    told = {"type": "object", "anyOf": [{"$ref": _REF.format(name=name)} for name in rows]}
    components["Fact"]["properties"]["row"] = told
    components["Hit"]["properties"]["fact"] = told
    return dict(zip(_ANSWERS, references, strict=True)), {**components, **rows}


_REFERENCES, COMPONENTS = _components()


def ref(kind: Any) -> dict[str, Any]:
    """The reference to the schema of a struct."""
    return dict(_REFERENCES[kind])


def told(kind: Any, description: str) -> dict[int | str, dict[str, Any]]:
    """What a route answers with, for its `responses`."""
    return {
        200: {"description": description, "content": {"application/json": {"schema": ref(kind)}}},
        304: {"description": "What was answered before is still true."},
    }
