"""``/api/v1/docs``: the API described, without a script."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse

from depeche.web.page import Asked
from depeche.web.views.api import description

routes = APIRouter()


@routes.get("/api/v1/docs")
def docs(page: Asked) -> HTMLResponse:
    """What can be asked, with which parameters, and what is answered."""
    return page.render("api.html", api=description(page.request.app.state.api.openapi(), "/api/v1"))


@routes.get("/api")
@routes.get("/api/v1")
def entrance() -> RedirectResponse:
    """Show who comes by hand the way."""
    return RedirectResponse("/api/v1/docs")
