"""How warm or cold two sides were to each other in a year or a month, by the Goldstein values of what was done."""

from collections.abc import Iterable

from depeche.dossier.dossier import Warmth
from depeche.ontology import goldstein

_YEAR, _MONTH = 4, 7  # letters of a date, ISO 8601


def intensity(occurred: Iterable[tuple[str, str]]) -> tuple[tuple[Warmth, ...], tuple[Warmth, ...]]:
    """The years and the months with acts, of the day and the CAMEO code of each."""
    weights = goldstein()
    acts = [(day, weights.get(cameo, 0.0)) for day, cameo in occurred]
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
