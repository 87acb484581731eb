"""The relations of two countries: the list of pairs, and one with its dossier, timeline and figures."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, HTTPException
from fastapi import Path as Part
from fastapi import Query as Parameter
from starlette.responses import RedirectResponse, Response

from depeche.dossier.brief import brief
from depeche.dossier.render import notes
from depeche.dossier.timeline import dossier_with_timeline
from depeche.knowledge.sides import side
from depeche.web.keeping import KeptHeavy
from depeche.web.page import Asked
from depeche.web.takeaway import Format, fact_row, takeaway
from depeche.web.templating import is_side
from depeche.web.views.home import busiest
from depeche.web.views.pair import LANES, MOST, bars, grid, line

routes = APIRouter(route_class=KeptHeavy)
SHOWN = 100
Code = Annotated[str, Part(max_length=60)]
Day = Annotated[str, Parameter(max_length=20)]


@routes.get("/pairs")
def pairs(
    page: Asked,
    one: Annotated[str, Parameter(max_length=60)] = "",
    other: Annotated[str, Parameter(max_length=60)] = "",
    format: Format = "",  # noqa: A002
) -> Response:
    """The pairs of states with most facts in common, or the way to the pair that is asked for."""
    if one.strip() and other.strip():
        return RedirectResponse(f"/pairs/{side(one)}/{side(other)}", 303)
    with page.ledger.reading() as connection:
        found = busiest(connection, SHOWN)
    if format:
        return takeaway(format, map(msgspec.structs.asdict, found), "relations")
    return page.render("pairs.html", pairs=found, one=one, other=other)


@routes.get("/pairs/{one}/{other}")
def pair(
    page: Asked,
    one: Code,
    other: Code,
    since: Day = "",
    until: Day = "",
    changes: Day = "",
    format: Format = "",  # noqa: A002
) -> Response:
    """The relation of two sides: dossier, timeline, warmth, positions, commitments, what changed."""
    if not (is_side(one) and is_side(other)) or one == other:
        raise HTTPException(404)
    period = {"since": since.strip() or None, "until": until.strip() or None}
    found, entries = dossier_with_timeline(
        page.ledger, one, other, **period, changes_since=changes.strip() or None, newest=MOST + 1
    )
    drawn = line(entries, found)
    if format:
        rows = ({"lane": point.lane} | fact_row(fact) for point in drawn.points for fact in point.facts)
        return takeaway(format, rows, f"{one}-{other}")
    years, cells = grid(found)
    written = brief(found, page.words)
    return page.render(
        "pair.html",
        dossier=found,
        brief=written,
        notes=notes(written, page.words),
        line=drawn,
        lanes=LANES,
        bars=bars(found.months, found.years),
        years=years,
        cells=cells,
        changes=changes,
    )
