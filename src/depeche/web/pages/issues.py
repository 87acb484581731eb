"""Issues: what is at stake, and who holds which position on it."""

from typing import Annotated

from fastapi import APIRouter, HTTPException
from fastapi import Path as Part
from starlette.responses import Response

from depeche.web.keeping import Kept
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.views.issues import LOOKED_AT, Issue, issues

routes = APIRouter(route_class=Kept)
SHOWN = 40


@routes.get("/issues")
def every(page: Asked, format: Format = "") -> Response:  # noqa: A002
    """The issues of the newest positions."""
    found = _found(page)
    if format:
        rows = (
            {"issue": one.name, "positions": len(one.positions), "holders": [code for code, _ in one.holders]}
            for one in found
        )
        return takeaway(format, rows, "issues")
    return page.render("issues.html", issues=found, counted=LOOKED_AT)


@routes.get("/issues/{name}")
def one(
    page: Asked,
    name: Annotated[str, Part(max_length=40)],
    format: Format = "",  # noqa: A002
) -> Response:
    """The positions on one issue, the newest first."""
    found = next((issue for issue in _found(page) if issue.name == name), None)
    if found is None:
        raise HTTPException(404)
    if format:
        columns = ("holder", "stance", "target")
        rows = (
            {c: fact.row[c] for c in columns} | {"day": fact.day, "words": fact.words}
            for fact in found.positions
        )
        return takeaway(format, rows, name)
    return page.render("issue.html", issue=found, shown=SHOWN)


def _found(page: Asked) -> tuple[Issue, ...]:
    with page.ledger.reading() as connection:
        return issues(connection)
