"""Errors as pages: what, where and what to do, with the right status."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from depeche.errors import DepecheError, InputError, LedgerBusy, LedgerError, NotInLedger, TooLong, UsageError
from depeche.web.api import problems
from depeche.web.page import Page

_STATUS: tuple[tuple[type[DepecheError], int], ...] = (
    (TooLong, 413),
    (InputError, 422),
    (NotInLedger, 404),
    (UsageError, 400),
    (LedgerBusy, 409),
    (LedgerError, 503),
)


def status_of(error: DepecheError) -> int:
    """The HTTP status of an error of ours."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def install(app: FastAPI) -> None:
    """Give the pages of an application their answers to errors."""
    app.add_exception_handler(DepecheError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _parameters)


def _ours(request: Request, error: Exception) -> HTMLResponse:
    assert isinstance(error, DepecheError)
    return _page(request, status_of(error), str(error), error.code)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):  # an address that not even the API's application is asked for
        return problems.http(request, error)
    return _page(request, error.status_code, "" if error.status_code == 404 else str(error.detail))


def _parameters(request: Request, error: Exception) -> HTMLResponse:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    return _page(request, 400, told, UsageError.code)


def _page(request: Request, status: int, message: str, code: str = "") -> HTMLResponse:
    answer = Page(request).render("error.html", block="told", status=status, error=message, code=code)
    # Where htmx asked for a part of a page, the page stays and the error is told above it.
    answer.headers["hx-retarget"] = "#notice"
    answer.headers["hx-reswap"] = "innerHTML"
    return answer
