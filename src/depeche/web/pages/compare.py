"""Two dispatches side by side."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from depeche.errors import UsageError
from depeche.ledger import records
from depeche.web.page import Asked
from depeche.web.takeaway import Format, takeaway
from depeche.web.views import tellings
from depeche.web.views.comparing.comparison import Comparison, compare

routes = APIRouter(prefix="/compare")

Number = Annotated[str, Query(max_length=20, pattern=r"^\s*\d{0,18}\s*$")]


@routes.get("")
def comparison(page: Asked, a: Number = "", b: Number = "", format: Format = "") -> Response:  # noqa: A002
    """The comparison of two dispatches; the ways to one where less than two are named."""
    keys = [int(number) for number in (a, b) if number.strip()]
    if len(keys) == 2 and keys[0] == keys[1]:
        raise UsageError("name two dispatches; these are one")
    with page.ledger.reading() as connection:
        heads = [records.dispatch(connection, key) for key in keys]
        if len(keys) == 2:
            found = compare(connection, *keys)
            if format:
                return takeaway(format, _rows(found), f"compare-{keys[0]}-{keys[1]}")
            return page.render("compare.html", heads=heads, comparison=found)
        also = tellings.also(connection, keys[0], limit=20) if keys else []
        couples = [] if keys else tellings.couples(connection)
    if format:
        rows = [(keys[0], one.id, one.shared) for one in also]
        rows += [(one.one.id, one.other.id, one.shared) for one in couples]
        return takeaway(
            format, (dict(zip(("a", "b", "shared"), row, strict=True)) for row in rows), "compare"
        )
    return page.render("comparisons.html", heads=heads, also=also, couples=couples)


def _rows(found: Comparison) -> Iterator[dict[str, Any]]:
    """What both tell or one alone, a row each, by the exact words."""
    for table, rows in found.tables.items():
        for told in rows:
            words = {side: one.words if one else None for side, one in (("a", told.a), ("b", told.b))}
            yield {"table": table, **words, "differing": told.differing}
