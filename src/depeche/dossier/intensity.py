"""How warm or cold two sides were to each other in a year or a month, by the Goldstein values of what was done."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, func, select

from depeche.dossier.dossier import Warmth
from depeche.ledger.relations import Period, shared
from depeche.ledger.schema import events, reports
from depeche.ontology import goldstein

_YEAR, _MONTH = 4, 7  # letters of a date, ISO 8601


def intensity(
    connection: Connection, pair: tuple[str, str], period: Period
) -> tuple[tuple[Warmth, ...], tuple[Warmth, ...]]:
    """The years and the months with acts; what several dispatches tell counts once, on the earliest day told."""
    near = shared(connection, "events", *pair, period, condition=events.c.status == "occurred").subquery()
    once = func.coalesce(reports.c.occurrence, -near.c.fact)
    told = (
        select(func.min(near.c.day), func.min(events.c.cameo))
        .select_from(near)
        .join(events, events.c.id == near.c.fact)
        .outerjoin(reports, and_(reports.c.kind == "events", reports.c.fact == near.c.fact))
        .where(near.c.day.is_not(None))
        .group_by(once)
    )
    weights = goldstein()
    acts = [(day, weights.get(cameo, 0.0)) for day, cameo in connection.execute(told)]
    return _sums(acts, _YEAR), _sums(acts, _MONTH)


def _sums(acts: Iterable[tuple[str, float]], length: int) -> tuple[Warmth, ...]:
    spans: dict[str, list[float]] = {}
    for day, value in acts:
        spans.setdefault(day[:length], []).append(value)
    return tuple(
        Warmth(
            when,
            round(sum(value for value in values if value > 0), 1),
            round(sum(value for value in values if value < 0), 1),
            len(values),
        )
        for when, values in sorted(spans.items())
    )
