"""The first page: what the ledger holds, and ways in."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from depeche.web.page import Asked
from depeche.web.views.overview import overview

routes = APIRouter()


@routes.get("/")
def home(page: Asked) -> HTMLResponse:
    """The ledger at a glance."""
    with page.ledger.reading() as connection:
        return page.render("home.html", overview=overview(connection))
