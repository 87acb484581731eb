"""The dispatches: a list that can be narrowed, and each with what was read in it."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import StringConstraints
from starlette.responses import HTMLResponse, Response

from depeche.errors import UsageError
from depeche.knowledge.sides import side as code_of
from depeche.ledger import records
from depeche.ledger.period import Period
from depeche.reading.published import check
from depeche.record import Span
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.views import listing, tellings
from depeche.web.views.people import named_in
from depeche.web.views.reader.reader import reading

routes = APIRouter(prefix="/dispatches")

PAGE = 40
TAKEN = 1000
Word = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$", strip_whitespace=True)]
Key = Annotated[int, Path(ge=0, le=2**63 - 1)]
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@routes.get("")
def dispatches(
    page: Asked,
    since: Word = "",
    until: Word = "",
    language: Word = "",
    side: Word = "",
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    format: Format = "",  # noqa: A002
) -> Response:
    """The dispatches, the newest first."""
    period = Period(check(since or None), check(until or None))
    actors = (code_of(side),) if side else ()
    narrowed = {"actors": actors, "language": language or None}
    with page.ledger.reading() as connection:
        if format:
            taken = listing.lines(connection, period, limit=TAKEN, **narrowed)
            return takeaway(format, map(_row, taken), "dispatches")
        found = listing.lines(connection, period, limit=PAGE + 1, offset=offset, **narrowed)
        spoken = listing.languages(connection)
    return page.render(
        "dispatches.html",
        lines=found[:PAGE],
        more=len(found) > PAGE,
        offset=offset,
        limit=PAGE,
        spoken=spoken,
        counted=listing.COUNTED,
        asked={"since": since, "until": until, "language": language, "side": side},
    )


def _row(line: listing.Line) -> dict[str, Any]:
    names = ("id", "published", "title", "language", "place", "copy_of")
    head = {name: getattr(line.dispatch, name) for name in names}
    return head | {"sides": line.sides} | line.counts


@routes.get("/{dispatch}")
def dispatch(
    page: Asked,
    dispatch: Key,
    at: Annotated[str, Query(max_length=32)] = "",
    start: Annotated[int | None, Query(alias="from", ge=0, le=2**31)] = None,
) -> HTMLResponse:
    """A dispatch with what was read in it; `at` marks a passage of it, `from` turns to a later part of it."""
    with page.ledger.reading() as connection:
        record = records.record(connection, dispatch)
        origins = tellings.origins(connection, dispatch)
        original = tellings.original(connection, dispatch)
        copied = tellings.copied(connection, dispatch)
        also = tellings.also(connection, dispatch)
        persons = named_in(connection, dispatch)
    return page.render(
        "dispatch.html",
        id=dispatch,
        head=record.document,
        reading=reading(record, at=_span(at, len(record.text)), start=start),
        origins=origins,
        original=original,
        copied=copied,
        also=also,
        persons=persons,
    )


def _span(given: str, length: int) -> Span | None:
    """The passage ``START-END`` of an address, within the text."""
    if not given:
        return None
    match = _AT.fullmatch(given)
    if match is None:
        raise UsageError(f"at={given}: give a passage as START-END, in characters of the text")
    start, end = (min(int(part), length) for part in match.groups())
    return (start, end) if start < end else None
