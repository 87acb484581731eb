"""Persons across dispatches: which attestations are one person, each with the reason.

Full names are joined first, the surest pairs before the others, and a group only as a whole: every name in it
must go with every other, and all posts with one career. A family name alone goes to the one person of its
side who bears it; where two do, it stays by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from depeche.ledger.linking import careers, names
from depeche.ledger.linking.attested import Attested

FIRST = "the first attestation"
SAME = "the same name and side"
MOVED = "the same name, and one side is an organisation or not told"
SPELT = "the name spelt another way, of the same side"
FAMILY = "the family name; nobody else of this side bears it"
RULED = "joined by hand"


class Person(msgspec.Struct):
    """One person: the attestations, each with the reason for which it was joined."""

    members: list[tuple[Attested, str]]

    @property
    def attested(self) -> list[Attested]:
        """All attestations."""
        return [one for one, _ in self.members]


class Rulings(msgspec.Struct, frozen=True):
    """What users ruled, by pairs of marks of attestations, each pair sorted."""

    merged: frozenset[tuple[str, str]] = frozenset()
    split: frozenset[tuple[str, str]] = frozenset()


def persons(attested: Iterable[Attested], *, states: frozenset[str], rulings: Rulings) -> list[Person]:
    """The persons that are attested, the earliest first; `states` are the codes that are states'."""
    groups = _Groups(sorted(attested, key=lambda one: one.id), rulings)
    for ours, theirs in sorted(rulings.merged):
        groups.rule(ours, theirs)
    for _, left, right, reason in sorted(_pairs(groups.ordered, states)):
        groups.join(left, right, reason)
    bearers = groups.bearers()
    for one in groups.ordered:
        if not one.full and one.of is not None:
            groups.attach(one, bearers)
    return [groups.persons[key] for key in sorted(groups.persons)]


def _pairs(ordered: list[Attested], states: frozenset[str]) -> Iterator[tuple[int, int, int, str]]:
    """The pairs of full names that may be one, as (rank, left, right, reason): the surest rank first."""
    shelves = defaultdict(list)
    for one in ordered:
        for key in one.keys if one.full else ():
            shelves[key].append(one)
    pairs = {
        (left.id, right.id): (left, right)
        for shelf in shelves.values()
        for left, right in combinations(shelf, 2)
    }
    for (left_id, right_id), (left, right) in pairs.items():
        verdict = _verdict(left, right, states)
        if verdict is not None:
            yield verdict[0], left_id, right_id, verdict[1]


def _verdict(left: Attested, right: Attested, states: frozenset[str]) -> tuple[int, str] | None:
    """How sure it is that two full names are one person's (0 is surest), and why; None where they are not."""
    same = names.same(left.name, right.name)
    shared = careers.shared([left], [right])
    if left.of == right.of and left.of is not None:
        if same:
            return (0 if shared else 1), SAME
        if names.one(left.name, right.name, mandarin=left.mandarin):
            return (2 if shared else 4), SPELT
    elif same and not {left.of, right.of} <= states:
        return 3, MOVED
    return None


class _Groups:
    """Persons as they are put together, by the id of their first attestation."""

    def __init__(self, ordered: list[Attested], rulings: Rulings) -> None:
        self.ordered = ordered
        self.persons = {one.id: Person([(one, FIRST)]) for one in ordered}
        self._home = {one.id: one.id for one in ordered}
        self._rulings = rulings

    def rule(self, left: str, right: str) -> None:
        """Join what a user joined, whatever speaks against it."""
        ids = {one.mark: one.id for one in self.ordered}
        if left in ids and right in ids:
            self._unite(ids[left], ids[right], RULED)

    def join(self, left: int, right: int, reason: str) -> None:
        """Join the persons of two attestations, if all of both go together."""
        one, other = self.persons[self._home[left]], self.persons[self._home[right]]
        if one is not other and self._go_together(one, other):
            self._unite(left, right, reason)

    def bearers(self) -> dict[str, set[int]]:
        """The persons that are known by a full name, by the keys of their names."""
        found = defaultdict(set)
        for key, person in self.persons.items():
            for name_key in {name_key for one in person.attested if one.full for name_key in one.keys}:
                found[name_key].add(key)
        return found

    def attach(self, one: Attested, bearers: dict[str, set[int]]) -> None:
        """Give a family name to the one person of its side who bears it."""
        if len(self.persons[self._home[one.id]].members) > 1:
            return
        near = set().union(*(bearers.get(key, set()) for key in one.keys))
        found = [key for key in near if _bears(self.persons[key], one) and not self._is_split(one, key)]
        if len(found) == 1:
            del self.persons[one.id]
            self.persons[found[0]].members.append((one, FAMILY))

    def _is_split(self, one: Attested, key: int) -> bool:
        return self._ruled_apart(Person([(one, FIRST)]), self.persons[key])

    def _unite(self, left: int, right: int, reason: str) -> None:
        mine, yours = sorted((self._home[left], self._home[right]))
        if mine == yours:
            return
        joined = self.persons.pop(yours)
        self.persons[mine].members += [
            (one, reason if told == FIRST else told) for one, told in joined.members
        ]
        for one in joined.attested:
            self._home[one.id] = mine

    def _go_together(self, one: Person, other: Person) -> bool:
        return (
            not self._ruled_apart(one, other)
            and careers.compatible(one.attested, other.attested)
            and all(
                names.same(a.name, b.name) or names.one(a.name, b.name, mandarin=a.mandarin or b.mandarin)
                for a in one.attested
                for b in other.attested
            )
        )

    def _ruled_apart(self, one: Person, other: Person) -> bool:
        return any(
            (min(a.mark, b.mark), max(a.mark, b.mark)) in self._rulings.split
            for a in one.attested
            for b in other.attested
        )


def _bears(person: Person, one: Attested) -> bool:
    """Whether a person may be meant by a family name alone."""
    word = names.words(one.name)
    return careers.compatible([one], person.attested) and any(
        other.full and other.of == one.of and names.is_surname_of(word[0], other.name)
        for other in person.attested
    )
