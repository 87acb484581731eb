"""Lists to take away: the rows of a page as CSV or JSON, in which no cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import Query
from starlette.responses import Response

from depeche.errors import UsageError
from depeche.ledger.facts import Fact
from depeche.record.json import line

_INNER = ("id", "passage", "evidence", "attestation", "folded", "content")  # columns that serve the ledger
# A cell that begins so is run as a formula by spreadsheets (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


Format = Annotated[str, Query(max_length=5)]


def fact_row(fact: Fact) -> dict[str, Any]:
    """A fact as one flat row: its dispatch and day, its columns, its words."""
    head = {"kind": fact.kind, "dispatch": fact.dispatch, "title": fact.title, "published": fact.published}
    told = {name: value for name, value in fact.row.items() if name not in _INNER}
    return head | {"day": fact.day} | told | {"words": fact.words}


def takeaway(format: str, rows: Iterable[Mapping[str, Any]], name: str) -> Response:  # noqa: A002
    """The rows as a file; UsageError for another format than csv and json."""
    kept = {"content-disposition": f'attachment; filename="{name}.{format}"'}
    if format == "json":
        return Response(line(list(rows)) + "\n", media_type="application/json")
    if format == "csv":
        return Response(_csv(list(rows)), media_type="text/csv; charset=utf-8", headers=kept)
    raise UsageError(f"a list is given as csv or json, not as '{format}'")


def _csv(rows: list[Mapping[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
