"""Answers: JSON as the command line writes it, in pages, and not sent again to who has it."""

from collections.abc import Callable, Coroutine, Sequence
from hashlib import blake2b
from typing import Any, Generic, TypeVar

import msgspec
from fastapi import Request
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from depeche import __version__
from depeche.record.json import line

T = TypeVar("T")


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some of a list, and the address of what follows, if anything does."""

    items: tuple[T, ...]
    next: str | None


class Json(JSONResponse):
    """A value of ours as JSON."""

    def render(self, content: Any) -> bytes:
        """The bytes of a value."""
        return line(content).encode()


def page(request: Request, items: Sequence[Any], *, limit: int, offset: int) -> Json:
    """A page of a list, of which one item more than its `limit` was asked for."""
    following = None
    if len(items) > limit:
        following = str(request.url.include_query_params(limit=limit, offset=offset + limit))
        following = following[following.index(request.url.path) :]
    answer = Json(Page(tuple(items[:limit]), following))
    if following:
        answer.headers["link"] = f'<{following}>; rel="next"'
    return answer


class Kept(APIRoute):
    """A route whose answers stay true as long as the ledger is what it was."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Answer, or say that nothing has changed."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            tag = await run_in_threadpool(_tag, request)
            headers = {"etag": tag, "cache-control": "private, no-cache"}
            if tag in _known(request):
                return Response(status_code=304, headers=headers)
            answer = await handle(request)
            if answer.status_code == 200:
                answer.headers.update(headers)
            return answer

        return answered


def _tag(request: Request) -> str:
    """The weak ETag of an answer: of our version, the ledger's state and the question."""
    parts = (__version__, request.app.state.ledger.state(), request.url.path, request.url.query)
    return f'W/"{blake2b(chr(0).join(parts).encode(), digest_size=12).hexdigest()}"'


def _known(request: Request) -> list[str]:
    given = ",".join(request.headers.getlist("if-none-match"))
    return [f"W/{tag.strip().removeprefix('W/')}" for tag in given.split(",")]
