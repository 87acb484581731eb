"""The desk: verdicts on readings, given by keyboard, and persons that are ruled to be one."""

import datetime as dt
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Form, HTTPException
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from depeche.errors import UsageError
from depeche.ledger.query import Kind
from depeche.ledger.rulings import Ruling
from depeche.ledger.verdicts import every
from depeche.web.guard.token import writing
from depeche.web.keeping import Writes
from depeche.web.page import Asked, Page
from depeche.web.pages.queues import judgeable
from depeche.web.takeaway import Format, takeaway
from depeche.web.views.desk import FIELDS, SETTLED, Item, counts, doubted, item, twins_of

routes = APIRouter(route_class=Writes)


@routes.get("/desk/verdicts")
def verdicts(page: Asked, format: Format = "") -> Response:  # noqa: A002
    """What was judged."""
    with page.ledger.reading() as connection:
        judged = every(connection)
        if format:
            names = ("about", "verdict", "correction", "note", "decided", "mark")
            return takeaway(
                format, ({name: getattr(one, name) for name in names} for one in judged), "verdicts"
            )
        tabs = counts(connection)
        shown = [(one, _told(connection, one.about, one.numbers)) for one in reversed(judged[-200:])]
    return page.render("desk-verdicts.html", judged=shown, tabs=tabs, about="verdicts")


def _told(connection: Connection, about: str, numbers: tuple[int, ...]) -> Item | None:
    """The reading that a verdict is on now."""
    return item(connection, cast("Kind", about), numbers[0]) if numbers and about in FIELDS else None


async def filled(request: Request) -> dict[str, str]:
    """The fields of a form as text, none of them overlong."""
    return {name: str(value)[:2000] for name, value in (await request.form()).items()}


@routes.post("/desk/verdicts", dependencies=[Depends(writing)])
def judge(page: Asked, given: Annotated[dict[str, str], Depends(filled)]) -> Response:
    """Write a verdict; the card of the reading as it is then."""
    kind = judgeable(given.get("about", ""))
    number = _number(given.get("number", ""))
    with page.ledger.reading() as connection:
        before = item(connection, kind, number)
    if before is None:
        raise HTTPException(404)
    right = {
        name: given[f"right-{name}"].strip() or None
        for name in FIELDS[kind]
        if f"right-{name}" in given and given[f"right-{name}"].strip() != (before.fact.row[name] or "")
    }
    page.ledger.judge(
        kind,
        number,
        given.get("verdict", ""),
        correction=right if given.get("verdict") == "correct" else None,
        note=given.get("note", "").strip() or None,
        when=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )
    return _card(page, kind, number)


@routes.post("/desk/reports", dependencies=[Depends(writing)])
def judge_reports(page: Asked, given: Annotated[dict[str, str], Depends(filled)]) -> Response:
    """Write a verdict on an occurrence whose reports disagree; its card as it is then."""
    number = _number(given.get("number", ""))
    right = {
        name: given[f"right-{name}"].strip() for name in SETTLED if given.get(f"right-{name}", "").strip()
    }
    verdict = given.get("verdict", "")
    page.ledger.judge(
        "occurrences",
        number,
        verdict,
        correction=right if verdict == "correct" else None,
        note=given.get("note", "").strip() or None,
        when=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )
    return _reports_card(page, number)


@routes.post("/desk/verdicts/{key}/withdraw", dependencies=[Depends(writing)])
def withdraw(page: Asked, key: int) -> Response:
    """Take a verdict back; the card of the reading without it."""
    gone = page.ledger.withdraw_verdict(key)
    if gone.about == "occurrences" and gone.numbers:
        return _reports_card(page, gone.numbers[0])
    if gone.about not in FIELDS or not gone.numbers:
        return Response("")
    return _card(page, cast("Kind", gone.about), gone.numbers[0])


@routes.post("/desk/merges", dependencies=[Depends(writing)])
def merge(page: Asked, one: Annotated[int, Form()], other: Annotated[int, Form()]) -> Response:
    """Rule that two persons are one."""
    page.ledger.merge_people(one, other)
    return _ruled(page, one, other, page.ledger.rulings()[-1])


@routes.post("/desk/merges/apart", dependencies=[Depends(writing)])
def keep_apart(page: Asked, one: Annotated[int, Form()], other: Annotated[int, Form()]) -> Response:
    """Rule that two persons of one name are two."""
    number = page.ledger.keep_people_apart(one, other)
    return _ruled(page, one, other, next(one for one in page.ledger.rulings() if one.number == number))


@routes.post("/desk/rulings/{number}/withdraw", dependencies=[Depends(writing)])
def unrule(page: Asked, number: int, one: Annotated[int, Form()], other: Annotated[int, Form()]) -> Response:
    """Take a ruling on two persons back; their card without it."""
    page.ledger.withdraw_ruling(number)
    return _ruled(page, one, other, None)


def _ruled(page: Page, one: int, other: int, ruling: Ruling | None) -> Response:
    """The card of two persons, as was ruled."""
    with page.ledger.reading() as connection:
        return page.render(
            "desk-twins.html", pair=twins_of(connection, one, other), keys=(one, other), ruling=ruling
        )


def _reports_card(page: Page, number: int) -> Response:
    with page.ledger.reading() as connection:
        now = doubted(connection, number)
    return page.render("desk-differing.html", item=now, settled=SETTLED)


def _card(page: Page, kind: Kind, number: int) -> Response:
    with page.ledger.reading() as connection:
        now = item(connection, kind, number)
    if now is None:
        raise HTTPException(404)
    return page.render("desk-card.html", item=now, fields=FIELDS)


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise UsageError(f"'{text[:20]}' is no number of a reading")
    return int(text)
