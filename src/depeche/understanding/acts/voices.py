"""Who speaks for a state: those who govern it do, its opposition, lawmakers, former leaders and companies do not.

What these demand of others, praise or promise is their own: a person's under the name, the opposition's as such.
What they do or undergo is told of their state all the same ("Moscow expelled a US senator").
"""

import msgspec

from depeche.knowledge import world
from depeche.knowledge.governments import one_party
from depeche.languages.pack import Pack
from depeche.record import Person
from depeche.syntax.parse import Parse
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party

# Roles that do not speak for a state, whatever the office; lawmakers speak for it at the head of their chamber.
PRIVATE = frozenset({"party", "other", "media"})
LAWMAKER = "legislature"


class Voices:
    """Tells whose a stance is, by a pack's table ``voices``."""

    def __init__(self, parse: Parse, actors: Actors, pack: Pack) -> None:
        table = pack.table("voices")
        self._parse = parse
        self._presiding, self._governing, self._private, self._opposing = (
            frozenset(table[name]) for name in ("presiding", "governing", "private", "opposing")
        )
        self._companies = frozenset(
            name for listed in pack.table("seats")["companies"].values() for name in listed
        )
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
        if " ".join(token.text for token in tokens) in self._companies:
            return msgspec.structs.replace(party, codes=(" ".join(token.text for token in tokens),))
        words = {
            word for token in tokens if token.pos_ != "PROPN" for word in (token.low_lemma, token.lower_)
        }
        words |= {
            child.lower_
            for token in tokens
            for child in token.children
            if child.relation in ("amod", "compound")
        }
        if words & self._governing or one_party() & set(party.codes):
            return party
        if words & self._opposing:
            return msgspec.structs.replace(party, codes=tuple(f"{code} opposition" for code in party.codes))
        return None if words & self._private else party

    def _private_person(self, person: Person) -> bool:
        """Whether a person speaks for no state: a former leader, a lawmaker, a party's or a private person."""
        if not person.of or not world().is_state(person.of) or person.of in one_party():
            return False
        roles = set((person.role or "").split("; "))
        if person.former:
            return True
        worded = set((person.office or "").lower().replace("-", " ").split())
        if roles == {LAWMAKER}:
            return not worded & self._presiding
        return bool(roles) and roles <= PRIVATE and not worded & self._governing
