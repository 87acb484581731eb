"""The parameters that several resources take, each with its bounds."""

from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from pydantic import StringConstraints

from depeche.ledger import Ledger
from depeche.ledger.period import Period
from depeche.reading.published import check

_NO_NUL = r"^[^\x00]*$"  # no engine stores it, and PostgreSQL refuses to look for it
Word = Annotated[str, StringConstraints(max_length=80, pattern=_NO_NUL)]
Words = Annotated[str, StringConstraints(max_length=400, pattern=_NO_NUL)]

Actors = Annotated[
    list[Word],
    Query(
        alias="actor",
        max_length=8,
        description="A state or organisation by its code; may be given more than once, and all must have a part.",
        examples=[["KAZ", "CHN"]],
    ),
]
Since = Annotated[
    Word | None,
    Query(
        description="Not before this day, month or year: `2019-12-17`, `2019-12`, `2019`.",
        examples=["2019-06"],
    ),
]
Until = Annotated[Word | None, Query(description="Not after it.", examples=["2020"])]
Limit = Annotated[int, Query(ge=1, le=200, description="Most items of a page.")]
Offset = Annotated[int, Query(ge=0, le=10_000, description="Leave out so many.")]
Side = Annotated[
    Word,
    Query(min_length=1, description="A state or organisation, by code or by name in any of our languages."),
]
Key = Annotated[int, Path(ge=0, le=2**63 - 1, description="Its number in the ledger.")]


def period(since: Since = None, until: Until = None) -> Period:
    """The period of a query."""
    return Period(check(since), check(until))


def ledger(request: Request) -> Ledger:
    """The ledger that is asked."""
    found: Ledger = request.app.state.ledger
    return found


InPeriod = Annotated[Period, Depends(period)]
Book = Annotated[Ledger, Depends(ledger)]


def filtered(**given: Any) -> dict[str, Any]:
    """The filters that were given."""
    return {name: value for name, value in given.items() if value is not None}
