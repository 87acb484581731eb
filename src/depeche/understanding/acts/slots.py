"""Filling the source and target of an act from its arguments."""

from depeche.ontology import Frame, frames
from depeche.ontology.frames import COLUMN
from depeche.syntax.arguments import Argument, arguments, governed, is_participle, is_passive
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word, Words
from depeche.understanding.acts.lexicon import Lexicon
from depeche.understanding.acts.parties import Party, Sides
from depeche.understanding.acts.reach import fills
from depeche.understanding.acts.triggers import Trigger
from depeche.understanding.acts.unnamed import aims, unnamed

# Frames of calls, which the press makes as well.
CONTACT = ("call",)

# Arguments in which nobody is acted on.
UNTOUCHED = ("subj", "control", "advcl", "ccomp", "xcomp")


class Slots:
    """Finds the sides of triggers; `sides` knows who is who in the text."""

    def __init__(self, lexicon: Lexicon, sides: Sides) -> None:
        self._lexicon = lexicon
        self._sides = sides
        self._aimed = lexicon.aimed - lexicon.grammar.of

    def source(self, trigger: Trigger) -> Party | None:
        """The party that acts, None if the words name none."""
        given = self._given(trigger)
        cued = given or self._sides.cued(trigger.token.i)
        if cued is not None:
            return cued
        slots = trigger.entry.source
        if trigger.entry.kind == "n" and "subj" not in slots and "speaker" not in slots:
            slots = ("subj", *slots)
        found = self._first(trigger, slots, besides=None, place=False)
        if found is None and "subj" in slots:
            found = self._first(trigger, ("control",), besides=None, place=False)
        if found is None and trigger.entry.kind == "n":
            found = self._agent_within(trigger)
        if found is None and trigger.entry.kind == "v" and "subj" in slots:
            found = self._to_the_left(trigger)
        if found is None and self._unsaid(trigger):
            found = self._sides.speaker(trigger.token.i)
        return found

    def _given(self, trigger: Trigger) -> Party | None:
        """Whose the deed or word is that somebody else only has or gets ("a obtenu la promesse de Berlin")."""
        if trigger.entry.kind != "n" or trigger.carrier.low_lemma not in self._lexicon.grammar.receiving:
            return None
        return self._first(trigger, trigger.entry.source, besides=None, place=False)

    def _to_the_left(self, trigger: Trigger) -> Party | None:
        """The nearest subject before a verb that the parser left without one ("le Mali, a-t-il dit, rappelle …")."""
        token = trigger.token
        if is_participle(token) and token.relation == "conj" and is_participle(token.head):
            return None  # "reconnu coupable de … et accusé de …": nobody says who accused
        bare = {"subj", "obj"} if is_passive(token, self._lexicon.grammar) else {"subj"}
        if governed(token, self._lexicon.grammar) or any(a.role in bare for a in trigger.arguments):
            return None
        for i in range(token.i - 1, token.sent.start - 1, -1):
            word = token.doc[i]
            if word.relation == "nsubj" and not (word.pos_ == "PRON" and word.text.startswith("-")):
                found = self._sides.party(word, place=False)
                if found is not None:
                    return found
        return None

    def _unsaid(self, trigger: Trigger) -> bool:
        """Whether a stance has no holder of its own, so that it is the speaker's ("il est inacceptable que …")."""
        entry = trigger.entry
        if not (_of_words(trigger) or entry.modality == "oblige"):
            return False
        if agentless(trigger):
            return False
        if entry.kind == "n" and (
            trigger.token.low_lemma in self._lexicon.comments or _known_of(trigger.token)
        ):
            return False  # "these allegations are groundless", "the veto is a shame": not the speaker's own
        own = {"det"} if entry.kind == "n" else {"subj", "control"} if "subj" in entry.source else set()
        return not any(
            a.role in own and (a.role != "det" or a.token.morph.get("Poss")) for a in trigger.arguments
        )

    def _agent_within(self, trigger: Trigger) -> Party | None:
        """The agent of a noun that the parser hung on one of its complements ("le viol d'une femme par X")."""
        for argument in trigger.arguments:
            if argument.role in ("nmod", "amod", "appos"):
                for token in argument.token.subtree:
                    if token.relation in ("nmod", "obl") and marker(token) in self._lexicon.grammar.agent:
                        return self._sides.party(token) or self._sides.inside(token)
        return None

    def target(self, trigger: Trigger, frame: Frame | None, source: Party | None) -> Party | None:
        """The party that is acted on, other than the source; a place's state for territorial frames."""
        if self.anybody(trigger):
            return None
        territorial = frame is not None and "territorial" in frame.traits
        found = self._first(trigger, trigger.entry.target, besides=source, place=True)
        found = found or self._under_participle(trigger, source)
        if found is None and trigger.entry.kind == "n":
            found = self._possessor(trigger, besides=source)
        if found is None and territorial:
            found = self._at(trigger, source)
        return found or self._in_matter(trigger, source)

    def addressee(self, trigger: Trigger, source: Party | None) -> Party | None:
        """The party in an operator's own slots, not one that what it speaks of names."""
        direct = (self._sides.party(argument.token) for argument in self._addressed(trigger))
        others = (party.without(source) for party in direct if party is not None)
        return next((party for party in others if party is not None), None)

    def _in_matter(self, trigger: Trigger, source: Party | None) -> Party | None:
        """The party named inside the object or another complement ("geler son aide à la Géorgie")."""
        grammar = self._lexicon.grammar
        for role in ("obj", "iobj", "nmod", "obl"):
            for argument in trigger.arguments:
                outside = argument.marker in grammar.occasion or argument.marker in grammar.place
                if argument.role != role or (role in ("nmod", "obl") and outside) or _reflexive(argument):
                    continue
                found = self._sides.inside(argument.token, besides=source, place=False)
                if found is not None:
                    return found
        return None

    def wished_of(self, trigger: Trigger, source: Party | None) -> Party | None:
        """The other side whose conduct is hoped for ("espère que X fera …"): a hope of that kind is an appeal."""
        for argument in trigger.arguments:
            if argument.role == "ccomp":
                wished = arguments(argument.token, self._lexicon.grammar)
                subjects = [a.token for a in wished if a.role == "subj"]
                found = self._sides.party(subjects[0], place=False) if subjects else None
                return found.without(source) if found and source else None
        return None

    def at_home(self, trigger: Trigger, source: Party | None) -> bool:
        """Whether words are said to who serves the speaker's own side ("a ordonné à l'armée de …")."""
        for argument in self._addressed(trigger) if source and trigger.entry.kind == "v" else ():
            found = self._sides.party(argument.token)
            serves = argument.token.low_lemma in self._lexicon.organs or self._sides.is_body(argument.token)
            if source and found and serves and set(found.codes) <= set(source.codes):
                return True
        return False

    def somebody(self, trigger: Trigger) -> bool:
        """Whether words name whom an act is aimed at, but no known side ("accuse un pays voisin de …")."""
        return any(
            argument.token.pos_ in ("NOUN", "PROPN") and self._sides.party(argument.token) is None
            for argument in self._addressed(trigger)
        )

    def by_the_press(self, trigger: Trigger) -> bool:
        """Whether it was a medium, or nobody told, that called or asked somebody ("joint par téléphone, X a dit …")."""
        frame = trigger.entry.frame
        if frame not in CONTACT and trigger.entry.modality not in ("appeal", "demand"):
            return False
        doers = [argument.token for argument in trigger.arguments if argument.role == "subj"]
        aside = trigger.entry.kind == "v" and is_participle(trigger.token)
        named = any(self._sides.party(token) for token in doers)  # "joint par téléphone": by nobody
        return any(map(self._sides.is_medium, doers)) or (aside and not named and frame in CONTACT)

    def anybody(self, trigger: Trigger) -> bool:
        """Whether an act is aimed at a side that its words leave open ("met en garde certains États contre …")."""
        return aims(trigger.entry) and any(
            unnamed(argument.token, self._lexicon.grammar) and self._sides.party(argument.token) is None
            for argument in self._addressed(trigger)
        )

    def _addressed(self, trigger: Trigger) -> list[Argument]:
        return [a for slot in trigger.entry.target for a in self.filling(trigger, slot) if a.role != "subj"]

    def happens_to(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether "de X" names where an act of force strikes, not who strikes ("le bombardement d'Alep")."""
        if trigger.entry.kind != "n" or "territorial" not in frame.traits or frame.codes["done"] < "16":
            return False
        owners = [a for a in trigger.arguments if a.role == "nmod" and a.marker in self._lexicon.grammar.of]
        named = [
            a for a in trigger.arguments if a.role in ("subj", "det", "amod") and self._sides.party(a.token)
        ]
        return not named and any(self._sides.is_city(a.token) for a in owners)

    def mutual(self, trigger: Trigger) -> bool:
        """Whether several do it to each of themselves ("accused each other", "expelled one another's envoys")."""
        if not _tells_mutual(trigger.token.doc, self._lexicon.grammar):
            return False
        below = (
            word
            for a in trigger.arguments
            if a.role not in UNTOUCHED
            for word in (a.token, *a.token.children)
        )
        verb = trigger.carrier
        beside = verb.doc[verb.i + 2 : min(verb.i + 3, verb.sent.end)] if verb.pos_ == "VERB" else ()
        return any(
            word.i and f"{word.nbor(-1).lower_} {word.lower_}" in self._lexicon.grammar.mutual
            for word in (*below, *beside)
        )

    def symmetric(self, trigger: Trigger) -> tuple[Party | None, Party | None]:
        """Both sides of a symmetric act: the first member, and the others joined."""
        members: list[Party] = []
        grammar = self._lexicon.grammar
        for argument in trigger.arguments:
            marked = (
                argument.marker in grammar.between
                or argument.marker in grammar.of
                or argument.marker in trigger.entry.target
            )
            if argument.role in ("subj", "det", "amod") or marked or argument.marker in trigger.entry.source:
                found = self._sides.party(argument.token) or self._sides.inside(argument.token)
                if found is not None:
                    members.append(found)
        members += [m for m in (self._side(trigger),) if m is not None]
        if not members:
            members = self._of_occasion(trigger)
        return _split(members)

    def _of_occasion(self, trigger: Trigger) -> list[Party]:
        """The sides of a meeting that is only the occasion of its clause ("lors d'un entretien, X et Y ont …")."""
        token = trigger.token
        verb = token.head
        if trigger.entry.kind != "n" or token.relation not in ("obl", "nmod", "advmod"):
            return []
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        subjects = [a.token for a in arguments(verb, self._lexicon.grammar) if a.role in ("subj", "control")]
        found = [self._sides.party(subject) for subject in subjects]
        return [party for party in found if party is not None and len(party.codes) > 1]

    def _side(self, trigger: Trigger) -> Party | None:
        for role in ("obj", "control"):
            if role in trigger.entry.target or role == "control":
                for argument in trigger.arguments:
                    if argument.role == role:
                        return self._sides.party(argument.token) or self._sides.inside(argument.token)
        return None

    def _first(
        self, trigger: Trigger, slots: tuple[str, ...], *, besides: Party | None, place: bool
    ) -> Party | None:
        # "la fin de ses échanges avec X": X is whom the act is aimed at, not who does it.
        aimed = self._aimed if trigger.entry.kind == "n" and not place else frozenset()
        for deep in (False, True):
            for slot in slots:
                if slot == "speaker" and (speaker := self._sides.speaker(trigger.token.i)):
                    return speaker
                for argument in self.filling(trigger, slot):
                    if besides is not None and _reflexive(argument):
                        continue
                    if slot == "subj" and not place and self._deed_speaks(trigger, argument):
                        continue
                    if slot == "subj" and not place and self._both_sides(trigger, argument):
                        continue
                    found = (
                        self._sides.inside(
                            argument.token, besides=besides, place=place or slot == "at", avoid=aimed
                        )
                        if deep
                        else self._sides.party(self._several(trigger, slot, argument), place=place)
                    )
                    rest = found.without(besides) if found else None
                    if rest is not None:
                        return rest
        return None

    def _deed_speaks(self, trigger: Trigger, argument: Argument) -> bool:
        """Whether a deed is the subject of words ("l'inculpation du président justifie …"): nobody says them."""
        if trigger.entry.kind != "v" or not _of_words(trigger):
            return False
        lemma = argument.token.low_lemma
        deed = any(e.kind == "n" and e.frame and not e.weight for e in self._lexicon.entries.get(lemma, ()))
        return deed and argument.token.pos_ == "NOUN" and not self._sides.heads(argument.token)

    def _several(self, trigger: Trigger, slot: str, argument: Argument) -> Word:
        """The word that names a side; of an object that is several sides', the first of these."""
        whole = slot == "obj" and trigger.entry.kind == "v"
        return (self._sides.owner(argument.token) if whole else None) or argument.token

    def _both_sides(self, trigger: Trigger, argument: Argument) -> bool:
        """Whether what two sides do to each other is the subject ("fighting between X and Y killed …"): neither does."""
        if trigger.entry.kind != "v" or _of_words(trigger) or argument.token.pos_ != "NOUN":
            return False
        entries = self._lexicon.entries.get(argument.token.low_lemma, ())
        mutual = any(e.kind == "n" and e.frame and "symmetric" in frames()[e.frame].traits for e in entries)
        between = any(marker(c) in self._lexicon.grammar.between for c in argument.token.children)
        return mutual and between and not self._sides.heads(argument.token)

    def filling(self, trigger: Trigger, slot: str) -> list[Argument]:
        """The arguments of a trigger that stand in a slot of its entry."""
        if slot == "poss":
            return [a for a in trigger.arguments if a.role in ("det", "amod")]
        if slot == "between":
            return [a for a in trigger.arguments if a.marker in self._lexicon.grammar.between]
        if slot == "at":
            return [
                a
                for a in trigger.arguments
                if a.role in ("obl", "nmod") and a.marker in self._lexicon.grammar.place
            ]
        return [a for a in trigger.arguments if fills(a, slot)]

    def _under_participle(self, trigger: Trigger, source: Party | None) -> Party | None:
        """Whom a participle beside a noun says that it is aimed at ("les sanctions visant la Russie")."""
        nouns = [trigger.token, *(trigger.token.doc[i] for i in trigger.used)]
        nouns += [argument.token for argument in trigger.arguments if argument.role == "obj"]
        for clause in (c for noun in nouns if noun.pos_ == "NOUN" for c in children(noun, "acl")):
            if clause.low_lemma in self._lexicon.grammar.aiming:
                for aim in children(clause, "obj", "iobj", "obl"):
                    found = self._sides.party(aim) or self._sides.inside(aim)
                    rest = found.without(source) if found else None
                    if rest is not None:
                        return rest
        return None

    def _possessor(self, trigger: Trigger, *, besides: Party | None) -> Party | None:
        """For a noun: a second nationality or "de X" beside the source ("l'aide suisse au Mali")."""
        for argument in trigger.arguments:
            if argument.role in ("nmod", "amod", "iobj"):
                found = self._sides.party(argument.token)
                rest = found.without(besides) if found else None
                if rest is not None:
                    return rest
        return None

    def _at(self, trigger: Trigger, source: Party | None) -> Party | None:
        places = self.filling(trigger, "at")
        for argument in places:
            found = self._sides.inside(argument.token, besides=source)
            if found is not None:
                return found
        for token in trigger.token.subtree:
            if token.i > trigger.token.i and marker(token) in self._lexicon.grammar.place:
                found = self._sides.party(token)
                rest = found.without(source) if found else None
                if rest is not None:
                    return rest
        return None

    def a_thing(self, trigger: Trigger) -> bool:
        """Whether what goes somewhere is a thing of some country ("Russian gas arrived"), or sent there to serve."""
        goers = [a.token for a in trigger.arguments if a.role == "subj"] if trigger.entry.kind == "v" else []
        posted = self._lexicon.posted
        return bool(goers) and all(t.low_lemma in posted or self._sides.only_of(t) for t in goers)


def _known_of(noun: Word) -> bool:
    """Whether a noun is what a clause is about, as something that is known."""
    return noun.relation == "nsubj" and any("Def" in d.morph.get("Definite") for d in children(noun, "det"))


def _of_words(trigger: Trigger) -> bool:
    """Whether an act is one of words: an appeal, a promise, a judgement."""
    frame = frames().get(trigger.entry.frame or "")
    return trigger.entry.modality in COLUMN or (frame is not None and "verbal" in frame.traits)


def _reflexive(argument: Argument) -> bool:
    """Whether an argument is who acts, not who is acted on ("align themselves with")."""
    return "Yes" in argument.token.morph.get("Reflex")


def _split(members: list[Party]) -> tuple[Party | None, Party | None]:
    codes: list[str] = []
    persons: list[str] = []
    for member in members:
        codes += [code for code in member.codes if code not in codes]
        persons += [person for person in member.persons if person not in persons]
    if not codes:
        return None, None
    spans = {code: m.span for m in reversed(members) for code in m.codes}
    first = Party((codes[0],), tuple(persons[:1]), spans[codes[0]])
    rest = Party(tuple(codes[1:]), tuple(persons[1:]), spans[codes[1]]) if len(codes) > 1 else None
    return first, rest


def agentless(trigger: Trigger) -> bool:
    """Whether a participle tells of its noun what was done with it, not by whom ("des engagements pris")."""
    token = trigger.token
    if trigger.entry.kind != "v" or not is_participle(token) or token.relation not in ("acl", "amod"):
        return False
    return not any(argument.role == "subj" for argument in trigger.arguments)


def _tells_mutual(doc: Words, grammar: Grammar) -> bool:
    """Whether a text has the second word of what tells that several do a thing to each other."""
    found: bool | None = doc.memory.get(_tells_mutual)
    if found is None:
        found = not {phrase.split(" ")[-1] for phrase in grammar.mutual}.isdisjoint(doc.columns.low)
        doc.memory[_tells_mutual] = found
    return found
