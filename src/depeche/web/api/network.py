"""``/network``: who meets, backs or opposes whom."""

from typing import Annotated

from fastapi import APIRouter, Query

from depeche.dossier.network import Network, Tie, network
from depeche.web.api.answers import Json, Kept
from depeche.web.api.parameters import Book, Since, Until, Word
from depeche.web.api.schema import told

routes = APIRouter(tags=["relations"], route_class=Kept)


@routes.get("/network", responses=told(Network, "Sides and ties, the strongest first."), response_class=Json)
def get_network(
    ledger: Book,
    tie: Annotated[Tie, Query(description="What ties two sides.")] = "meets",
    since: Since = None,
    until: Until = None,
    around: Annotated[
        Word | None, Query(description="The ties of this side alone, by its code.", examples=["FRA"])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Most ties.")] = 300,
) -> Json:
    """Tell who meets, backs or opposes whom in a period; one encounter that many tell counts once."""
    return Json(network(ledger, tie, since=since, until=until, around=around, limit=limit))
