"""``/occurrences``: encounters and acts, each as all the dispatches that tell of it tell it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from depeche.ledger.occurrences import Kind, Occurrence, Wanted, listed, occurrence
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Actors, Book, Key, Limit, Offset, Since, Until
from depeche.web.api.problems import MISSING
from depeche.web.api.schema import told

routes = APIRouter(tags=["facts"], route_class=Kept)


@routes.get(
    "/occurrences",
    responses=told(Page[Occurrence], "Occurrences, the newest first; those without a day last."),
    response_class=Json,
)
def list_occurrences(
    request: Request,
    ledger: Book,
    actors: Actors = [],  # noqa: B006 (FastAPI copies it)
    since: Since = None,
    until: Until = None,
    kind: Annotated[Kind | None, Query(description="Encounters or acts.")] = None,
    least: Annotated[
        int, Query(ge=1, le=1000, alias="told", description="Told by so many dispatches or more.")
    ] = 2,
    differing: Annotated[bool, Query(description="Only those that the dispatches disagree on.")] = False,  # noqa: FBT002
    limit: Limit = 20,
    offset: Offset = 0,
) -> Json:
    """List what several dispatches tell of alike."""
    wanted = Wanted(
        actors=tuple(actors),
        since=since,
        until=until,
        kind=kind,
        least=least,
        differing=differing,
        limit=limit + 1,
        offset=offset,
    )
    with ledger.reading() as connection:
        return page(request, listed(connection, wanted), limit=limit, offset=offset)


@routes.get(
    "/occurrences/{id}",
    responses=told(Occurrence, "The occurrence, its reports, and what they tell otherwise.") | MISSING,
    response_class=Json,
)
def get_occurrence(ledger: Book, id: Key) -> Json:  # noqa: A002 (the name in the address)
    """Tell what several dispatches tell of one encounter or act, and where they disagree."""
    with ledger.reading() as connection:
        return Json(occurrence(connection, id))
