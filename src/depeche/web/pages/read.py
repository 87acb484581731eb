"""A text that is pasted is read and shown, and not kept."""

from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import HTMLResponse

from depeche.errors import InputError, UsageError
from depeche.languages import codes
from depeche.record import Record
from depeche.web.examples import examples
from depeche.web.faults import status_of
from depeche.web.guard.size import bounded
from depeche.web.guard.token import writing
from depeche.web.page import Asked, Page
from depeche.web.reading import LONGEST, Given, Reading
from depeche.web.views.reader.reader import reading

routes = APIRouter(prefix="/read")

_BYTES = 12 * LONGEST + 10_000  # a form may write each byte of a character as %XX
_bounded = bounded(
    _BYTES,
    f"the text has more than {LONGEST:,} characters; cut it, or read it with depeche read or depeche ingest",
)


@routes.get("")
def box(page: Asked, example: Annotated[str, Query(max_length=80)] = "") -> HTMLResponse:
    """The box for a text, with an example in it if one is named."""
    text = next((one.text for one in examples() if one.name == example), "")
    if example and not text:
        raise HTTPException(404)
    return _page(page, Given(text))


@routes.post("", dependencies=[Depends(_bounded), Depends(writing)])
async def read(page: Asked, request: Request) -> HTMLResponse:
    """The text of the form, read by the one reader of the server."""
    form = await request.form()
    text, published, language = (str(form.get(name, "")) for name in ("text", "published", "language"))
    given = Given(text.replace("\r\n", "\n"), published.strip() or None, language or None)
    desk: Reading = request.app.state.reading
    try:
        record = await desk.read(given)
    except (InputError, UsageError) as error:
        return await to_thread.run_sync(_page, page, given, None, error)
    return await to_thread.run_sync(_page, page, given, record)


def _page(
    page: Page, given: Given, record: Record | None = None, error: InputError | UsageError | None = None
) -> HTMLResponse:
    return page.render(
        "read.html",
        status=status_of(error) if error else 200,
        given=given,
        error=str(error) if error else "",
        head=record.document if record else None,
        reading=reading(record, width=LONGEST) if record else None,
        persons={},
        examples=examples(),
        tongues=codes(),
        longest=LONGEST,
    )
