"""Pages that are kept: made once for all who ask, and not again as long as the ledger is what it was.

While a ledger is written to it changes with each dispatch. A page is then kept for `max_age` seconds all the same, so
that many users do not have the same made anew over and over, and one that takes long to make for `WORTH` times as long
as it took. Who wrote sees what was written at once: from then on nothing is good enough for that browser that was made
before.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, nullcontext
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import Request
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from depeche.ledger import Ledger
from depeche.web import words

MOST = 64_000_000  # bytes of pages that a process keeps
WORTH = 200  # times the seconds in which a page was made: making it anew takes half a hundredth of a process's time
WROTE = "depeche-wrote"  # the cookie that says when a browser wrote last, in seconds since 1970

Key = tuple[str, ...]
# Makes a page, and tells in how many seconds.
Make = Callable[[], Awaitable[tuple[Response, float]]]


class Sheet(msgspec.Struct, frozen=True):
    """A page as it was made: when, in how many seconds, in which state of the ledger, and its bytes."""

    made: float
    took: float
    state: str
    response: Response
    tag: str


class Keeping:
    """The pages that a process keeps, those asked for last; `max_age` in seconds, 0 for none while it is written."""

    def __init__(self, ledger: Ledger, max_age: float) -> None:
        self.ledger = ledger
        self.max_age = max_age
        self.heavy = asyncio.Semaphore(1)
        self._sheets: OrderedDict[Key, Sheet] = OrderedDict()
        self._bytes = 0
        self._making: dict[Key, tuple[float, asyncio.Task[Sheet]]] = {}

    async def sheet(self, key: Key, after: float, make: Make) -> Sheet:
        """The page of a key, made no earlier than `after`; who asks while it is made waits for the same one."""
        kept = self._sheets.get(key)
        if kept and kept.made >= after and await self._fresh(kept):
            self._sheets.move_to_end(key)
            return kept
        begun, task = self._making.get(key, (0.0, None))
        if task is None or begun < after:
            task = asyncio.create_task(self._made(key, make))
            self._making[key] = time.time(), task
        return await asyncio.shield(task)

    async def _fresh(self, kept: Sheet) -> bool:
        if self.max_age and 0 <= time.time() - kept.made <= max(self.max_age, WORTH * kept.took):
            return True
        return kept.state == await run_in_threadpool(self.ledger.state)

    async def _made(self, key: Key, make: Make) -> Sheet:
        begun = time.time()
        try:
            state = await run_in_threadpool(self.ledger.state)
            response, took = await make()
        finally:
            if self._making.get(key, (0.0, None))[1] is asyncio.current_task():
                del self._making[key]
        body = bytes(response.body)
        made = Sheet(begun, took, state, response, f'W/"{blake2b(body, digest_size=12).hexdigest()}"')
        if response.status_code == HTTPStatus.OK:
            self._keep(key, made)
        return made

    def _keep(self, key: Key, made: Sheet) -> None:
        old = self._sheets.pop(key, None)
        self._bytes -= len(old.response.body) if old else 0
        self._sheets[key] = made
        self._bytes += len(made.response.body)
        while self._bytes > MOST:
            _, gone = self._sheets.popitem(last=False)
            self._bytes -= len(gone.response.body)


class Kept(APIRoute):
    """A route of which the pages are kept."""

    heavy = False

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Answer with the page that is kept, or made now."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            keeping: Keeping = request.app.state.keeping

            async def make() -> tuple[Response, float]:
                turn: AbstractAsyncContextManager[Any] = keeping.heavy if self.heavy else nullcontext()
                async with turn:
                    start = time.perf_counter()
                    return await handle(request), time.perf_counter() - start

            sheet = await keeping.sheet(_key(request), _wrote(request), make)
            return _answer(request, sheet)

        return answered


class KeptHeavy(Kept):
    """The same, of pages that take long to make: one at a time in a process, so that the others are not held up."""

    heavy = True


class Writes(APIRoute):
    """A route that writes: the browser is shown no page from now on that was made before."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Answer, and tell the browser when it wrote."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            answer = await handle(request)
            if request.method == "POST":
                lasts = int(request.app.state.keeping.max_age) + 2
                answer.set_cookie(WROTE, f"{time.time():.3f}", lasts, samesite="strict", httponly=True)
            return answer

        return answered


def _key(request: Request) -> Key:
    asks = "part" if request.headers.get("hx-request") == "true" else "whole"
    return request.url.path, request.url.query, words.chosen(request), asks


def _wrote(request: Request) -> float:
    """When the browser wrote last; 0 where it did not lately, or says what cannot be."""
    try:
        told = float(request.cookies.get(WROTE, "0"))
    except ValueError:
        return 0.0
    return told if told <= time.time() else 0.0


def _answer(request: Request, sheet: Sheet) -> Response:
    """A copy of the page for one who asks, since guards add headers to what they send."""
    made = sheet.response
    answer = Response(made.body, made.status_code)
    answer.raw_headers = list(made.raw_headers)
    if made.status_code == HTTPStatus.OK:
        headers = {"etag": sheet.tag, "cache-control": "private, no-cache"}
        if sheet.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        answer.headers.update(headers)
    return answer
