"""Commitments of two sides to each other, and later acts that may have kept them."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection

from depeche.dossier.dossier import MOST, Promise
from depeche.ledger.relations import Fact, Period, between
from depeche.ledger.schema import events
from depeche.ledger.words import stems

_LATEST = 730  # days after which an act is no longer taken for a commitment's
_LETTERS = 4  # of a stem that tells a matter
_TWO = 2  # stems that a commitment and an act must share


def promises(
    connection: Connection, one: str, other: str, period: Period, day: str | None
) -> tuple[Promise, ...]:
    """The commitments of either side to the other, the newest first."""
    roles = [("holder", "partner"), ("partner", "holder"), ("holder", "holder")]
    facts = between(connection, "commitments", one, other, period, roles=roles, limit=MOST)
    if not facts:
        return ()
    since = min((fact.day for fact in facts if fact.day), default=None)
    later = Period(since=max(filter(None, (since, period.first)), default=None), until=period.until)
    acts = between(connection, "events", one, other, later, condition=events.c.status == "occurred")
    matters = [(act, _matter(act)) for act in reversed(acts)]
    return tuple(_promise(fact, matters, day) for fact in facts)


def _promise(fact: Fact, acts: Sequence[tuple[Fact, set[str]]], day: str | None) -> Promise:
    row, matter = fact.row, _matter(fact)
    return Promise(
        holder=row["holder"],
        partner=row["partner"],
        action=row["action"],
        strength=row["strength"],
        due=row["due"],
        day=fact.day,
        age=_days(fact.day, day),
        fact=fact,
        followed=tuple(act for act, its in acts if len(its & matter) >= _TWO and _may_keep(act, fact)),
    )


def _may_keep(act: Fact, promise: Fact) -> bool:
    """Whether an act on the same matter may be what was promised: done later, by the holder, in another dispatch."""
    later = _days(promise.day, act.day)
    if later is None or not 0 < later <= _LATEST:
        return False
    return act.dispatch != promise.dispatch and _by(act, promise.row["holder"])


def _by(act: Fact, holder: str) -> bool:
    sides = (act.row["source"] or "").split("; ") + (
        (act.row["target"] or "").split("; ") if act.row["symmetric"] else []
    )
    return not set(sides).isdisjoint(holder.split("; "))


def _matter(fact: Fact) -> set[str]:
    return {stem for stem in stems(fact.words, fact.language).split() if len(stem) >= _LETTERS}


def _days(first: str | None, last: str | None) -> int | None:
    """The days from one day to another; None where one is not known."""
    try:
        return (dt.date.fromisoformat(last or "") - dt.date.fromisoformat(first or "")).days
    except ValueError:
        return None
