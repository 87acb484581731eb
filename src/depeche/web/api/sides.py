"""``/sides`` and ``/ledger``: what the ledger holds in all."""

from fastapi import APIRouter, Request

from depeche.ledger.overview import Overview, Side, overview, sides
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Book, Limit, Offset
from depeche.web.api.schema import told

routes = APIRouter(tags=["ledger"], route_class=Kept)


@routes.get(
    "/sides",
    responses=told(Page[Side], "States and organisations, those told of most first."),
    response_class=Json,
)
def list_sides(request: Request, ledger: Book, limit: Limit = 200, offset: Offset = 0) -> Json:
    """List the states and organisations that the ledger tells of."""
    with ledger.reading() as connection:
        found = sides(connection)
    return page(request, found[offset : offset + limit + 1], limit=limit, offset=offset)


@routes.get("/ledger", responses=told(Overview, "Its counts and days."), response_class=Json)
def get_ledger(ledger: Book) -> Json:
    """Tell how much the ledger holds, in which languages, of which days."""
    with ledger.reading() as connection:
        return Json(overview(connection))
