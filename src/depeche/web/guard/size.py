"""No request brings more than it may: what is too long is turned away before it is taken in."""

from collections.abc import Callable

from fastapi import HTTPException, Request

from depeche.errors import TooLong


def bounded(most: int, message: str) -> Callable[[Request], None]:
    """A dependency of a route whose body may have `most` bytes; TooLong with the message where it has more."""

    def check(request: Request) -> None:
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            raise HTTPException(411, "a request with a body says how long it is")
        if int(length) > most:
            raise TooLong(message)

    return check
