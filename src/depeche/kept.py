"""Answers that are kept: what is worked out of a string again and again, in dispatch after dispatch."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOST = 100_000  # strings, after which all are forgotten


class Kept(dict[str, T]):
    """What a function answers for each string; asked for by ``kept[string]``, worked out once.

    Memory is bounded: when there are too many strings all are forgotten.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> T:
        if len(self) >= MOST:
            self.clear()
        found = self[key] = self._make(key)
        return found
