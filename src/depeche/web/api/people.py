"""``/people``: who is who."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from depeche.ledger import Who, whoswho
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Book, Key, Limit, Offset, Word
from depeche.web.api.problems import MISSING
from depeche.web.api.schema import told

routes = APIRouter(tags=["people"], route_class=Kept)


@routes.get("/people", responses=told(Page[Who], "Those named most often first."), response_class=Json)
def find_people(
    request: Request,
    ledger: Book,
    name: Annotated[
        Word,
        Query(description="The name in any spelling; a family name will do.", examples=["Tleuberdi"]),
    ],
    limit: Limit = 20,
    offset: Offset = 0,
) -> Json:
    """Find the persons of a name: their offices with first and last dates, spellings, and words of dispatches."""
    return page(request, ledger.who(name)[offset : offset + limit + 1], limit=limit, offset=offset)


@routes.get("/people/{id}", responses=told(Who, "The person.") | MISSING, response_class=Json)
def get_person(ledger: Book, id: Key) -> Json:  # noqa: A002 (the name in the address)
    """Tell who somebody is."""
    with ledger.reading() as connection:
        return Json(whoswho.person(connection, id))
