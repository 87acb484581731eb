"""Pages of states, forums and other organisations: the lists of them, and one each."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path
from starlette.responses import RedirectResponse, Response

from depeche.ledger.overview import Side, sides
from depeche.web.keeping import Kept
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.templating import is_side, side_path
from depeche.web.views.sides import side_page

routes = APIRouter(route_class=Kept)


@routes.get("/countries")
def countries(page: Asked, format: Format = "") -> Response:  # noqa: A002
    """The states that the ledger tells of."""
    return _list(page, "countries", format, [one for one in _all(page) if one.is_state])


@routes.get("/organisations")
def organisations(page: Asked, format: Format = "") -> Response:  # noqa: A002
    """The organisations that it tells of."""
    told = [one for one in _all(page) if side_path(one.code).startswith("/organisations")]
    return _list(page, "organisations", format, told)


@routes.get("/forums")
def forums(page: Asked, format: Format = "") -> Response:  # noqa: A002
    """The forums that it tells of."""
    told = [one for one in _all(page) if side_path(one.code).startswith("/forums")]
    return _list(page, "forums", format, told)


@routes.get("/countries/{code:path}")
@routes.get("/organisations/{code:path}")
@routes.get("/forums/{code:path}")
def side(page: Asked, code: Annotated[str, Path(max_length=80)]) -> Response:
    """The page of a state, forum or other organisation, at the address of its kind."""
    if not is_side(code):
        raise HTTPException(404)
    if page.request.url.path.split("/")[1] != side_path(code).split("/")[1]:
        return RedirectResponse(side_path(code), 308)
    with page.ledger.reading() as connection:
        return page.render("side.html", side=side_page(connection, code))


def _all(page: Asked) -> list[Side]:
    with page.ledger.reading() as connection:
        return sides(connection)


def _list(page: Asked, kind: str, format: str, told: list[Side]) -> Response:  # noqa: A002
    if format:
        rows = (
            {"code": one.code, "name": one.name, "facts": one.facts, "first": one.first, "last": one.last}
            for one in told
        )
        return takeaway(format, rows, kind)
    return page.render("sides.html", kind=kind, sides=told)
