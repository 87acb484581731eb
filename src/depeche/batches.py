"""Items in batches that grow: the first comes alone and at once, later ones share the cost of parsing."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_GROWTH = 4
_MOST = 64  # items of a batch
_ENOUGH = 100_000  # characters after which a batch is closed


def batches(items: Iterable[T], size: Callable[[T], int], *, at_once: bool = False) -> Iterator[list[T]]:
    """The items in order, in batches of 1, 4, 16 and then 64, or of 64 `at_once`, sooner closed when they are large.

    `size` tells the characters of an item. Where `items` raises, what came before it is given out first.
    """
    batch: list[T] = []
    most, filled = _MOST if at_once else 1, 0
    try:
        for item in items:
            batch.append(item)
            filled += size(item)
            if len(batch) >= most or filled >= _ENOUGH:
                yield batch
                batch, filled, most = [], 0, min(most * _GROWTH, _MOST)
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
