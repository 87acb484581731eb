"""Who speaks for a side, and what a side said to or about another, the weightiest first."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Self

from sqlalchemy import Connection, bindparam, select

from depeche.dossier.dossier import Said, Speaker
from depeche.dossier.persons import Named, Persons
from depeche.dossier.together import together
from depeche.dossier.weight import weight
from depeche.dossier.wording import issue
from depeche.ledger.facts import Fact, read
from depeche.ledger.period import Bounds, Period
from depeche.ledger.prepared import Prepared
from depeche.ledger.relations import in_role
from depeche.ledger.schema import statements

_MANY = 6  # speakers of a side
_SIDE = 1.2  # the rank of a side that speaks without a person
_SINGLE = ("head of state", "head of government", "foreign minister", "defence minister", "monarch")
_BRIEF, _FULL = (
    4,
    8,
)  # words: what is shorter than the one says little, what is as long as the other says much


class Told(NamedTuple):
    """A statement by its number, its dispatch and day, and who speaks; its words are read where it is shown."""

    id: int
    dispatch: int
    day: str | None
    speaker: str | None
    speaker_of: str | None


_COLUMNS = (statements.c.speaker, statements.c.speaker_of)


def words_of(connection: Connection, side: str, period: Period, *, limit: int) -> list[Told]:
    """The newest statements of a side."""
    query = _newest(period.first is not None, period.last is not None)
    rows = query.rows(connection, side=side, first=period.first, last=period.last, limit=limit)
    return sorted(map(Told._make, rows), key=lambda one: (one.day or "", -one.id), reverse=True)


@lru_cache
def _newest(since: bool, until: bool) -> Prepared:  # noqa: FBT001
    """What is asked of any side."""
    days = Bounds(bindparam("first") if since else None, bindparam("last") if until else None)
    found = in_role("statements", bindparam("side"), "speaker", days).limit(bindparam("limit")).subquery()
    query = select(statements.c.id, statements.c.dispatch, found.c.day, *_COLUMNS)
    return Prepared(query.join(found, found.c.fact == statements.c.id), packed=True)


def speakers(
    connection: Connection, told: Sequence[Told], side: str, persons: Persons
) -> tuple[Speaker, ...]:
    """The persons who speak for a side: those in office first, then by rank, then who spoke last."""
    found: dict[int | str, list[tuple[Named, Told]]] = {}
    for one in told:
        person = persons.of(one.dispatch, one.speaker) if one.speaker_of == side else None
        if person is not None and one.speaker != side:
            found.setdefault(person.id if person.id is not None else person.name, []).append((person, one))
    made = [_Spoke.of(group) for group in found.values()]
    latest: dict[str, str] = {}
    for spoke in made:
        for role in spoke.roles:
            latest[role] = max(latest.get(role, ""), spoke.last)
    order = sorted(made, key=lambda one: (one.last, one.times, one.person.name), reverse=True)
    order.sort(key=lambda one: (one.is_followed(latest), -one.person.rank))
    shown = order[:_MANY]
    facts = read(connection, "statements", [one.told.id for one in shown])
    return tuple(
        Speaker(one.person, one.told.day, one.times, facts[one.told.id], one.is_followed(latest))
        for one in shown
    )


def said(facts: Sequence[Fact], side: str, persons: Persons, day: str | None) -> tuple[Said, ...]:
    """What a side said to or about another, each thing once with all its reports, the weightiest first."""
    told = [fact for fact in facts if fact.row["content"]]
    groups = together(told, lambda fact: fact, lambda fact: side, words=content)
    found = [_said(tuple(group), side, persons, day) for group in groups]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.facts[0].id)))


def content(fact: Fact) -> str:
    """The words of what is said, exactly; the sentence where they are not within it."""
    start, end = fact.row["content"]
    low = fact.quote[0]
    return fact.words[max(0, start - low) : max(0, end - low)] or fact.words


class _Spoke(NamedTuple):
    """A person who speaks, in the latest role that is told, with the latest words, and how often."""

    person: Named
    told: Told
    times: int

    @classmethod
    def of(cls, group: Sequence[tuple[Named, Told]]) -> Self:
        person = next((person for person, _ in group if person.role), group[0][0])
        return cls(person, group[0][1], len(group))

    @property
    def last(self) -> str:
        return self.told.day or ""

    @property
    def roles(self) -> list[str]:
        return [role for role in (self.person.role or "").split("; ") if role in _SINGLE]

    def is_followed(self, latest: Mapping[str, str]) -> bool:
        """Whether another was told in one of the offices later."""
        return any(self.last < latest[role] for role in self.roles)


def _said(group: tuple[Fact, ...], side: str, persons: Persons, day: str | None) -> Said:
    known = (persons.of(fact.dispatch, fact.row["speaker"]) for fact in group)
    speaker = max(filter(None, known), key=lambda one: one.rank, default=None)
    about = next(filter(None, (issue(content(one), one.words, language=one.language) for one in group)), None)
    first = min((fact.day for fact in group if fact.day), default=None)
    base = (speaker.rank if speaker else _SIDE) + max(map(_substance, group)) + (0.3 if about else 0.0)
    return Said(side, speaker, about, first, weight(base, day=first, asof=day, reports=len(group)), group)


def _substance(fact: Fact) -> float:
    """How much words say: their number, and whether they are the speaker's own."""
    length = len(content(fact).split())
    own = 0.5 if fact.row["mode"] == "direct" else 0.0
    return own + (-1.0 if length < _BRIEF else 0.5 if length >= _FULL else 0.0)
