"""Who speaks for a side, and what a side said to or about another, the weightiest first."""

from collections.abc import Sequence

from depeche.dossier.dossier import Said, Speaker
from depeche.dossier.persons import Named, Persons
from depeche.dossier.together import together
from depeche.dossier.weight import weight
from depeche.dossier.wording import issue
from depeche.ledger.relations import Fact

_MANY = 6  # speakers of a side
_SIDE = 1.2  # the rank of a side that speaks without a person
_SINGLE = ("head of state", "head of government", "foreign minister", "defence minister", "monarch")
_BRIEF, _FULL = (
    4,
    8,
)  # words: what is shorter than the one says little, what is as long as the other says much


def speakers(facts: Sequence[Fact], side: str, persons: Persons) -> tuple[Speaker, ...]:
    """The persons who speak for a side: those in office first, then by rank, then who spoke last."""
    found: dict[int | str, list[tuple[Named, Fact]]] = {}
    for fact in facts:
        person = persons.of(fact.dispatch, fact.row["speaker"]) if fact.row["speaker_of"] == side else None
        if person is not None and fact.row["speaker"] != side:
            found.setdefault(person.id if person.id is not None else person.name, []).append((person, fact))
    made = [_speaker(group) for group in found.values()]
    latest: dict[str, str] = {}
    for one in made:
        for role in _roles(one):
            latest[role] = max(latest.get(role, ""), one.last or "")
    made = [
        Speaker(
            one.person, one.last, one.times, one.fact, any((one.last or "") < latest[r] for r in _roles(one))
        )
        for one in made
    ]
    order = sorted(made, key=lambda one: (one.last or "", one.times, one.person.name), reverse=True)
    return tuple(sorted(order, key=lambda one: (one.followed, -one.person.rank))[:_MANY])


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


def _speaker(group: list[tuple[Named, Fact]]) -> Speaker:
    """A speaker in the latest role that is told."""
    person = next((person for person, _ in group if person.role), group[0][0])
    return Speaker(person, group[0][1].day, len(group), group[0][1])


def _roles(one: Speaker) -> list[str]:
    return [role for role in (one.person.role or "").split("; ") if role in _SINGLE]


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
