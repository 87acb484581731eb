"""Search: words and facts, with facets; a result is a sentence in its place."""

from typing import Annotated, Any, get_args

import msgspec
from fastapi import APIRouter, Depends
from fastapi import Query as Parameter
from starlette.responses import Response

from depeche.errors import UsageError
from depeche.knowledge.sides import side
from depeche.ledger.query import KINDS, Hit, Query
from depeche.record.tables import Stance
from depeche.web.keeping import Kept
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.views.found import found

routes = APIRouter(route_class=Kept)
LIMIT = 20
TAKEN = 1000
STANCES = get_args(Stance)


def asked(
    q: Annotated[str, Parameter(max_length=500)] = "",
    kind: Annotated[str, Parameter(max_length=20)] = "",
    actor: Annotated[list[str], Parameter(max_length=4)] = [],  # noqa: B006 (never changed)
    since: Annotated[str, Parameter(max_length=20)] = "",
    until: Annotated[str, Parameter(max_length=20)] = "",
    frame: Annotated[str, Parameter(max_length=40)] = "",
    stance: Annotated[str, Parameter(max_length=20)] = "",
    language: Annotated[str, Parameter(max_length=8)] = "",
    offset: Annotated[int, Parameter(ge=0, le=10_000)] = 0,
) -> Query:
    """The query that the parameters of an address ask; UsageError where one of them is none."""
    known = next((name for name in KINDS if name == kind), None)
    if kind and known is None and kind != "passages":
        raise UsageError(f"no kind of fact is called '{kind}'; there are {', '.join(KINDS)}")
    if stance and stance not in STANCES:
        raise UsageError(f"no stance is called '{stance}'; there are {', '.join(STANCES)}")
    return Query(
        words=q,
        kind=known,
        actors=tuple(dict.fromkeys(side(one) for one in actor if one.strip())),
        since=since.strip() or None,
        until=until.strip() or None,
        frame=frame.strip() or None,
        stance=stance or None,
        language=language.strip() or None,
        limit=LIMIT,
        offset=offset,
    )


@routes.get("/search")
def search(
    page: Asked,
    query: Annotated[Query, Depends(asked)],
    format: Format = "",  # noqa: A002
) -> Response:
    """What the ledger holds on words, sides, a period, an act or a stance."""
    if format:
        wanted = msgspec.structs.replace(query, limit=TAKEN, offset=0)
        return takeaway(format, map(_row, page.ledger.search(wanted)), "search")
    anything = any((query.words.strip(), query.actors, query.kind, query.frame, query.stance))
    with page.ledger.reading() as connection:
        answer = found(connection, query) if anything else None
    return page.render(
        "search.html", block="results", query=query, found=answer, kinds=KINDS, stances=STANCES
    )


def _row(hit: Hit) -> dict[str, Any]:
    """A hit as one flat row."""
    head = {name: getattr(hit, name) for name in ("kind", "dispatch", "title", "published", "language")}
    return head | hit.fact | {"start": hit.start, "passage": hit.passage}
