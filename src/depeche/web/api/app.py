"""The application of the API, which the explorer mounts below ``/api/v1``."""

from typing import Any

from fastapi import FastAPI

from depeche import __version__
from depeche.ledger import Ledger
from depeche.web.api import (
    dispatches,
    dossier,
    facts,
    forums,
    network,
    occurrences,
    people,
    problems,
    read,
    schema,
    search,
    sides,
)
from depeche.web.reading import Reading

_ABOUT = """What depeche reads in dispatches, over HTTP: the same queries as the command line, and the same JSON.

Spans are half-open `[start, end]` offsets in characters of the text of a dispatch. Dates are EDTF, states
ISO 3166-1 alpha-3, events CAMEO and PLOVER. Lists come in pages: `next`, and the `Link` header, hold the address
of the following one. Answers bear an `ETag` that stays until the ledger changes. Errors are `application/problem+json`
(RFC 9457); their `code` is stable.
"""
_TAGS = {
    "search": "Words of dispatches, and the facts read from them.",
    "dispatches": "The dispatches of the ledger, their texts and records.",
    "facts": "Encounters, statements, positions, commitments and events, the newest dispatches first.",
    "relations": "What is between sides: dossiers, timelines, forums, networks.",
    "people": "Who is who, in any spelling.",
    "ledger": "What the ledger holds in all.",
    "reading": "Reading a text without keeping it.",
}


def create(ledger: Ledger, reading: Reading) -> FastAPI:
    """The API over a ledger, which stays the caller's to close."""
    app = FastAPI(
        title="depeche",
        version=__version__,
        description=_ABOUT,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_tags=[{"name": name, "description": words} for name, words in _TAGS.items()],
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.ledger = ledger
    app.state.reading = reading
    for module in (search, dispatches, facts, dossier, forums, network, people, occurrences, sides, read):
        app.include_router(module.routes, responses=problems.RESPONSES)
    problems.install(app)
    _describe(app)
    return app


def _describe(app: FastAPI) -> None:
    """Give the description of the API the schemas of its answers."""
    described = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = described()
            found.setdefault("components", {})["schemas"] = dict(schema.COMPONENTS)
        return described()

    app.openapi = openapi  # type: ignore[method-assign]
