"""What a large corpus costs, from what pages and dispatches cost here, and from some assumptions that are told.

The environment may name others: PRICE (euros for an hour of one core), SHARE (of the articles in languages that we
read, those about foreign relations), LANGUAGES (the share of all articles that are in these languages).
"""

import os
import time
from collections.abc import Iterator

from benchmarks.funnel import costs
from benchmarks.texts import dispatches
from depeche.reader import Reader

CC_NEWS, A_DAY = 1_350_000_000, 380_000  # articles of CC-NEWS in all, and new ones a day
_TIMES = 4
_ROUNDS = 3  # the fastest counts


def measure(language: str) -> Iterator[str]:
    """Lines of a report: core-hours and euros, for dispatches that are all read and for pages of any kind."""
    price, share, ours = (
        float(os.environ.get(name, usual))
        for name, usual in (("PRICE", 0.04), ("SHARE", 0.1), ("LANGUAGES", 0.5))
    )
    read, page = _reading(language), costs(language)
    yield f"if ({language}): {price} € a core-hour; {ours:.0%} of articles in our languages, {share:.0%} of them read"
    yield f"a million dispatches, all read ({language}): {_told(1_000_000, read, price)}"
    first = page["archive of pages"] + page["cheap text"] + page["language"]
    passed = page["near-copies"] + page["full extraction"] + page["gate, passage by passage"] + read
    each = first + ours * (page["gate"] + share * (passed + page["archive of pages"]))
    yield f"a million pages through the funnel ({language}): {_told(1_000_000, each, price)}"
    yield f"CC-NEWS, all of it ({language}): {_told(CC_NEWS, each, price)}"
    yield f"CC-NEWS, a day of it ({language}): {_told(A_DAY, each, price)}"


def _told(number: int, seconds: float, price: float) -> str:
    hours = number * seconds / 3600
    return f"{hours:,.1f} core-hours, {hours * price:,.2f} €"


def _reading(language: str) -> float:
    """Seconds of reading a dispatch of our gold, many together."""
    reader, texts = Reader(language), dispatches(language) * _TIMES
    list(reader.pipe(texts[:2]))
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        for _record in reader.pipe(texts):
            pass
        best = min(best, time.process_time() - start)
    return best / len(texts)
