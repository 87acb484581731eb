"""Acts between two sides: agreements, and how warm or cold a month was."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, select

from depeche.dossier.dossier import MOST, Month
from depeche.ledger.relations import Fact, Period, between, shared
from depeche.ledger.schema import events, reports
from depeche.ontology import goldstein

_SIGNED = "057"  # CAMEO: sign a formal agreement
_DONE = "occurred"


def agreements(connection: Connection, one: str, other: str, period: Period) -> tuple[Fact, ...]:
    """The agreements that were signed, each once, the newest first."""
    signed = and_(events.c.cameo.startswith(_SIGNED), events.c.status == _DONE)
    return tuple(once(between(connection, "events", one, other, period, condition=signed, limit=MOST)))


def intensity(connection: Connection, one: str, other: str, period: Period) -> tuple[Month, ...]:
    """Each month's acts, weighed by their Goldstein values; what several dispatches tell counts once."""
    weights = goldstein()
    months: dict[str, list[float]] = {}
    for month, cameo in _months(connection, one, other, period):
        months.setdefault(month, []).append(weights.get(cameo, 0.0))
    return tuple(
        Month(
            month,
            round(sum(value for value in values if value > 0), 1),
            round(sum(value for value in values if value < 0), 1),
            len(values),
        )
        for month, values in sorted(months.items())
    )


def _months(connection: Connection, one: str, other: str, period: Period) -> Iterable[tuple[str, str]]:
    """The month and the CAMEO code of what was done, each occurrence by its newest report."""
    near = shared(connection, "events", one, other, period, condition=events.c.status == _DONE).subquery()
    told = (
        select(near.c.day, events.c.cameo, reports.c.occurrence)
        .join(events, events.c.id == near.c.fact)
        .outerjoin(reports, and_(reports.c.kind == "events", reports.c.fact == near.c.fact))
        .where(near.c.day.is_not(None))
        .order_by(near.c.day.desc(), near.c.fact)
    )
    seen: set[int] = set()
    for day, cameo, occurrence in connection.execute(told):
        if occurrence not in seen:
            yield day[:7], cameo
        if occurrence is not None:
            seen.add(occurrence)


def once(facts: Iterable[Fact]) -> Iterable[Fact]:
    """What was done, each occurrence by its newest report."""
    seen: set[int] = set()
    for fact in facts:
        if fact.row["status"] != _DONE or fact.occurrence in seen:
            continue
        if fact.occurrence is not None:
            seen.add(fact.occurrence)
        yield fact
