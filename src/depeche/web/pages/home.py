"""The first page: what the ledger holds, and ways in."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from depeche.web.keeping import Kept
from depeche.web.page import Asked
from depeche.web.views.home import home as glance

routes = APIRouter(route_class=Kept)


@routes.get("/")
def home(page: Asked) -> HTMLResponse:
    """The ledger at a glance."""
    with page.ledger.reading() as connection:
        return page.render("home.html", home=glance(connection))
