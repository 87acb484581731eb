"""Who is meant by the names in dispatches: persons across them, as each language calls them, and their offices."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import attestations, dispatches, of_dispatch, people

# How much the words of an office weigh in a brief; of roles joined by semicolons the weightiest counts.
RANKS = {
    "head of state": 4.0,
    "monarch": 4.0,
    "head of government": 3.8,
    "deputy head of government": 3.0,
    "foreign minister": 3.0,
    "defence minister": 2.5,
    "minister": 2.2,
    "ambassador": 1.8,
    "deputy minister": 1.6,
    "spokesperson": 1.5,
}
_OTHER = 1.0


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person: the number in the ledger, the name and the office as worded, also by language, and the role told."""

    id: int | None
    name: str
    names: dict[str, str] = {}
    of: str | None = None
    role: str | None = None
    offices: dict[str, str] = {}

    @property
    def rank(self) -> float:
        """How much the office weighs, from 1 to 4."""
        return max((RANKS.get(role, _OTHER) for role in (self.role or "").split("; ")), default=_OTHER)

    def called(self, language: str) -> str:
        """The name as a language writes it most often."""
        return self.names.get(language, self.name)


_NAMED = Prepared(
    select(people.c.dispatch, people.c.name, people.c.role, people.c.office, people.c.of)
    .add_columns(attestations.c.person, dispatches.c.language)
    .join(dispatches, of_dispatch(people.c.id, dispatches.c.id))
    .outerjoin(attestations, attestations.c.id == people.c.attestation)
    .where(among(dispatches.c.id, "which"))
    .order_by(people.c.id),
    packed=True,
)


class Persons:
    """The persons of some dispatches, by dispatch and name."""

    def __init__(self, connection: Connection, which: Iterable[int]) -> None:
        rows = _NAMED.rows(connection, which=sorted(set(which)))
        self._rows = {(row[0], row[1]): row for row in rows}
        self._names: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._offices: dict[tuple[int, str | None], Counter[tuple[str, str]]] = defaultdict(Counter)
        self._known: dict[tuple[int, str | None, str | None], Named] = {}
        for _, name, role, office, _, person, language in self._rows.values():
            if person is not None:
                self._names[person][language, name] += 1
                if office:
                    self._offices[person, role][language, office] += 1

    def of(self, dispatch: int, name: str | None) -> Named | None:
        """Who a name means in a dispatch; None where it names nobody that the dispatch tells of."""
        row = self._rows.get((dispatch, name or ""))
        if row is None:
            return None
        _, name, role, _, of, person, _ = row
        if person is None:
            return Named(id=None, name=name, of=of, role=role)
        known = self._known.get((person, of, role))
        if known is None:
            known = self._known[person, of, role] = self._named(person, of, role)
        return known

    def _named(self, person: int, of: str | None, role: str | None) -> Named:
        names = self._names[person]
        return Named(
            id=person,
            name=_fullest(names),
            names=_by_language(names),
            of=of,
            role=role,
            offices=_by_language(self._offices[person, role]),
        )

    def one(self, dispatch: int, name: str) -> Named:
        """The same; a person without more than the name where it tells of nobody so called."""
        return self.of(dispatch, name) or Named(id=None, name=name)


def same(one: Named | None, other: Named | None) -> bool:
    """Whether two are one person."""
    if one is None or other is None:
        return False
    return one.name == other.name if one.id is None else one.id == other.id


def _by_language(told: Counter[tuple[str, str]]) -> dict[str, str]:
    """The commonest words of each language, of two as common the longer."""
    return dict(sorted(told, key=lambda one: (told[one], len(one[1]), one[1])))


def _fullest(told: Counter[tuple[str, str]]) -> str:
    return max(told, key=lambda one: (told[one], len(one[1]), one[1]))[1]
