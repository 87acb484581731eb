"""Positions of two sides on each other, agreements and frictions, and where a stance has turned."""

from sqlalchemy import Connection

from depeche.dossier.dossier import Stance
from depeche.ledger.relations import Fact, Period, between

_FRIENDLY = ("supports", "welcomes")
_HOSTILE = ("opposes", "condemns", "denies")


def stances(connection: Connection, one: str, other: str, period: Period) -> tuple[Stance, ...]:
    """The positions of either side on the other or on what is of the other, the newest first."""
    facts = between(
        connection, "positions", one, other, period, roles=[("holder", "target"), ("target", "holder")]
    )
    earlier: dict[tuple[str, str], Stance] = {}
    found = []
    for fact in reversed(facts):
        stance = _stance(fact, earlier.get(_matter(fact)))
        earlier[_matter(fact)] = stance
        found.append(stance)
    return tuple(reversed(found))


def _matter(fact: Fact) -> tuple[str, str]:
    return fact.row["holder"], (fact.row["target"] or "").casefold()


def _stance(fact: Fact, before: Stance | None) -> Stance:
    row = fact.row
    turned = before if before and _opposed(before.stance, row["stance"]) else None
    return Stance(row["holder"], row["stance"], row["target"], fact.day, fact, turned)


def _opposed(one: str, other: str) -> bool:
    return (one in _FRIENDLY and other in _HOSTILE) or (one in _HOSTILE and other in _FRIENDLY)
