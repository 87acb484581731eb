"""Who speaks for a state: those who govern it do, its opposition, lawmakers, former leaders and companies do not.

What these demand of others, praise or promise is their own: a person's under the name, the opposition's as such.
What they do or undergo is told of their state all the same ("Moscow expelled a US senator").
"""

from functools import lru_cache

import msgspec

from depeche.knowledge import world
from depeche.knowledge.governments import one_party
from depeche.languages.pack import Pack
from depeche.record import Person
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party

# Roles that do not speak for a state, whatever the office; lawmakers speak for it at the head of their chamber.
PRIVATE = frozenset({"party", "other", "media"})
LAWMAKER = "legislature"


class Words(msgspec.Struct, frozen=True):
    """The table ``voices`` of a pack, and its companies."""

    presiding: frozenset[str]
    governing: frozenset[str]
    opposing: frozenset[str]
    private: frozenset[str]
    companies: frozenset[str]


@lru_cache
def words(pack: Pack) -> Words:
    """The words of a pack that tell who speaks for whom, read once."""
    companies = pack.table("seats")["companies"].values()
    table = {name: frozenset(listed) for name, listed in pack.table("voices").items()}
    return Words(**table, companies=frozenset(name for listed in companies for name in listed))


class Voices:
    """Tells whose a stance is, by a pack's table ``voices``."""

    def __init__(self, parse: Parse, actors: Actors, pack: Pack) -> None:
        self._parse = parse
        self._words = words(pack)
        self._apart = frozenset(person.name for person in actors.people if self._private_person(person))

    def own(self, act: Act) -> Act:
        """The act with the side whose words it tells, where they are aimed at others than the state's own people."""
        words = act.modality is not None or act.has("verbal") or act.strength is not None
        if not words or self._at_home(act) or (act.symmetric and act.target is not None):
            return act
        found = self.of(act.source)
        return act if found == act.source else msgspec.structs.replace(act, source=found)

    def _at_home(self, act: Act) -> bool:
        """Whether words are about the affairs of the speaker's own state, which are the state's with itself."""
        if act.target is None or act.source is None:
            return act.has("domestic") and act.target is None
        return bool(set(act.target.codes) & set(act.source.codes))

    def of(self, party: Party | None) -> Party | None:
        """The side whose stance it is: the party, its persons or group for themselves, or nobody with a code."""
        if party is None or not any(world().is_state(code) for code in party.codes):
            return party
        if party.persons:
            alone = self._apart.issuperset(party.persons)
            return msgspec.structs.replace(party, codes=party.persons) if alone else party
        return self._group(party) if party.span is not None else party

    def _group(self, party: Party) -> Party | None:
        tokens = self._parse.tokens(party.span) if party.span else []
        name = " ".join(token.text for token in tokens)
        if name in self._words.companies:
            return msgspec.structs.replace(party, codes=(name,))
        common = [token for token in tokens if token.pos_ != "PROPN"]
        near = {word for token in common for word in (token.low_lemma, token.lower_)}
        near |= {word.lower_ for token in tokens for word in children(token, "amod", "compound")}
        if near & self._words.governing or one_party() & set(party.codes):
            return party
        if near & self._words.opposing:
            return msgspec.structs.replace(party, codes=tuple(f"{code} opposition" for code in party.codes))
        return None if near & self._words.private else party

    def _private_person(self, person: Person) -> bool:
        """Whether a person speaks for no state: a former leader, a lawmaker, a party's or a private person."""
        if not person.of or not world().is_state(person.of) or person.of in one_party():
            return False
        roles = set((person.role or "").split("; "))
        if person.former:
            return True
        worded = set((person.office or "").lower().replace("-", " ").split())
        if roles == {LAWMAKER}:
            return not worded & self._words.presiding
        return bool(roles) and roles <= PRIVATE and not worded & self._words.governing
