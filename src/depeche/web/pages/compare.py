"""Two dispatches side by side."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse

from depeche.errors import UsageError
from depeche.ledger import records
from depeche.web.page import Asked
from depeche.web.views import tellings
from depeche.web.views.comparing.comparison import compare

routes = APIRouter(prefix="/compare")

Number = Annotated[str, Query(max_length=20, pattern=r"^\s*\d{0,18}\s*$")]


@routes.get("")
def comparison(page: Asked, a: Number = "", b: Number = "") -> HTMLResponse:
    """The comparison of two dispatches; the ways to one where less than two are named."""
    keys = [int(number) for number in (a, b) if number.strip()]
    if len(keys) == 2 and keys[0] == keys[1]:
        raise UsageError("name two dispatches; these are one")
    with page.ledger.reading() as connection:
        heads = [records.dispatch(connection, key) for key in keys]
        if len(keys) == 2:
            return page.render("compare.html", heads=heads, comparison=compare(connection, *keys))
        return page.render(
            "comparisons.html",
            heads=heads,
            also=tellings.also(connection, keys[0], limit=20) if keys else [],
            couples=[] if keys else tellings.couples(connection),
        )
