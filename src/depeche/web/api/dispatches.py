"""``/dispatches``: which there are, and what one says."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import PlainTextResponse

from depeche.ledger import records
from depeche.ledger.records import Dispatch
from depeche.record import Record
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Actors, Book, InPeriod, Key, Limit, Offset, Word
from depeche.web.api.problems import MISSING
from depeche.web.api.schema import told

routes = APIRouter(tags=["dispatches"], route_class=Kept)


@routes.get(
    "/dispatches", responses=told(Page[Dispatch], "Dispatches, the newest first."), response_class=Json
)
def list_dispatches(
    request: Request,
    ledger: Book,
    period: InPeriod,
    actors: Actors = [],  # noqa: B006
    language: Annotated[Word | None, Query(description="Their language, ISO 639-1.")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Json:
    """List the dispatches published in a period, that tell of all the actors."""
    with ledger.reading() as connection:
        found = records.listed(
            connection, period, actors=actors, language=language, limit=limit + 1, offset=offset
        )
    return page(request, found, limit=limit, offset=offset)


@routes.get("/dispatches/{id}", responses=told(Dispatch, "The dispatch.") | MISSING, response_class=Json)
def get_dispatch(ledger: Book, id: Key) -> Json:  # noqa: A002 (the name in the address)
    """Tell what is known of a dispatch as a document."""
    with ledger.reading() as connection:
        return Json(records.dispatch(connection, id))


@routes.get("/dispatches/{id}/record", responses=told(Record, "The record.") | MISSING, response_class=Json)
def get_record(ledger: Book, id: Key) -> Json:  # noqa: A002
    """Give all that a dispatch says, with its text, as `depeche read --format json` does."""
    return Json(ledger.record(id))


@routes.get(
    "/dispatches/{id}/text",
    response_class=PlainTextResponse,
    responses={200: {"description": "The text, in which all spans count."}, **MISSING},
)
def get_text(ledger: Book, id: Key) -> PlainTextResponse:  # noqa: A002
    """Give the text of a dispatch."""
    return PlainTextResponse(ledger.record(id).text)
