"""How a ledger's bookkeeping and answers grow with it, on made dispatches.

    python -m benchmarks growth [--most N] [--ledger FILE|URL]

A ledger is filled, an empty one made first if none is named; at each size is told how long writing and linking a
dispatch takes, as a share of reading one, and how long questions take. What the ledger has already is kept. Reading and
writing are told in processor time, which others on the machine change little; a server's part is told in time passed.
"""

import argparse
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine, func, select

from benchmarks.made import records
from benchmarks.made.filling import fill
from depeche import Ledger, Reader, collector
from depeche.dossier import dossier
from depeche.ledger import Query, lock
from depeche.ledger.engine import address, connect
from depeche.ledger.schema import prints

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)  # dispatches
_TIMED = 300  # dispatches before each size, of which the median counts
_READ = 60  # dispatches that are read for comparison
_ROUNDS = 9  # of each question: the first warms up, of the others the slowest counts

QUESTIONS: dict[str, Callable[[Ledger], object]] = {
    "dossier USA CHN": lambda book: dossier(book, "USA", "CHN"),
    "dossier KAZ CHN": lambda book: dossier(book, "KAZ", "CHN"),
    "dossier USA LSO": lambda book: dossier(book, "USA", "LSO"),
    "a frequent word": lambda book: book.search(Query(words="sanctions")),
    "a rare word": lambda book: book.search(Query(words="Velelddal")),
    "a phrase": lambda book: book.search(Query(words='"copper mines"')),
    "two actors": lambda book: book.search(Query(actors=("USA", "CHN"))),
    "an actor, a word": lambda book: book.search(Query(actors=("USA",), words="sanctions")),
    "all filters": lambda book: book.search(
        Query(words="sanctions", actors=("USA", "CHN"), since="2020", until="2023", frame="163")
    ),
    "a frame": lambda book: book.search(Query(frame="161")),
    "a stance": lambda book: book.search(Query(stance="condemns")),
    "who": lambda book: book.who("Wang"),
}


def main(given: Sequence[str]) -> None:
    """Print how a ledger grows."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks growth", description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="dispatches of the largest ledger")
    parser.add_argument("--ledger", help="the ledger to fill; else one that is thrown away")
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(options.ledger or str(Path(folder) / "made.db"), options.most):
            print(line, flush=True)


def measure(place: str, most: int) -> Iterator[str]:
    """Lines of a table: for each size what a dispatch costs and what questions take, in milliseconds."""
    reading = _reading()
    yield f"reading a dispatch: {reading * 1000:.1f} ms; all times in milliseconds"
    yield " | ".join(("dispatches", "bookkeeping", "of reading", *QUESTIONS))
    sizes = [size for size in SIZES if size <= most]
    spent = []
    with Ledger(place, create=True) as book:
        for size in sizes:
            median = _filled(connect(address(place)), size)
            spent.append(median)
            asked = [f"{_asked(book, question) * 1000:.0f}" for question in QUESTIONS.values()]
            yield " | ".join((f"{size:,}", f"{median * 1000:.1f}", f"{median / reading:.0%}", *asked))
    if all(spent) and len(spent) > 1:
        growth = math.log(spent[-1] / spent[0]) / math.log(sizes[-1] / sizes[0])
        yield f"bookkeeping of all dispatches grows with exponent {1 + growth:.2f}"


def _reading() -> float:
    """Seconds of reading a made dispatch."""
    reader = Reader()
    texts = [record.text for record in records(range(_READ))]
    list(reader.pipe(texts[:5]))
    collector.settle()  # as `depeche ingest` does once all is loaded
    start = time.process_time()
    list(reader.pipe(texts))
    return (time.process_time() - start) / len(texts)


def _filled(engine: Engine, size: int) -> float:
    """Fill a ledger up to a size; the median of the seconds that one of the last dispatches took."""
    with engine.connect() as connection:
        at = connection.execute(select(func.count()).select_from(prints)).scalar_one()
    with lock.writer(engine):
        clock = time.process_time if engine.name == "sqlite" else time.perf_counter
        spent = list(fill(engine, records(range(at, size)), first=at, clock=clock))
    engine.dispose()
    return statistics.median(spent[-_TIMED:]) if spent else 0.0


def _asked(book: Ledger, question: Callable[[Ledger], object]) -> float:
    """The seconds that the slowest of the warm rounds took."""
    spent = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        question(book)
        spent.append(time.perf_counter() - start)
    return max(spent[1:])
