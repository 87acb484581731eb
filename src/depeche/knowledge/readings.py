"""Readings: which code a form stands for, where several names are written alike."""

from collections.abc import Sequence
from typing import Any

import msgspec

from depeche.knowledge.hit import Kind
from depeche.knowledge.inflection import forms
from depeche.knowledge.names import Name

# A name of a higher rank wins over one of a lower rank; within one rank only the context can tell.
_RANKS: dict[Kind, int] = dict.fromkeys(("state", "official", "pair"), 0)
_RANKS |= dict.fromkeys(("capital", "demonym", "organisation"), 1)
_LOW = 2


class Entry(msgspec.Struct, frozen=True):
    """What one written form means: its `names` that stand alone, and the code, candidates and kind to tell.

    `sides` are the codes that it gives to a hyphenated pair; `opens` and `closes`: it can begin, or end, one.
    """

    form: str
    names: tuple[Name, ...]
    code: str | None
    kind: Kind
    candidates: tuple[str, ...]
    alternatives: tuple[tuple[str, Kind], ...]
    sides: tuple[str, ...]
    opens: bool
    closes: bool


class Readings:
    """The preferences of a language's table of ambiguous names."""

    def __init__(self, table: dict[str, Any], rules: dict[str, Any]) -> None:
        self.never: tuple[str, ...] = tuple(table["never"]["names"])
        self._open = _bent(table["open"], rules)
        self._usual = _bent(table["usual"], rules)

    def entry(self, named: tuple[Name, ...]) -> Entry:
        """All that there is to say of names that are written alike."""
        alone = tuple(name for name in named if not name.prefix)
        code, candidates, kind = self._of(alone or named)
        others = dict.fromkeys((name.code, name.kind) for name in alone if name.code)
        others.pop((code or "", kind), None)
        pair_code, pair_candidates, _ = self._of(named)
        return Entry(
            form=named[0].form,
            names=alone,
            code=code,
            kind=kind,
            candidates=candidates,
            alternatives=tuple(others),
            sides=(pair_code,) if pair_code else pair_candidates or ("",),
            opens=len(alone) < len(named),
            closes=any(name.kind == "demonym" or not name.code for name in named),
        )

    def _of(self, named: Sequence[Name]) -> tuple[str | None, tuple[str, ...], Kind]:
        best = min(named, key=_rank)
        for name in named:
            if chosen := self._open.get(name.form):
                return None, chosen, best.kind
            if chosen := self._usual.get(name.form):
                return chosen[0], chosen if len(chosen) > 1 else (), best.kind
        if best.kind == "people":
            return None, tuple(dict.fromkeys(name.code for name in named if name.code)), "people"
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
