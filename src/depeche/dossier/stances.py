"""Positions of two sides on each other, agreements and frictions, and where a stance has turned."""

from sqlalchemy import Connection, select

from depeche.dossier.dossier import MOST, Stance
from depeche.ledger.relations import Fact, Period, by_number, shared
from depeche.ledger.schema import positions

_FRIENDLY = ("supports", "welcomes")
_HOSTILE = ("opposes", "condemns", "denies")


def stances(connection: Connection, one: str, other: str, period: Period) -> tuple[Stance, ...]:
    """The positions of either side on the other or on what is of the other, the newest first."""
    told = _chain(connection, one, other, period)[:MOST]
    facts = by_number(connection, "positions", {key for pair in told for key in pair if key is not None})
    return tuple(_stance(facts[key], facts.get(before or 0)) for key, before in told)


def _chain(connection: Connection, one: str, other: str, period: Period) -> list[tuple[int, int | None]]:
    """The positions by number, the newest first, each with the one before it on the same matter if that is opposed."""
    roles = [("holder", "target"), ("target", "holder")]
    near = shared(connection, "positions", one, other, period, roles=roles).subquery()
    p = positions.c
    rows = select(p.id, p.holder, p.target, p.stance).join(near, near.c.fact == p.id)
    earlier: dict[tuple[str, str], tuple[int, str]] = {}
    found: list[tuple[int, int | None]] = []
    for key, holder, target, stance in connection.execute(
        rows.order_by(near.c.day.asc().nulls_first(), p.id.desc())
    ):
        matter = holder, (target or "").casefold()
        before, its = earlier.get(matter, (None, ""))
        found.append((key, before if _opposed(its, stance) else None))
        earlier[matter] = key, stance
    return found[::-1]


def _stance(fact: Fact, before: Fact | None) -> Stance:
    row = fact.row
    turned = _stance(before, None) if before else None
    return Stance(row["holder"], row["stance"], row["target"], fact.day, fact, turned)


def _opposed(one: str, other: str) -> bool:
    return (one in _FRIENDLY and other in _HOSTILE) or (one in _HOSTILE and other in _FRIENDLY)
