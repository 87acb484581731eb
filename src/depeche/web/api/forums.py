"""``/forums``: a forum, its members and meetings, and what was told of it."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from depeche.dossier.forum import ForumPage, forum
from depeche.errors import UnknownSide
from depeche.web.api.answers import Json, Kept
from depeche.web.api.parameters import Book, Since, Until, Word
from depeche.web.api.problems import MISSING, problem
from depeche.web.api.schema import told

routes = APIRouter(tags=["relations"], route_class=Kept)


@routes.get("/forums/{name}", responses=told(ForumPage, "The forum.") | MISSING, response_class=Json)
def get_forum(
    ledger: Book,
    name: Annotated[Word, Path(description="The forum, by code or name.", examples=["CICA"])],
    since: Since = None,
    until: Until = None,
) -> Response:
    """Tell of a forum: members, known meetings, encounters there and in its margins, what was said of it."""
    try:
        return Json(forum(ledger, name, since=since, until=until))
    except UnknownSide as error:
        return problem(404, str(error), error.code)
