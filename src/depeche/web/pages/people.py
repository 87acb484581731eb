"""Pages of persons: who's who, and one with offices over time."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path
from fastapi import Query as Parameter
from starlette.responses import Response

from depeche.errors import UsageError
from depeche.knowledge.sides import side
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.views.people import catalogue, person_page
from depeche.web.views.tenures import tenures

routes = APIRouter()
LIMIT = 50
TAKEN = 10_000


@routes.get("/people")
def people(
    page: Asked,
    name: Annotated[str, Parameter(max_length=100)] = "",
    of: Annotated[str, Parameter(max_length=60)] = "",
    offset: Annotated[int, Parameter(ge=0, le=1_000_000)] = 0,
    format: Format = "",  # noqa: A002
) -> Response:
    """Who's who of the ledger."""
    code = side(of) if of.strip() else ""
    with page.ledger.reading() as connection:
        if format:
            rows = catalogue(connection, name, code, limit=TAKEN, offset=0)
            return takeaway(format, (row._asdict() for row in rows), "people")
        found = catalogue(connection, name, code, limit=LIMIT + 1, offset=offset)
    return page.render(
        "people.html",
        block="rows",
        people=found[:LIMIT],
        more=len(found) > LIMIT,
        name=name,
        of=of,
        offset=offset,
        limit=LIMIT,
    )


@routes.get("/people/{key}")
def one(page: Asked, key: Annotated[int, Path(ge=0, lt=1 << 62)]) -> Response:
    """A person: offices with their days, spellings with the reasons why they are one, words and meetings."""
    with page.ledger.reading() as connection:
        try:
            found = person_page(connection, key)
        except UsageError as error:
            raise HTTPException(404) from error
    return page.render("person.html", person=found, tenures=tenures(found.who.offices))
