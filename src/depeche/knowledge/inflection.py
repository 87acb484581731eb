"""Forms of a word of nationality, by the endings that a language's table tells."""

from collections.abc import Iterator
from typing import Any


def forms(word: str, rules: dict[str, Any]) -> Iterator[str]:
    """All genders and numbers of `word`: a masculine singular, or "masculine/feminine" where it is irregular.

    In a word of several parts only the last one bends; where both do, the tables list the plurals.
    """
    masculine, _, feminine = word.partition("/")
    feminine = feminine or _ending(masculine, rules["feminine"])
    for singular in (masculine, feminine):
        yield singular
        yield _ending(singular, rules["plural"])


def _ending(word: str, endings: list[list[str]]) -> str:
    for old, new in endings:
        if word.endswith(old):
            return word[: len(word) - len(old)] + new
    return word
