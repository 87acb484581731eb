"""How the cost of a batch grows with it, on made dispatches, near-copies among them.

    python -m benchmarks batch-growth [--most N] [--workers N]

Told is the processor time of all processes, from the beginning of the batch to its manifest, and the exponent with which
it grows (1 is linear).
"""

import argparse
import json
import math
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.made import records
from depeche.batch.batch import batch
from depeche.batch.local import Local
from depeche.batch.plan import Setting

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)  # dispatches


def main(given: Sequence[str]) -> None:
    """Print how a batch grows."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks batch-growth", description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="dispatches of the largest batch")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(given)
    for line in measure(options.most, options.workers):
        print(line, flush=True)


def measure(most: int, workers: int) -> Iterator[str]:
    """Lines of a report: seconds for each size, and the exponent."""
    spent: dict[int, float] = {}
    with TemporaryDirectory() as folder:
        loading = _seconds(_texts(folder, 0), workers)
        yield f"to load words and pipelines: {loading:.1f} s of processor time"
        for size in (size for size in SIZES if size <= most):
            spent[size] = _seconds(_texts(folder, size), workers) - loading
            yield f"{size:,} dispatches: {spent[size]:,.1f} s, {1000 * spent[size] / size:.2f} ms each"
    if len(spent) > 1:
        yield f"grows with exponent {exponent(spent):.3f}"


def _texts(folder: str, size: int) -> Path:
    """A file of so many made dispatches."""
    file = Path(folder) / f"{size}.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for record in records(range(size)):
            out.write(json.dumps({"text": record.text}) + "\n")
    return file


def _seconds(file: Path, workers: int) -> float:
    """Processor time of a batch, by all its processes."""
    with TemporaryDirectory() as out:
        start = sum(os.times()[:4])
        batch([str(file)], Path(out), Local(workers), Setting(once=True))
        return sum(os.times()[:4]) - start


def exponent(spent: dict[int, float]) -> float:
    """The slope of log time over log size by least squares."""
    xs, ys = [math.log(size) for size in spent], [math.log(seconds) for seconds in spent.values()]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
