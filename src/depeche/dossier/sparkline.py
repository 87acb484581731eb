"""Years and months as rows of bars."""

from collections.abc import Iterator, Sequence

from depeche.dossier.dossier import Warmth

_BARS = "▁▂▃▄▅▆▇█"
_YEAR = 4  # characters


def sparkline(values: Sequence[float], top: float | None = None) -> str:
    """Values of nought and more as bars of eight heights, the highest for `top` or the greatest."""
    top = top or max(values, default=0.0) or 1.0
    return "".join(_BARS[min(len(_BARS) - 1, int(value / top * (len(_BARS) - 1) + 0.5))] for value in values)


def filled(spans: Sequence[Warmth], asof: str | None, many: int) -> list[Warmth]:
    """Years or months without a gap, from the first (at most the last `many`) to the one of a day."""
    if not spans:
        return []
    known = {span.when: span for span in spans}
    length = len(spans[0].when)
    last = max(spans[-1].when, (asof or "")[:length])
    first = min(spans[0].when, last)
    every = list(_years(first, last) if length == _YEAR else _months(first, last))
    return [known.get(when, Warmth(when, 0.0, 0.0, 0)) for when in every[-many:]]


def _years(first: str, last: str) -> Iterator[str]:
    return (f"{year:04}" for year in range(int(first), int(last) + 1))


def _months(first: str, last: str) -> Iterator[str]:
    low, high = (int(when[:4]) * 12 + int(when[5:7]) - 1 for when in (first, last))
    return (f"{at // 12:04}-{at % 12 + 1:02}" for at in range(low, high + 1))
