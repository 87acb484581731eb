"""Commitments of two sides to each other, and later acts that may have kept them."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select

from depeche.dossier.dossier import MOST, Followup, Promise
from depeche.ledger.facts import Fact, asked, read
from depeche.ledger.linking.followups import (
    LATEST,
    Deed,
    Promised,
    days_between,
    family,
    in_time,
    is_concluded,
    is_deed,
    reasons,
)
from depeche.ledger.linking.matter import Matter
from depeche.ledger.linking.matter import matter as compared
from depeche.ledger.period import Period
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.relations import Found, between, numbers
from depeche.ledger.schema import events
from depeche.ontology.frames import frames

_ROLES = [("holder", "partner"), ("partner", "holder"), ("holder", "holder")]
_BY_NUMBER = among(events.c.id, "ids")
# What acts in the sentences of a promise tell of it, and which acts are deeds, without their words.
_TELLING = Prepared(
    select(
        events.c.id, events.c.dispatch, events.c.evidence, events.c.frame, events.c.modality, events.c.status
    ).where(_BY_NUMBER),
    packed=True,
)
_DONE = Prepared(
    select(events.c.id).where(
        _BY_NUMBER, events.c.status == "occurred", events.c.modality.is_(None), events.c.frame.is_not(None)
    ),
    packed=True,
)


class _Deeds:
    """What was done, the earliest first; as it is compared only where something is compared with it."""

    def __init__(self, acts: Sequence[Fact]) -> None:
        self._acts = acts
        self._days = [act.day or "" for act in acts]
        self._made: dict[int, Deed] = {}

    def after(self, day: str | None) -> Sequence[Fact]:
        """Those later than a day that are not too late for what was promised then."""
        try:
            last = dt.date.fromisoformat(day or "") + dt.timedelta(LATEST)
        except (ValueError, OverflowError):
            return ()
        low, high = bisect_right(self._days, day or ""), bisect_right(self._days, last.isoformat())
        return self._acts[low:high]

    def compared(self, act: Fact) -> Deed:
        """One as it is compared."""
        made = self._made.get(act.id)
        if made is None:
            made = self._made[act.id] = _deed(act)
        return made


def promises(
    connection: Connection, one: str, other: str, period: Period, day: str | None
) -> tuple[Promise, ...]:
    """The commitments of either side to the other, the newest first."""
    facts = between(connection, "commitments", one, other, period, roles=_ROLES, limit=MOST)
    if not facts:
        return ()
    first = min((fact.day for fact in facts if fact.day), default=None)
    since = max(filter(None, (first, period.first)), default=None)
    later = numbers(connection, "events", one, other, Period(since, period.until))
    own = _own(connection, later, {fact.dispatch for fact in facts})
    deeds = _deeds(connection, later, min(fact.day or "" for fact in facts))
    return tuple(_promise(fact, own.get(fact.dispatch, ()), deeds, day) for fact in facts)


def _promise(fact: Fact, own: Iterable[Any], deeds: _Deeds, day: str | None) -> Promise:
    row = fact.row
    promised = _promised(fact, own)
    near = ((act, deeds.compared(act)) for act in _near(promised, deeds.after(fact.day)))
    found = ((act, reasons(promised, deed)) for act, deed in near if in_time(promised, deed))
    return Promise(
        holder=row["holder"],
        partner=row["partner"],
        action=row["action"],
        strength=row["strength"],
        due=row["due"],
        day=fact.day,
        age=days_between(fact.day, day),
        fact=fact,
        followed=tuple(Followup(act, why) for act, why in found if why),
    )


def _near(promised: Promised, deeds: Sequence[Fact]) -> Iterable[Fact]:
    """The deeds that may follow: others are of another kind, and the promise is of too little to know them by.

    A busy pair has thousands of deeds beside its promises; what is told here of each is cheap to tell.
    """
    about = promised.matter
    if promised.to_be_signed or (len(about.words) > 1 and (about.kinds or about.figures)):
        return deeds
    kinds = {family(frame) for frame in promised.frames}
    return (one for one in deeds if _family(one.row["frame"]) in kinds)


_AGREE = "agree"  # the entries of what is signed and agreed on
_TO_COME = ("planned", "pledged")

_family = lru_cache(maxsize=1_000)(family)


def _promised(fact: Fact, acts: Iterable[Any]) -> Promised:
    row = fact.row
    own = [act for act in acts if _overlap(act.evidence, fact)]
    told = {act.frame for act in own if act.frame}
    entry = (row["entry"] or "").partition(":")[0]
    return Promised(
        dispatch=fact.dispatch,
        day=fact.day,
        holders=_sides(row["holder"]),
        partners=_sides(row["partner"]),
        frames=frozenset(told or ({entry} & frames().keys())),
        matter=matter(row["action"], fact.language),
        concluded=any(is_concluded(act.frame, act.modality, act.status) for act in own),
        to_be_signed=not own
        and (row["strength"] == "signed" or (entry == _AGREE and row["strength"] in _TO_COME)),
    )


def _own(connection: Connection, acts: Iterable[Found], of: set[int]) -> dict[int, list[Any]]:
    """What dispatches that tell a promise tell of acts, by their numbers."""
    found: dict[int, list[Any]] = {}
    for row in asked(connection, _TELLING, sorted(act.fact for act in acts if act.dispatch in of)):
        found.setdefault(row.dispatch, []).append(row)
    return found


def _deeds(connection: Connection, acts: Sequence[Found], first: str) -> _Deeds:
    """What was done after the first of some promises, as it is compared with them."""
    later = [act.fact for act in reversed(acts) if (act.day or "") > first]
    done = {row.id for row in asked(connection, _DONE, sorted(later))}
    facts = read(connection, "events", (fact for fact in later if fact in done)).values()
    return _Deeds([fact for fact in facts if is_deed(fact.row["frame"], None, "occurred")])


def _deed(act: Fact) -> Deed:
    row = act.row
    source, target = _sides(row["source"]), _sides(row["target"])
    return Deed(
        dispatch=act.dispatch,
        day=act.day,
        by=source | target if row["symmetric"] else source,
        sides=source | target,
        frame=row["frame"],
        matter=matter(act.words, act.language),
    )


@lru_cache(maxsize=5_000)
def matter(words: str, language: str) -> Matter:
    """What the words of a promise or a deed are about."""
    return compared(words, language)


def _overlap(evidence: Iterable[Sequence[int]], other: Fact) -> bool:
    return any(start < stop and begin < end for start, end in evidence for begin, stop in other.evidence)


@lru_cache(maxsize=2_000)
def _sides(value: str | None) -> frozenset[str]:
    return frozenset(side for side in (value or "").split("; ") if side)
