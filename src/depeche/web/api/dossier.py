"""``/dossier`` and ``/timeline``: two sides."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from depeche.dossier import Dossier, dossier
from depeche.dossier.timeline import Entry, timeline
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Book, Limit, Offset, Side, Since, Until
from depeche.web.api.schema import told

routes = APIRouter(tags=["relations"], route_class=Kept)

One = Annotated[Side, Query(examples=["KAZ"])]
Other = Annotated[Side, Query(examples=["Chine"])]


@routes.get("/dossier", responses=told(Dossier, "The brief, as data."), response_class=Json)
def get_dossier(ledger: Book, one: One, other: Other, since: Since = None, until: Until = None) -> Json:
    """Brief on two sides: encounters, agreements, positions, promises, what was said, each with its source."""
    return Json(dossier(ledger, one, other, since=since, until=until))


@routes.get("/timeline", responses=told(Page[Entry], "What was, the earliest first."), response_class=Json)
def get_timeline(
    request: Request,
    ledger: Book,
    one: One,
    other: Other,
    since: Since = None,
    until: Until = None,
    limit: Limit = 200,
    offset: Offset = 0,
) -> Json:
    """Tell what was between two sides, day by day; what several dispatches tell of stands once."""
    entries = timeline(ledger, one, other, since=since, until=until)
    return page(request, entries[offset : offset + limit + 1], limit=limit, offset=offset)
