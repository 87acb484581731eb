"""Guards: what must stand around a name that is a common word, a person's name or part of another word too."""

from typing import Any

from depeche.knowledge.folding import fold
from depeche.knowledge.names import Name

HYPHENS = "-‐‑"
_ENDS = '.!?:;\n«»"“”(—–-•'


class Guards:
    """The conditions of a language's table of ambiguous names."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._after = {
            form: frozenset(need["after"]) for need in table["needs"].values() for form in need["names"]
        }
        self._prepositions = frozenset(table["needs"]["place"]["after"])
        self._persons = frozenset(table["first_names"]["names"])

    def allow(self, text: str, start: int, end: int, name: Name, *, before: int, after: int) -> bool:
        """Whether the context lets ``text[start:end]`` be that name.

        `before` is the end of the span before, `after` the start of the next: a hyphen may join two names.
        """
        if not _hyphens(text, start, end, name, before=before, after=after):
            return False
        if name.kind in ("demonym", "pair", "people", "official"):
            return True
        previous = _word_before(text, start)
        needed = self._after.get(name.form)
        if needed is not None and fold(previous) not in needed:
            return False
        if name.form.isupper() or text[start:end].isupper():
            return True
        placed = fold(previous) in self._prepositions
        if name.form in self._persons and not placed and _capital_after(text, end):
            return after == end + 1
        inside_name = before != start - 1 and _given_name(text, start, previous)
        return name.kind not in ("capital", "city") or not inside_name


def _hyphens(text: str, start: int, end: int, name: Name, *, before: int, after: int) -> bool:
    led = start > 1 and text[start - 1] in HYPHENS and text[start - 2].isalnum()
    if led and before != start - 1:
        return False
    joined = end + 1 < len(text) and text[end] in HYPHENS and text[end + 1].isalnum()
    if not joined or after == end + 1:
        return True
    return name.kind != "demonym" and text[end + 1].islower()


def _word_before(text: str, start: int) -> str:
    stop = start
    while stop and not text[stop - 1].isalnum():
        if text[stop - 1] in _ENDS or start - stop > 1:
            return ""
        stop -= 1
    first = stop
    while first and text[first - 1].isalnum():
        first -= 1
    return text[first:stop]


def _capital_after(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _given_name(text: str, start: int, previous: str) -> bool:
    """Whether the word right before, after one blank, is capitalised inside a sentence ("Jacques Paris")."""
    if len(previous) < 2 or not previous[0].isupper() or not previous[1:].islower() or text[start - 1] != " ":
        return False
    first = start - 1 - len(previous)
    while first and text[first - 1] in " \xa0":
        first -= 1
    return bool(first) and text[first - 1] not in _ENDS
