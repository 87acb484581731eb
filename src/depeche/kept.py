"""Answers that are kept: what is worked out of strings again and again, in dispatch after dispatch."""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

MOST = 100_000  # keys, after which all are forgotten


class Kept(dict[K, T]):
    """What a function answers for each key, a string or some; asked for by ``kept[key]``, worked out once.

    Memory is bounded: when there are too many keys all are forgotten.
    """

    def __init__(self, make: Callable[[K], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> T:
        if len(self) >= MOST:
            self.clear()
        found = self[key] = self._make(key)
        return found
