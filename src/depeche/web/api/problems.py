"""Errors as RFC 9457 says, each with the stable code that depeche gives it everywhere."""

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from depeche.errors import (
    DepecheError,
    InputError,
    LedgerError,
    NotInLedger,
    ReadingFailed,
    TooLong,
    UsageError,
)
from depeche.record.json import line

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[DepecheError], int], ...] = (
    (TooLong, 413),
    (InputError, 422),
    (ReadingFailed, 422),
    (NotInLedger, 404),
    (UsageError, 400),
    (LedgerError, 503),
)


class Wrong(msgspec.Struct, frozen=True):
    """A parameter that cannot be taken, and why."""

    parameter: str
    message: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a request was not answered: `detail` says what to do, `code` is the stable name of the error."""

    title: str
    status: int
    detail: str
    code: str
    wrong: tuple[Wrong, ...] = ()


def _response(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


RESPONSES: dict[int | str, dict[str, Any]] = {
    400: _response("A date, a side or a word that is none."),
    422: _response("A parameter that is missing, too long, or none of those there are."),
    503: _response("The ledger cannot be read now."),
}
MISSING: dict[int | str, dict[str, Any]] = {404: _response("Nothing of that number or name.")}
TOO_LONG: dict[int | str, dict[str, Any]] = {413: _response("A text that is too long.")}


def install(app: FastAPI) -> None:
    """Give the API its answers to errors."""
    app.add_exception_handler(DepecheError, _ours)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, _parameters)


def _ours(_: Request, error: Exception) -> Response:
    assert isinstance(error, DepecheError)
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return problem(status, str(error), error.code)


def http(_: Request, error: Exception) -> Response:
    """The answer where nothing of ours raised: no such address, no such method."""
    assert isinstance(error, HTTPException)
    code = NotInLedger.code if error.status_code == HTTPStatus.NOT_FOUND else UsageError.code
    answer = problem(error.status_code, str(error.detail), code)
    answer.headers.update(error.headers or {})
    return answer


def _parameters(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = tuple(Wrong(".".join(map(str, one["loc"][1:])), one["msg"]) for one in error.errors())
    told = "; ".join(f"{one.parameter}: {one.message}" for one in wrong)
    return problem(422, told, UsageError.code, wrong)


def problem(status: int, detail: str, code: str, wrong: tuple[Wrong, ...] = ()) -> Response:
    """An answer that says what was wrong."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=code, wrong=wrong)
    return Response(line(told), status, media_type=MEDIA_TYPE)
