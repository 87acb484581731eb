"""Issues: what positions are about, by the words of their languages."""

from collections import Counter

import msgspec
from sqlalchemy import Connection

from depeche.dossier.wording import issue
from depeche.ledger.facts import Fact
from depeche.ledger.listing import listed
from depeche.ledger.period import Period

LOOKED_AT = 1500  # of the newest positions


class Issue(msgspec.Struct, frozen=True):
    """An issue by its name in the tables, with the newest positions on it and who holds most of them."""

    name: str
    positions: tuple[Fact, ...]
    holders: tuple[tuple[str, int], ...]


def issues(connection: Connection) -> tuple[Issue, ...]:
    """The issues of the newest positions, those with most positions first."""
    found: dict[str, list[Fact]] = {}
    for fact in listed(connection, "positions", [], Period(), limit=LOOKED_AT):
        name = issue(fact.row["target"], fact.words, language=fact.language)
        if name:
            found.setdefault(name, []).append(fact)
    made = (_issue(name, facts) for name, facts in found.items())
    return tuple(sorted(made, key=lambda one: (-len(one.positions), one.name)))


def _issue(name: str, facts: list[Fact]) -> Issue:
    holders = Counter(holder for fact in facts for holder in fact.row["holder"].split("; "))
    ranked = sorted(holders.items(), key=lambda pair: (-pair[1], pair[0]))
    return Issue(name, tuple(facts), tuple(ranked))
