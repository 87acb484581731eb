"""Building a dossier from a ledger."""

from sqlalchemy import Connection, func, select

from depeche.dossier.acts import agreements, intensity
from depeche.dossier.dossier import Dossier
from depeche.dossier.forums import forums
from depeche.dossier.meetings import coming, last, outlines
from depeche.dossier.promises import promises
from depeche.dossier.speakers import said, speakers
from depeche.dossier.stances import stances
from depeche.errors import UsageError
from depeche.knowledge.sides import side
from depeche.ledger import Ledger
from depeche.ledger.relations import Period, dispatches_of_both
from depeche.ledger.schema import dispatches
from depeche.reading.published import check


def dossier(
    ledger: Ledger, one: str, other: str, *, since: str | None = None, until: str | None = None
) -> Dossier:
    """The dossier of two sides, by code or by name in any of our languages.

    `since` and `until` are days, months or years, both included. UsageError for a side that nobody knows.
    """
    pair = side(one), side(other)
    if pair[0] == pair[1]:
        raise UsageError(f"a dossier takes two sides, not {pair[0]} twice")
    with ledger.reading() as connection:
        return build(connection, *pair, Period(check(since), check(until)))


def build(connection: Connection, one: str, other: str, period: Period) -> Dossier:
    """The dossier of two sides, by their codes, in a period."""
    pair, met = (one, other), outlines(connection, one, other, period)
    day = period.last or _latest(connection)
    return Dossier(
        one=one,
        other=other,
        since=period.since,
        until=period.until,
        day=day,
        dispatches=dispatches_of_both(connection, one, other, period),
        speakers={code: speakers(connection, code, period) for code in pair},
        last=last(connection, met, pair, day),
        coming=coming(connection, met, pair, day),
        agreements=agreements(connection, one, other, period),
        said={side: said(connection, side, about, period) for side, about in (pair, pair[::-1])},
        stances=stances(connection, one, other, period),
        promises=promises(connection, one, other, period, day),
        forums=forums(one, other, day),
        intensity=intensity(connection, one, other, period),
    )


def _latest(connection: Connection) -> str | None:
    """The day of the ledger's newest dispatch."""
    found: str | None = connection.execute(select(func.max(dispatches.c.first))).scalar_one()
    return found
