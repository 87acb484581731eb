"""``/read``: a text is read and not kept."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request

from depeche.errors import InputError, TooLong
from depeche.record import Record
from depeche.web.api.answers import Json
from depeche.web.api.problems import TOO_LONG
from depeche.web.api.schema import ref, told
from depeche.web.reading import LONGEST, Given, Reading

routes = APIRouter(tags=["reading"])

_BYTES = 6 * LONGEST + 1000  # JSON may write each character as \uXXXX
_EXAMPLE = {
    "text": "PÉKIN, 3 mai 2021 (AFP) - Le ministre chinois Wang Yi a reçu lundi son homologue kazakh.",
    "published": "2021-05-03",
}


async def given(request: Request) -> Given:
    """The body of the request; TooLong before more of it than may be is taken in."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise InputError("send JSON, as application/json")  # no form of another site can
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _BYTES:
            raise TooLong(f"more than {LONGEST:,} characters; cut the text, or use depeche read")
    try:
        return msgspec.json.decode(body, type=Given)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f'give JSON such as {{"text": "…", "published": "2021-05-03"}} ({error})') from error


@routes.post(
    "/read",
    responses={**told(Record, "The record."), **TOO_LONG},
    response_class=Json,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": ref(Given), "example": _EXAMPLE}},
        }
    },
)
async def read(request: Request, wanted: Annotated[Given, Depends(given)]) -> Json:
    """Read a text: the whole record, as `depeche read --format json` gives it. Nothing is kept."""
    reading: Reading = request.app.state.reading
    return Json(await reading.read(wanted))
