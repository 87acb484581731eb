"""Acts between two sides: agreements, and how warm or cold a month was."""

from collections.abc import Iterable

from depeche.dossier.dossier import Month
from depeche.ledger.relations import Fact
from depeche.ontology import goldstein

_SIGNED = ("057",)  # CAMEO: sign a formal agreement
_DONE = "occurred"


def agreements(events: Iterable[Fact]) -> tuple[Fact, ...]:
    """The agreements that were signed, each once, the newest first."""
    return tuple(fact for fact in once(events) if fact.row["cameo"].startswith(_SIGNED))


def intensity(events: Iterable[Fact]) -> tuple[Month, ...]:
    """Each month's acts, weighed by their Goldstein values; what several dispatches tell counts once."""
    weights = goldstein()
    months: dict[str, list[float]] = {}
    for fact in once(events):
        if fact.day:
            months.setdefault(fact.day[:7], []).append(weights.get(fact.row["cameo"], 0.0))
    return tuple(
        Month(
            month,
            round(sum(value for value in values if value > 0), 1),
            round(sum(value for value in values if value < 0), 1),
            len(values),
        )
        for month, values in sorted(months.items())
    )


def once(events: Iterable[Fact]) -> Iterable[Fact]:
    """What was done, each occurrence by its newest report."""
    seen: set[int] = set()
    for fact in events:
        if fact.row["status"] != _DONE or fact.occurrence in seen:
            continue
        if fact.occurrence is not None:
            seen.add(fact.occurrence)
        yield fact
