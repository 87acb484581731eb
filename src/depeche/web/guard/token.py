"""The token that a request which writes must bring: only our own pages know it."""

import hmac
import secrets

from fastapi import HTTPException, Request

HEADER = "x-depeche-token"
_SAME = ("same-origin", "none")


def token() -> str:
    """A new token."""
    return secrets.token_urlsafe(32)


async def writing(request: Request) -> None:
    """A dependency of every route that writes: 403 unless the request comes from a page of ours.

    The token stands in the header X-Depeche-Token (htmx sends it) or in the field `token` of a form.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in _SAME:
        raise HTTPException(403, "a write from another site")
    given = request.headers.get(HEADER)
    if given is None:
        given = str((await request.form()).get("token", ""))
    if not hmac.compare_digest(given.encode(), request.app.state.token.encode()):
        raise HTTPException(403, "the page is out of date; load it again")
