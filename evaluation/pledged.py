"""What a ledger tells of promises and stances: possible follow-ups, and turns, by file."""

import msgspec
from sqlalchemy import Connection, select

from depeche.dossier.promises import promises
from depeche.dossier.stances import stances
from depeche.ledger.facts import Fact
from depeche.ledger.period import Period
from depeche.ledger.relations import between
from depeche.ledger.schema import parties

_TOWARDS = [("holder", "target"), ("target", "holder")]


class Followed(msgspec.Struct, frozen=True):
    """A promise by its file, row and words, and the files of the acts that may have kept it."""

    file: str
    row: int
    sentence: str
    evidence: tuple[str, ...]
    acts: tuple[str, ...]

    def is_at(self, words: str) -> bool:
        """Whether words of the file tell this promise."""
        return words in self.sentence and any(part in words or words in part for part in self.evidence)


def pledged(connection: Connection, files: dict[int, str]) -> tuple[list[Followed], list[tuple[str, str]]]:
    """All promises, and the turns as pairs of the file of the old stance and that of the new one."""
    followed: dict[int, Followed] = {}
    turned: dict[int, tuple[str, str]] = {}
    for one, other in _pairs(connection):
        for promise in promises(connection, one, other, Period(), None):
            fact = promise.fact
            acts = tuple(dict.fromkeys(files[each.fact.dispatch] for each in promise.followed))
            known = followed.get(fact.id)
            acts = tuple(dict.fromkeys((*(known.acts if known else ()), *acts)))
            followed[fact.id] = Followed(files[fact.dispatch], fact.id, fact.words, _evidence(fact), acts)
        held = between(connection, "positions", one, other, Period(), roles=_TOWARDS)
        for stance in stances(held, None):
            if stance.turned:
                before, after = stance.turned.facts[0], stance.facts[0]
                turned[after.id] = files[before.dispatch], files[after.dispatch]
    return [followed[key] for key in sorted(followed)], [turned[key] for key in sorted(turned)]


def _pairs(connection: Connection) -> list[tuple[str, str]]:
    """The pairs of sides that have a part in one promise or position."""
    one, other = parties.alias(), parties.alias()
    same = (one.c.kind == other.c.kind) & (one.c.fact == other.c.fact) & (one.c.code < other.c.code)
    query = select(one.c.code, other.c.code).join(other, same)
    return sorted(
        {
            (row[0], row[1])
            for row in connection.execute(query.where(one.c.kind.in_(("commitments", "positions", "events"))))
        }
    )


def _evidence(fact: Fact) -> tuple[str, ...]:
    low = fact.quote[0]
    return tuple(fact.words[max(0, start - low) : max(0, end - low)] for start, end in fact.evidence)
