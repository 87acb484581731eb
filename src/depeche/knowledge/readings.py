"""Readings: which code a form stands for, where several names are written alike."""

from collections.abc import Sequence
from typing import Any

from depeche.knowledge.hit import Kind
from depeche.knowledge.inflection import forms
from depeche.knowledge.names import Name

# A name of a higher rank wins over one of a lower rank; within one rank only the context can tell.
_RANKS: dict[Kind, int] = {"state": 0, "official": 0, "pair": 0, "capital": 1, "demonym": 1, "organisation": 1}
_LOW = 2


class Readings:
    """The preferences of a language's table of ambiguous names."""

    def __init__(self, table: dict[str, Any], rules: dict[str, Any]) -> None:
        self.never: tuple[str, ...] = tuple(table["never"]["names"])
        self._open = _bent(table["open"], rules)
        self._usual = _bent(table["usual"], rules)

    def of(self, named: Sequence[Name]) -> tuple[str | None, tuple[str, ...], Kind]:
        """The code (or None), the candidates (best first; empty if there is but one) and the kind."""
        best = min(named, key=_rank)
        for name in named:
            if chosen := self._open.get(name.form):
                return None, chosen, best.kind
            if chosen := self._usual.get(name.form):
                return chosen[0], chosen if len(chosen) > 1 else (), best.kind
        codes = tuple(dict.fromkeys(name.code for name in sorted(named, key=_rank) if name.code))
        if len(codes) < 2:
            return best.code or None, () if best.code else codes, best.kind
        tied = {name.code for name in named if _rank(name) == _rank(best)}
        return (None if len(tied) > 1 else best.code), codes, best.kind


def _bent(listed: dict[str, list[str]], rules: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The codes by all forms of each word; names, which do not bend, gain forms that nothing matches."""
    return {form: tuple(codes) for word, codes in listed.items() if codes for form in forms(word, rules)}


def _rank(name: Name) -> int:
    return _RANKS.get(name.kind, _LOW)
