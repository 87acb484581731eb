"""The words that name the sides of an act, also where they name no state: "police", "the two reporters".

A side that was found keeps the words that name it, the nearest that are no pronoun in its sentence; the phrase
that it was found in goes with them ("a court in Minsk"). A side that no code is known for, or that is the
state itself because the act is its own affair, is named by the phrase that stands in the act's slot.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from depeche.record import Span
from depeche.syntax.arguments import Argument, arguments
from depeche.syntax.parse import Parse
from depeche.syntax.trees import marker
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.lexicon import Lexicon
from depeche.understanding.acts.parties import Party, Sides
from depeche.understanding.acts.slots import Slots
from depeche.understanding.acts.unnamed import unnamed
from depeche.understanding.times import Times

NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ", "SYM")
CLAUSES = frozenset({"acl", "advcl", "parataxis", "ccomp"})
# What a noun's phrase does not begin with.
LEADING = frozenset({"case", "mark", "cc", "punct", "advmod"})
# Where the one who is acted on stands when the entry's own slots are empty, the likeliest first.
UNDERGOING = ("obj", "iobj", "nmod", "obl")
# Acts of the state at home that are done to somebody, not only decreed.
COERCED = ("17",)


class Worded:
    """Finds the words of sides in one parse."""

    def __init__(
        self,
        parse: Parse,
        actors: Actors,
        times: Times,
        slots: Slots,
        sides: Sides,
        lexicon: Lexicon,
    ) -> None:
        self._parse = parse
        self._slots = slots
        self._sides = sides
        self._grammar = lexicon.grammar
        self._aimed = lexicon.aimed
        self._nouns = lexicon.actors
        self._actors = actors
        self._timed = {t.i for row in times.rows for span in row.evidence for t in parse.tokens(span)}
        self._named: dict[tuple[str, ...], list[Span]] = {}
        self._pronouns: set[int] = set()
        for mention in actors.mentions:
            at = parse.span(mention.first, mention.last)
            if mention.how == "pronoun":
                self._pronouns.update(range(*at))
            else:
                self._named.setdefault(mention.codes, []).append(at)

    def act(self, act: Act) -> Act:
        """The act with the words of its sides, and so the acts in its content."""
        content = tuple(self.act(inner) for inner in act.content)
        doers, others = self._doers(act), self._others(act)
        speaker = self._speaker(act) if act.source is None and not doers else None
        source, target = self._side(act.source, doers, act), self._side(act.target, others, act)
        if target is None:
            inside = (inner.target_words for inner in content if inner.target_words)
            target = next(inside, None) or self._side(None, self._of_content(act), act)
        told = act.trigger.carrier.pos_ in ("VERB", "AUX")
        said = self._sides.voice(act.trigger.token.i)
        told = told and (said is None or said.mode != "direct")
        doer = bool(doers) and doers[0].role == "subj" and self._somebody(doers[0])
        other = told and act.target is None and bool(others) and self._somebody(others[0])
        return msgspec.structs.replace(
            act,
            source_words=source or speaker,
            target_words=target,
            content=content,
            unnamed=act.source is None and told and (doer or speaker is not None),
            unnamed_other=other,
        )

    def _speaker(self, act: Act) -> Span | None:
        """The words of a speaker without a code who tells of their own deed ("the miners said they would …")."""
        said = self._sides.voice(act.trigger.token.i)
        own = any(a.role == "subj" and a.token.pos_ == "PRON" for a in act.trigger.arguments)
        return said.speaker_span if said is not None and own and not said.speaker_of else None

    def _somebody(self, argument: Argument) -> bool:
        """Whether an argument is somebody without a code: a name that no table has, people or a body."""
        token = argument.token
        known = self._actors.at(token.i)
        if token.pos_ == "PROPN":
            return token.text[:1].isupper() and (known is None or not known.codes)
        if {token.low_lemma, token.lower_} & self._nouns:
            return True
        several = "Plur" in token.morph.get("Number")  # "des pays voisins"; one may be a person ("un voisin")
        return several and unnamed(token, self._grammar) and self._sides.party(token) is None

    def _side(self, party: Party | None, slots: Sequence[Argument], act: Act) -> Span | None:
        """The words of a side with the phrase that they stand in; else the phrase in the slot of the act."""
        at = self._unpronouned(party, act) if party is not None else None
        if at is None:
            return self._phrase(slots[0].token) if slots else None
        for slot in slots:
            whole = self._parse.span(slot.token.left_edge.i, slot.token.right_edge.i)
            if whole[0] < at[1] and at[0] < whole[1]:
                around = self._phrase(slot.token)
                return min(at[0], around[0]), max(at[1], around[1])
        direct = (
            [slot for slot in slots if slot.role == "obj"] if act.trigger.entry.target[:1] == ("obj",) else []
        )
        return self._phrase(direct[0].token) if direct else at

    def _unpronouned(self, party: Party, act: Act) -> Span | None:
        """The words of a side; where they are a pronoun, the last words before that name it in its sentence."""
        if party.span is None or party.span[0] not in self._pronouns:
            return party.span
        start = self._parse.start[act.trigger.token.sent.start]
        named = [at for at in self._named.get(party.codes, ()) if start <= at[0] < party.span[0]]
        return named[-1] if named else party.span

    def _doers(self, act: Act) -> list[Argument]:
        slots = act.trigger.entry.source
        return self._standing(act, [a for s in slots for a in self._slots.filling(act.trigger, s)])

    def _others(self, act: Act) -> list[Argument]:
        """Who may be acted on, the likeliest first: by the slots of the entry in their order, a mere place last."""
        trigger, place = act.trigger, self._grammar.place - self._aimed
        slotted = [a for slot in trigger.entry.target for a in self._slots.filling(trigger, slot)]
        if not any(a.marker for a in slotted):
            slotted = [*self._hung_low(act), *slotted]
        rest = [a for role in UNDERGOING for a in trigger.arguments if a.role == role and a not in slotted]
        measured = act.has("domestic") and not act.code.startswith(COERCED)  # "lifted the curfew": of nobody
        used = frozenset[int]() if not measured else frozenset(trigger.used)
        named = [a for a in slotted if a.token.i not in used and self._stands(a.token, act)]
        aimed = [a for a in rest if not a.marker or a.marker in self._aimed]
        return [*named, *self._standing(act, [*aimed, *(a for a in rest if a.marker in place)])]

    def _hung_low(self, act: Act) -> Iterator[Argument]:
        """Complements that the entry asks for but the parser hung on the object ("returned a mask | to X")."""
        slots = set(act.trigger.entry.target)
        for argument in act.trigger.arguments:
            if argument.role == "obj":
                for word in argument.token.subtree:
                    if word.i > argument.token.i and marker(word) in slots and word.pos_ in NOMINAL:
                        yield Argument(word, "obl", marker(word))

    def _of_content(self, act: Act) -> list[Argument]:
        """Who may be acted on by what an operator speaks of, where no entry knows its verb ("agreed to fund X")."""
        verbs = [
            a.token
            for a in act.trigger.arguments
            if a.role in ("xcomp", "ccomp") and act.trigger.entry.modality
        ]
        inner = [a for verb in verbs for a in arguments(verb, self._grammar) if a.role in UNDERGOING]
        return self._standing(act, sorted(inner, key=lambda a: a.marker in self._grammar.place))

    def _standing(self, act: Act, found: Iterable[Argument]) -> list[Argument]:
        """The arguments that are nouns of their own, and no part of the trigger."""
        return [a for a in found if a.token.i not in act.trigger.used and self._stands(a.token, act)]

    def _stands(self, token: Word, act: Act) -> bool:
        """Whether a word is a noun beside the trigger, and no time."""
        return token.i != act.trigger.token.i and token.i not in self._timed and token.pos_ in NOMINAL

    def _phrase(self, head: Word) -> Span:
        """The characters of a noun with what belongs to it, up to the first clause that hangs on it."""
        first, last = head.left_edge.i, head.right_edge.i
        for word in head.subtree:
            if word.i > head.i and (word.relation in CLAUSES or word.i in self._timed):
                last = min(last, max(head.i, word.left_edge.i - 1))
        words = self._parse.doc
        while first < head.i and words[first].relation in LEADING:
            first += 1
        while last > head.i and not words[last].text[-1].isalnum():
            last -= 1
        return self._parse.span(first, last)
