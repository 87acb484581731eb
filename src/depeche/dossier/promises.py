"""Commitments of two sides to each other, and later acts that may have kept them."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from depeche.dossier.dossier import MOST, Followup, Promise
from depeche.ledger.linking.followups import (
    Deed,
    Promised,
    days_between,
    in_time,
    is_concluded,
    is_deed,
    reasons,
)
from depeche.ledger.linking.matter import matter
from depeche.ledger.relations import Fact, Period, between
from depeche.ontology.frames import frames


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
    acts = between(connection, "events", one, other, later)
    deeds = list(_deeds(reversed(acts), facts))
    return tuple(_promise(fact, acts, deeds, day) for fact in facts)


def _promise(fact: Fact, acts: list[Fact], deeds: list[tuple[Fact, Deed]], day: str | None) -> Promise:
    row = fact.row
    promised = _promised(fact, acts)
    found = ((act, reasons(promised, deed)) for act, deed in deeds if in_time(promised, deed))
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


def _promised(fact: Fact, acts: Iterable[Fact]) -> Promised:
    row = fact.row
    own = [act for act in acts if act.dispatch == fact.dispatch and _overlap(act, fact)]
    told = {act.row["frame"] for act in own if act.row["frame"]}
    entry = (row["entry"] or "").partition(":")[0]
    return Promised(
        dispatch=fact.dispatch,
        day=fact.day,
        holders=_sides(row["holder"]),
        partners=_sides(row["partner"]),
        frames=frozenset(told or ({entry} & frames().keys())),
        matter=matter(row["action"], fact.language),
        concluded=any(is_concluded(act.row["frame"], act.row["modality"], act.row["status"]) for act in own),
        to_be_signed=row["strength"] == "signed" and not own,
    )


def _deeds(acts: Iterable[Fact], promised: Iterable[Fact]) -> Iterator[tuple[Fact, Deed]]:
    """What was done after the first of some promises, as it is compared with them."""
    first = min((fact.day or "" for fact in promised), default="")
    for act in acts:
        row = act.row
        if not is_deed(row["frame"], row["modality"], row["status"]) or (act.day or "") <= first:
            continue
        source, target = _sides(row["source"]), _sides(row["target"])
        yield (
            act,
            Deed(
                dispatch=act.dispatch,
                day=act.day,
                by=source | target if row["symmetric"] else source,
                sides=source | target,
                frame=row["frame"],
                matter=matter(act.words, act.language),
            ),
        )


def _overlap(one: Fact, other: Fact) -> bool:
    return any(start < stop and begin < end for start, end in one.evidence for begin, stop in other.evidence)


def _sides(value: str | None) -> frozenset[str]:
    return frozenset(side for side in (value or "").split("; ") if side)
