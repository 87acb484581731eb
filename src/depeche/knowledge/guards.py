"""Guards: what must stand around a name that is also a common word, a given name or part of a word."""

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
        self._persons = frozenset(table["first_names"]["names"])
        self._titles = tuple(table["first_names"]["titles"])
        self._heads = frozenset(table["first_names"]["unless_after"])
        self._no_given = frozenset(table["first_names"].get("no_given", ()))
        self._surnames = frozenset(table["first_names"].get("surnames", ()))
        self._before_hyphen = frozenset(table.get("hyphen", {}).get("before", ()))
        self._after_hyphen = frozenset(table.get("hyphen", {}).get("after", ()))

    def allow(self, text: str, start: int, end: int, name: Name, *, before: int, after: int) -> bool:
        """Whether the context lets ``text[start:end]`` be that name.

        `before` is the end of the span before, `after` the start of the next: a hyphen may join two names.
        """
        if not self._hyphens(text, start, end, before=before, after=after):
            return False
        if name.kind in ("demonym", "pair", "people", "official"):
            return True
        if text.endswith(self._titles, 0, start):
            return False
        previous = _word_before(text, start)
        needed = self._after.get(name.form)
        if needed is not None and fold(previous) not in needed:
            return False
        if name.form.isupper() or text[start:end].isupper():
            return True
        if name.form in self._persons and _capital_after(text, end) and fold(previous) not in self._heads:
            return after == end + 1
        given = fold(previous) not in self._no_given and _given_name(text, start, previous)
        inside_name = before != start - 1 and given
        return not inside_name or not (name.kind in ("capital", "city") or name.form in self._surnames)

    def _hyphens(self, text: str, start: int, end: int, *, before: int, after: int) -> bool:
        led = start > 1 and text[start - 1] in HYPHENS and text[start - 2].isalnum()
        if led and before != start - 1 and _word_to(text, start - 1) not in self._before_hyphen:
            return False
        joined = end + 1 < len(text) and text[end] in HYPHENS and text[end + 1].isalnum()
        return not joined or after == end + 1 or _word_at(text, end + 1) in self._after_hyphen


def _word_before(text: str, start: int) -> str:
    """The word that one sign parts from `start`; empty where more stands between, or an end of a sentence."""
    stop = first = start - 1
    if stop < 1 or text[stop] in _ENDS:
        return ""
    while first and text[first - 1].isalnum():
        first -= 1
    return text[first:stop]


def _word_to(text: str, stop: int) -> str:
    """The folded word that ends at `stop`."""
    start = stop
    while start and text[start - 1].isalnum():
        start -= 1
    return fold(text[start:stop])


def _word_at(text: str, start: int) -> str:
    """The folded word that begins at `start`."""
    stop = start
    while stop < len(text) and text[stop].isalnum():
        stop += 1
    return fold(text[start:stop])


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
