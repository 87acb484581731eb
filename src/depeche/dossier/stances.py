"""Positions of two sides on each other, agreements and frictions by issue, and where a stance has turned."""

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from depeche.dossier.dossier import Stance
from depeche.dossier.together import together
from depeche.dossier.weight import weight
from depeche.dossier.wording import issue
from depeche.ledger.facts import Fact
from depeche.ledger.linking.matter import Matter
from depeche.ledger.linking.matter import matter as compared

_FRIENDLY = ("supports", "welcomes")
_HOSTILE = ("opposes", "condemns", "denies")
# How much a stance weighs in a brief, that it is on a known issue, and that it is a turn.
_WEIGHTS = {"condemns": 3.0, "demands": 2.6, "opposes": 2.4, "supports": 2.4, "denies": 2.0, "warns": 2.0}
_ABOUT = 0.8
_TURNED = 2.0
_FAR = 50  # earlier stances on an issue that are looked at
_CODES = re.compile(r"[A-Z][\w-]*(?:[;,] [A-Z][\w-]*)*(?:: |$)")


def stances(facts: Iterable[Fact], day: str | None) -> tuple[Stance, ...]:
    """The positions of either side on the other or on what is of the other, the weightiest first.

    A stance has turned where the same holder stood the other way on the same matter before.
    """
    groups = together(list(facts), lambda fact: fact, _key, words=matter, bare=_is_bare)
    found: list[Stance] = []
    earlier: dict[tuple[str, str | None], list[Stance]] = {}
    for group in sorted(groups, key=lambda group: group[0].day or ""):
        made = _stance(tuple(group), day)
        before = earlier.setdefault((made.holder, made.issue), [])
        last = next((one for one in before[: -_FAR - 1 : -1] if _is_before(one, made)), None)
        turned = last if last and _opposed(last.stance, made.stance) else None
        heavier = msgspec.structs.replace(made, turned=turned, weight=made.weight * _TURNED)
        before.append(heavier if turned else made)
        found.append(before[-1])
    return tuple(sorted(found, key=lambda one: (-one.weight, one.facts[0].id)))


def matter(fact: Fact) -> str:
    """The words of a position's target, without the codes before them; the sentence where it has none."""
    target = fact.row["target"] or ""
    return _CODES.sub("", target, count=1).strip() or fact.words


def _is_bare(fact: Fact) -> bool:
    """Whether a position is on a side and nothing more."""
    return not _CODES.sub("", fact.row["target"] or "", count=1).strip()


def _key(fact: Fact) -> tuple[str, str]:
    return fact.row["holder"], fact.row["stance"]


def _stance(group: tuple[Fact, ...], asof: str | None) -> Stance:
    row = group[0].row
    day = min((fact.day for fact in group if fact.day), default=None)
    about = next(filter(None, (issue(matter(one), one.words, language=one.language) for one in group)), None)
    base = _WEIGHTS.get(row["stance"], 1.0) + (_ABOUT if about else 0.0)
    heavy = weight(base, day=day, asof=asof, reports=len(group))
    return Stance(row["holder"], row["stance"], row["target"], about, day, heavy, group)


def _is_before(one: Stance, other: Stance) -> bool:
    """Whether a stance for or against something was told, in another dispatch, before a later one on the same."""
    signs = (*_FRIENDLY, *_HOSTILE)
    if one.stance not in signs or other.stance not in signs:
        return False
    return any(_is_on(before, after) for before in one.facts for after in other.facts)


def _is_on(before: Fact, after: Fact) -> bool:
    """Whether two positions, the one told before the other, are on one matter of one side, in any languages."""
    if before.dispatch == after.dispatch or (before.day or "") >= (after.day or ""):
        return False
    return _side(before) == _side(after) and bool(_about(before).shared(_about(after)))


def _side(fact: Fact) -> str | None:
    """The side that a target names first: to condemn a decision on a mission is not on the mission."""
    codes = _CODES.match(fact.row["target"] or "")
    return re.split("[;,:]", codes.group())[0] if codes else None


def _about(fact: Fact) -> Matter:
    return _compared(_CODES.sub("", fact.row["target"] or "", count=1), fact.language)


@lru_cache(maxsize=5_000)
def _compared(words: str, language: str) -> Matter:
    return compared(words, language)


def _opposed(one: str, other: str) -> bool:
    return (one in _FRIENDLY and other in _HOSTILE) or (one in _HOSTILE and other in _FRIENDLY)
