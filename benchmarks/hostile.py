"""How reading time grows with the size of hostile texts: the exponent over doubling sizes (1 is linear)."""

import math
import time
from collections.abc import Iterator

from benchmarks.texts import HOSTILE
from depeche.errors import InputError
from depeche.reader import Reader

SIZES = (10_000, 20_000, 40_000, 80_000)  # characters


def measure(language: str) -> Iterator[str]:
    """Lines of a report, one for each kind of hostile text."""
    reader = Reader(language)
    reader.read("Paris a salué Rome.")
    for name, make in HOSTILE.items():
        times = [_seconds(reader, make(size)) for size in SIZES]
        yield f"{name}: {' '.join(f'{seconds:.2f}' for seconds in times)} s, exponent {exponent(times):.2f}"


def _seconds(reader: Reader, text: str) -> float:
    start = time.perf_counter()
    try:
        reader.read(text)
    except InputError as error:
        return time.perf_counter() - start if error.code else 0.0
    return time.perf_counter() - start


def exponent(times: list[float]) -> float:
    """The slope of log time over log size by least squares; times under a millisecond count as one."""
    xs = [math.log2(size) for size in SIZES]
    ys = [math.log2(max(seconds, 0.001)) for seconds in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
