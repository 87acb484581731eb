"""``/occurrences``: one encounter or act, as all the dispatches that tell of it tell it."""

from fastapi import APIRouter

from depeche.ledger.occurrences import Occurrence, occurrence
from depeche.web.api.answers import Json, Kept
from depeche.web.api.parameters import Book, Key
from depeche.web.api.problems import MISSING
from depeche.web.api.schema import told

routes = APIRouter(tags=["facts"], route_class=Kept)


@routes.get(
    "/occurrences/{id}",
    responses=told(Occurrence, "The occurrence, its reports, and what they tell otherwise.") | MISSING,
    response_class=Json,
)
def get_occurrence(ledger: Book, id: Key) -> Json:  # noqa: A002 (the name in the address)
    """Tell what several dispatches tell of one encounter or act, and where they disagree."""
    with ledger.reading() as connection:
        return Json(occurrence(connection, id))
