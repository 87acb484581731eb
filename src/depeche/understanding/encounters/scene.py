"""What all readers of encounters look at: the parse, the actors, times and voices of one dispatch."""

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from depeche.knowledge import gazetteer
from depeche.languages.pack import Pack
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.actors.mention import Mention
from depeche.understanding.acts.lexicon import grammar
from depeche.understanding.encounters.words import Words, words
from depeche.understanding.speech import Speech
from depeche.understanding.times import Times

if TYPE_CHECKING:
    from depeche.syntax.grammar import Grammar


class Side(msgspec.Struct, frozen=True):
    """Those who take part on one side: full names, and codes of states and organisations."""

    persons: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.persons or self.codes)

    def __or__(self, other: "Side") -> "Side":
        return Side(
            tuple(dict.fromkeys(self.persons + other.persons)), tuple(dict.fromkeys(self.codes + other.codes))
        )


NOBODY = Side()


class Scene:
    """One dispatch with all that was read from it before."""

    def __init__(
        self, parse: Parse, pack: Pack, actors: Actors, times: Times, speech: Speech, published: str | None
    ) -> None:
        self.parse = parse
        self.actors = actors
        self.times = times
        self.speech = speech
        self.published = published
        self.words: Words = words(pack)
        self.grammar: Grammar = grammar(pack)
        self.language = pack.code
        self.of = {person.name: tuple((person.of or "").split("; ")) for person in actors.people if person.of}

    @cached_property
    def timed(self) -> frozenset[int]:
        """The words of time expressions."""
        return frozenset(
            i
            for time in self.times.expressions
            if time.first is not None and time.last is not None
            for i in range(time.first, time.last + 1)
        )

    @property
    def home(self) -> tuple[str, ...]:
        """The states of the cities in the dateline."""
        place = self.parse.document.place
        hits = gazetteer(self.language).find(place) if place else ()
        return tuple(dict.fromkeys(code for hit in hits for code in hit.codes if len(code) == 3))

    def side(self, token: Word, *, place: bool = False) -> Side:
        """Whom the phrase headed by a token names, with its conjuncts; places only if `place`."""
        first = self._speaker(token)
        if first:
            return first
        mention = self.actors.resolve(token)
        if mention is not None and mention.how == "place" and not place and not mention.persons:
            return NOBODY
        out = NOBODY
        for part in self._chain(token):
            out |= self._one(part, place=place)
        return out

    def each(self, token: Word) -> list[Side]:
        """Those whom a phrase names, one by one: persons, and sides without a person."""
        out: list[Side] = []
        for part in self._chain(token):
            side = self._one(part)
            alone = [Side((), (code,)) for code in side.codes] if not side.persons else [side]
            out += [one for one in alone if one not in out]
        return out

    def _one(self, token: Word, *, place: bool = False) -> Side:
        """Whom one phrase names, without its conjuncts; the ministers of two countries are both countries'."""
        mention = self.actors.resolve(token)
        if mention is not None and mention.how == "demonym" and not (place or self._official(token, mention)):
            return NOBODY
        persons, codes = (mention.persons, mention.codes) if mention is not None else ((), ())
        if not persons and "Plur" in token.morph.get("Number"):
            for child in children(token, "nmod"):
                joint = self.actors.party(child)[1]
                codes = joint if codes and set(codes) < set(joint) else codes
        if not persons:
            for child in children(token, "nmod"):
                inner = self.actors.at(child.i)
                if (
                    inner is not None
                    and inner.head == child.i
                    and inner.how == "anaphor"
                    and len(inner.codes) > 1
                ):
                    codes = inner.codes
        persons = persons or self._head(token)
        return Side(persons, codes or self.codes_of(persons))

    def _head(self, token: Word) -> tuple[str, ...]:
        """Who leads a delegation: "une délégation conduite par le vice-président X"."""
        for verb in children(token, "acl"):
            if verb.low_lemma in self.words["led"]:
                for child in children(verb, "obl"):
                    found = self.actors.resolve(child) if marker(child) in self.grammar.agent else None
                    if found is not None and found.persons:
                        return found.persons
        return ()

    def _official(self, token: Word, mention: Mention) -> bool:
        """Whether a noun under a nationality is told of people who act for a side."""
        if token.pos_ != "NOUN" or token.low_lemma in self.words["delegates"]:
            return True
        own = self.actors.at(token.i)  # "the Russians", not the gas of "Russian gas"
        return own is not None and own.head == token.i and own.codes == mention.codes

    def human(self, token: Word) -> bool:
        """Whether a phrase names people, not a state as such."""
        mention = self.actors.resolve(token)
        if mention is None:
            return token.low_lemma in self.words["delegates"]
        if mention.persons or mention.how in ("title", "pronoun", "anaphor"):
            return True
        return token.low_lemma in self.words["delegates"] or (
            mention.how == "demonym" and self._official(token, mention)
        )

    def _chain(self, token: Word) -> list[Word]:
        """A phrase and those coordinated with it, less those under an adposition of partners of their own."""
        partners = self.words["with"]
        own = marker(token)
        out = [token]
        named = [
            c for name in children(token, "appos") if name.pos_ == "PROPN" for c in children(name, "conj")
        ]
        for child in (*children(token, "conj"), *named):
            if child.pos_ not in ("VERB", "AUX") and not (marker(child) in partners and own in partners):
                out.extend(self._chain(child))
        return sorted(out, key=lambda part: part.i)

    def codes_of(self, persons: tuple[str, ...]) -> tuple[str, ...]:
        """The states and organisations of named people."""
        return tuple(dict.fromkeys(code for person in persons for code in self.of.get(person, ())))

    def _speaker(self, token: Word) -> Side:
        """The side that says "we" or "our"."""
        if token.pos_ not in ("PRON", "DET") or "1" not in token.morph.get("Person"):
            return NOBODY
        said = self.speech.voice(token.i)
        if said is None or not said.speaker_of:
            return NOBODY
        named = tuple(said.speaker.split("; ")) if said.speaker and said.speaker != said.speaker_of else ()
        return Side(named, tuple(said.speaker_of.split("; ")))
