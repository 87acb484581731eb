"""Events as event data tells them: what occurred, once for each pair of sides and each occurrence."""

from collections.abc import Iterator

import msgspec

from depeche.export.told import Told
from depeche.knowledge.world import world
from depeche.ledger.schema import events

# Event data has no column for what was denied, supposed, planned or called for: only what occurred is told.
OCCURRED = events.c.status == "occurred"
PAIRS = 10_000  # more than there are pairs of sides in one event


class Side(msgspec.Struct, frozen=True):
    """One side: its name, its words in the dispatch, and ISO 3166-1 alpha-3 where it is a state."""

    name: str | None = None
    words: str | None = None
    state: str | None = None


class Dyad(msgspec.Struct, frozen=True):
    """What one side did to another; `number` is the same for the same pair as long as the dispatch is not read anew."""

    number: int
    source: Side
    target: Side
    date: str | None  # year, month or day, ISO 8601
    fact: Told


def dyads(facts: Iterator[Told]) -> Iterator[Dyad]:
    """The pairs of sides of events; of the tellings of one occurrence the first counts, for each pair of sides.

    A meeting is one occurrence whoever is named first: of "A received B" and "B visited A" the first counts.
    """
    seen: set[tuple[int, frozenset[str | None]]] = set()
    for fact in facts:
        date = start(fact.row["date"]) or start(fact.source.published)
        pairs = [(one, other) for one in _sides(fact, "source") for other in _sides(fact, "target")]
        mine = {(fact.row["occurrence"], frozenset((one.name, other.name))) for one, other in pairs}
        for number, (one, other) in enumerate(pairs):
            if (fact.row["occurrence"], frozenset((one.name, other.name))) not in seen:
                yield Dyad(fact.row["id"] * PAIRS + number, one, other, date, fact)
        if fact.row["occurrence"] is not None:
            seen |= mine


def start(edtf: str | None) -> str | None:
    """What is known of the day, month or year in which a date starts: 2019-12 for 2019-12-XX."""
    known = []
    for part in (edtf or "").partition("/")[0].split("-"):
        if not part.isdigit():
            break
        known.append(part)
    return "-".join(known) or None


def _sides(fact: Told, role: str) -> list[Side]:
    words = fact.words(fact.row[f"{role}_span"])
    names = [part.strip() for part in (fact.row[role] or "").split(";") if part.strip()]
    return [side(name, words) for name in names] or [Side(words=words)]


def side(name: str, words: str | None = None) -> Side:
    """The side that a code or a name stands for."""
    state = world().states.get(name)
    if state is not None:
        return Side(state.name, words, state.code)
    organisation = world().organisations.get(name)
    return Side(organisation.name if organisation else name, words)
