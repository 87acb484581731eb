"""The network: who meets or backs whom in a period, as a picture with its table beside it."""

from typing import Annotated, get_args

from fastapi import APIRouter
from fastapi import Query as Parameter
from starlette.responses import Response

from depeche.dossier.network import Tie, network
from depeche.errors import UsageError
from depeche.knowledge.sides import side
from depeche.web.keeping import Kept
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.views.circle import circle

routes = APIRouter(route_class=Kept)
LIMIT = 300
_TIES: tuple[Tie, ...] = get_args(Tie)


@routes.get("/network")
def draw(
    page: Asked,
    tie: Annotated[str, Parameter(max_length=10)] = "meets",
    since: Annotated[str, Parameter(max_length=20)] = "",
    until: Annotated[str, Parameter(max_length=20)] = "",
    around: Annotated[str, Parameter(max_length=60)] = "",
    format: Format = "",  # noqa: A002
) -> Response:
    """The strongest ties of a period, of all sides or of one."""
    known = next((one for one in _TIES if one == tie), None)
    if known is None:
        raise UsageError(f"no tie is called '{tie}'; there are {', '.join(_TIES)}")
    found = network(
        page.ledger,
        known,
        since=since.strip() or None,
        until=until.strip() or None,
        around=side(around) if around.strip() else None,
        limit=LIMIT,
    )
    if format:
        rows = (
            {"source": e.source, "target": e.target, "times": e.times, "last": e.last} for e in found.edges
        )
        return takeaway(format, rows, "network")
    picture = circle(found)
    return page.render(
        "network.html", block="drawn", network=found, picture=picture, ties=_TIES, around=around
    )
