"""``/search``: the words of dispatches, and the facts read from them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from depeche.ledger import Hit
from depeche.ledger import Query as Wanted
from depeche.ledger.query import Kind
from depeche.record.tables import Stance
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Actors, Book, Limit, Offset, Since, Until, Word, Words
from depeche.web.api.schema import told

routes = APIRouter(tags=["search"], route_class=Kept)


@routes.get("/search", responses=told(Page[Hit], "Passages or facts, the newest first."), response_class=Json)
def search(
    request: Request,
    ledger: Book,
    words: Annotated[
        Words,
        Query(
            description='Words that stand together, in any inflection; a "run of words" in quotation marks.',
            examples=["sanctions pétrole"],
        ),
    ] = "",
    actors: Actors = [],  # noqa: B006 (FastAPI copies it)
    since: Since = None,
    until: Until = None,
    kind: Annotated[
        Kind | None, Query(description="The facts to search; passages where none is named.")
    ] = None,
    frame: Annotated[
        Word | None,
        Query(description="Events of this frame, PLOVER event or CAMEO code.", examples=["SANCTION"]),
    ] = None,
    stance: Annotated[Stance | None, Query(description="Positions of this stance.")] = None,
    language: Annotated[Word | None, Query(description="The language of the dispatches, ISO 639-1.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Json:
    """Search the ledger: passages by their words, facts by their sides, days and kinds.

    Something must be asked for: words, an actor, a kind, a frame or a stance.
    """
    query = Wanted(
        words=words,
        actors=tuple(actors),
        since=since,
        until=until,
        kind=kind,
        frame=frame,
        stance=stance,
        language=language,
        limit=limit + 1,
        offset=offset,
    )
    return page(request, ledger.search(query), limit=limit, offset=offset)
