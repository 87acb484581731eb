"""The queues of the desk: readings, reports and persons that somebody should look at."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar, cast

from fastapi import APIRouter
from fastapi import Query as Parameter
from sqlalchemy import Connection
from starlette.responses import Response

from depeche.errors import UsageError
from depeche.ledger.query import Kind
from depeche.web.page import Asked, Page
from depeche.web.takeaway import Format, fact_row, takeaway
from depeche.web.views.desk import (
    DOUBTS,
    FIELDS,
    SETTLED,
    Doubted,
    Item,
    Twins,
    counts,
    differing,
    queue,
    twins,
)

routes = APIRouter()
LIMIT = 20
TAKEN = 1000  # of a queue that is taken away
Offset = Annotated[int, Parameter(ge=0, le=1_000_000)]
T = TypeVar("T")
Row = dict[str, Any]
# So many of a queue, from an offset on.
Find = Callable[[Connection, int, int], list[T]]


@routes.get("/desk")
def desk(
    page: Asked,
    about: Annotated[str, Parameter(max_length=20)] = "events",
    offset: Offset = 0,
    format: Format = "",  # noqa: A002
) -> Response:
    """The queue of one table's doubtful readings."""
    kind = judgeable(about)

    def find(connection: Connection, limit: int, offset: int) -> list[Item]:
        return queue(connection, kind, limit=limit, offset=offset)

    if format:
        return _taken(page, format, kind, find, lambda one: fact_row(one.fact) | {"reasons": one.reasons})
    return _queue(page, "desk.html", kind, find, offset)


@routes.get("/desk/reports")
def reports(page: Asked, offset: Offset = 0, format: Format = "") -> Response:  # noqa: A002
    """Occurrences on which their reports disagree."""

    def find(connection: Connection, limit: int, offset: int) -> list[Doubted]:
        return differing(connection, limit=limit, offset=offset)

    if format:
        return _taken(page, format, "reports", find, _differing)
    return _queue(page, "desk-reports.html", "reports", find, offset)


@routes.get("/desk/merges")
def merges(page: Asked, offset: Offset = 0, format: Format = "") -> Response:  # noqa: A002
    """Persons of one name who may be one."""

    def find(connection: Connection, limit: int, offset: int) -> list[Twins]:
        return twins(connection, limit=limit, offset=offset)

    if format:
        return _taken(page, format, "merges", find, _both)
    return _queue(page, "desk-merges.html", "merges", find, offset)


def _queue(page: Page, template: str, about: str, find: Find[Any], offset: int) -> Response:
    """One page of a queue, with the tabs of all."""
    with page.ledger.reading() as connection:
        found = find(connection, LIMIT + 1, offset)
        tabs = counts(connection)
    return page.render(
        template,
        about=about,
        found=found[:LIMIT],
        more=len(found) > LIMIT,
        tabs=tabs,
        fields=FIELDS,
        settled=SETTLED,
        offset=offset,
        limit=LIMIT,
    )


def _taken(page: Page, format: str, name: str, find: Find[T], row: Callable[[T], Row]) -> Response:  # noqa: A002
    """A queue as a file."""
    with page.ledger.reading() as connection:
        return takeaway(format, map(row, find(connection, TAKEN, 0)), name)


def _differing(doubted: Doubted) -> Row:
    one = doubted.occurrence
    told: Row = {each.column: [value.value for value in each.told] for each in one.differing}
    return {"occurrence": one.id, "kind": one.kind, "what": one.what, "day": one.first, **told}


def _both(pair: Twins) -> Row:
    names = ("id", "name", "of", "role", "first", "last")
    return {
        f"{which}_{name}": getattr(getattr(pair, which), name) for which in ("one", "other") for name in names
    }


def judgeable(about: str) -> Kind:
    """A table of which readings are judged; UsageError for another name."""
    if about not in DOUBTS:
        raise UsageError(f"nothing of '{about}' is judged at the desk; there are {', '.join(DOUBTS)}")
    return cast("Kind", about)
