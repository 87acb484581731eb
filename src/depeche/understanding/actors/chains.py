"""Which names are one person: the same words, a surname alone, initials, two spellings."""

import msgspec

from depeche.understanding.actors.linking import Bearing
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.spelling import alike, skeleton
from depeche.understanding.actors.tables import Tables

# At most so many persons are compared with a name.
NEAR = 60
# Names with the family's first have so many words ("Kim Jong Un").
LONGEST_FAMILY_FIRST = 3


class Chain(msgspec.Struct, kw_only=True):
    """One person: the bearings of all the names that the text gives to them, in order."""

    bearings: list[Bearing]
    parts: tuple[str, ...]
    gender: str = ""

    @property
    def offices(self) -> list[Office]:
        """All offices that stand beside one of the names."""
        return [office for bearing in self.bearings for office in bearing.offices]


class Chains:
    """Gathers the names of a text into persons."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.chains: list[Chain] = []
        self._index: dict[str, dict[int, Chain]] = {}

    def read(self, bearings: list[Bearing]) -> list[Chain]:
        """The persons in the order of first mention, without doubtful names that no sure one bears out."""
        full = [bearing for bearing in bearings if bearing.name.sure and len(self._core(bearing)) > 1]
        for bearing in full:
            self._add(bearing)
        short = [b for b in bearings if not (b.name.sure and len(self._core(b)) > 1)]
        for bearing in short:
            self._add(bearing)
        for chain in self.chains:
            chain.bearings.sort(key=lambda bearing: bearing.name.first)
        return sorted(self.chains, key=lambda chain: chain.bearings[0].name.first)

    def _core(self, bearing: Bearing) -> tuple[str, ...]:
        skip = self.tables.joined | self.tables.after_forename
        core = tuple(part for part in bearing.name.parts if part not in skip)
        return core or bearing.name.parts

    def _add(self, bearing: Bearing) -> None:
        parts = self._core(bearing)
        chain = self._choose(
            [chain for chain in self._near(parts) if self._fits(chain, parts, bearing)], bearing
        )
        if chain is None:
            if bearing.name.sure:
                chain = Chain(bearings=[bearing], parts=parts, gender=self._gender(bearing, parts))
                self.chains.append(chain)
                self._enter(chain, parts)
            return
        chain.bearings.append(bearing)
        if len(parts) > len(chain.parts):
            chain.parts = parts
        self._enter(chain, parts)
        chain.gender = bearing.name.gender or chain.gender or self._gender(bearing, parts)

    def _enter(self, chain: Chain, parts: tuple[str, ...]) -> None:
        for key in _keys(parts):
            self._index.setdefault(key, {})[id(chain)] = chain

    def _near(self, parts: tuple[str, ...]) -> list[Chain]:
        """The chains that share the beginning of a word with a name, in the order they were found."""
        found: dict[int, Chain] = {}
        for key in _keys(parts):
            found.update(self._index.get(key, {}))
        return list(found.values())[:NEAR]

    def _gender(self, bearing: Bearing, parts: tuple[str, ...]) -> str:
        office = next((o.form.gender for o in bearing.offices if o.form.gender == "f"), "")
        fore = self.tables.forenames.get(parts[0], "") if len(parts) > 1 else ""
        if fore != "m" and any(o.form.gender == "m" and not o.plural for o in bearing.offices):
            return bearing.name.gender or "m"  # "le coordonnateur Leslie X"
        return bearing.name.gender or office or fore or self.tables.forenames.get(parts[0].split("-")[0], "")

    def _fits(self, chain: Chain, parts: tuple[str, ...], bearing: Bearing) -> bool:
        gender = bearing.name.gender
        if gender and chain.gender and gender != chain.gender and any(b.name.gender for b in chain.bearings):
            return False
        if not bearing.name.sure and not set(parts) <= self._callable(chain):
            return chain.parts == parts or self._by_first(chain, parts, bearing)
        if self._another(chain, parts, bearing):
            return False
        if len(parts) == 1 and any(office.role == "monarch" for office in bearing.offices):
            return alike(chain.parts[0], parts[0])
        return same(chain.parts, parts)

    def _another(self, chain: Chain, parts: tuple[str, ...], bearing: Bearing) -> bool:
        """Whether a full name with another forename has an office of another side: two persons."""
        own = {code for office in bearing.offices for code in office.codes}
        theirs = {code for office in chain.offices for code in office.codes}
        full = len(parts) > 1 and len(chain.parts) > 1 and not alike(parts[0], chain.parts[0])
        return full and bool(own) and bool(theirs) and not own & theirs

    def _callable(self, chain: Chain) -> set[str]:
        """The words of a name by any of which its bearer may be called: no forename, unless it is the family's."""
        first = chain.parts[0]
        own = {first} if first in self.tables.family and len(chain.parts) <= LONGEST_FAMILY_FIRST else set()
        return set(chain.parts) - {first} | {chain.parts[-1]} | own

    def _by_first(self, chain: Chain, parts: tuple[str, ...], bearing: Bearing) -> bool:
        """Whether a lone word is the first of one full name given before, and of no other ("Abiy", "Phumtham")."""
        if len(parts) > 1 or len(chain.parts) < 2 or parts[0] != chain.parts[0]:
            return False
        others = [c for c in self._near(parts) if c.parts[0] == parts[0] and len(c.parts) > 1]
        before = min(b.name.first for b in chain.bearings) < bearing.name.first
        return before and len(others) == 1

    def _choose(self, fits: list[Chain], bearing: Bearing) -> Chain | None:
        """Of several bearers of a surname: of the same gender, with an office if titled, the last named."""
        if len(fits) <= 1:
            return fits[0] if fits else None
        first = bearing.name.first
        gender = bearing.name.gender

        def rank(chain: Chain) -> tuple[bool, bool, bool, int]:
            before = [b.name.first for b in chain.bearings if b.name.first < first]
            titled = bool(bearing.offices) or bearing.name.titled
            return (
                not gender or not chain.gender or gender == chain.gender,
                not titled or bool(chain.offices) or chain.parts in self.tables.leaders,
                bool(before),
                max(before, default=-min(b.name.first for b in chain.bearings)),
            )

        return max(fits, key=rank)


def _keys(parts: tuple[str, ...]) -> list[str]:
    """What names are found by: the first letters of their words' skeletons; initials say too little."""
    return [
        skeleton(half)[:2] for part in parts for half in part.split("-") if not part.endswith(".") and half
    ]


def same(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, without particles, can be one person's."""
    if len(other) > len(full):
        full, other = other, full
    if full == other:
        return True
    if len(other) == 1:
        return _single(full, other[0])
    if _initials(full, other) or _initials(other, full):
        return True
    spread = _spread(full, other)
    return spread or (sorted(full) == sorted(other))


def _single(full: tuple[str, ...], word: str) -> bool:
    """A surname alone; the first word too, where the family name stands first or the person goes by it."""
    if len(full) == 1:
        return alike(full[0], word)
    return any(alike(part, word) for part in full[1:]) or full[0] == word or word in full[-1].split("-")


def _spread(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """All words of the shorter name in the longer one, in order; the first may lack its second half."""
    k = 0
    for n, word in enumerate(other):
        while k < len(full) and not (
            alike(full[k], word) or (n == 0 and k == 0 and full[0].split("-")[0] == word)
        ):
            k += 1
        if k == len(full):
            return False
        k += 1
    return alike(full[0].split("-")[0], other[0].split("-")[0]) or len(other) < len(full)


def _initials(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """As in "V. Poutine", "A. F. al-Sissi"."""
    dotted = [word for word in other if word.endswith(".")]
    rest = [word for word in other if not word.endswith(".")]
    if not dotted or not rest or not all(any(alike(word, part) for part in full[1:]) for word in rest):
        return False
    return full[0][0] == dotted[0][0]
