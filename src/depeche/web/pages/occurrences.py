"""The page of one encounter or act as all dispatches tell it."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path
from starlette.responses import Response

from depeche.errors import NotInLedger
from depeche.ledger.occurrences import occurrence
from depeche.web.page import Asked

routes = APIRouter()


@routes.get("/occurrences/{key}")
def one(page: Asked, key: Annotated[int, Path(ge=0, lt=1 << 62)]) -> Response:
    """The reports of an occurrence, why they are joined, and what they tell otherwise."""
    with page.ledger.reading() as connection:
        try:
            found = occurrence(connection, key)
        except NotInLedger as error:
            raise HTTPException(404) from error
    return page.render("occurrence.html", occurrence=found)
