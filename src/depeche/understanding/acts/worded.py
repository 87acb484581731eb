"""The words that name the sides of an act, also where they name no state: "police", "the two reporters".

A side that was found keeps the words that name it, the nearest that are no pronoun in its sentence; the phrase
that it was found in goes with them ("a court in Minsk"). A side that no code is known for, or that is the
state itself because the act is its own affair, is named by the phrase that stands in the act's slot.
"""

from collections.abc import Iterable, Sequence

import msgspec

from depeche.record import Span
from depeche.syntax.arguments import Argument, Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import base
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.slots import Slots
from depeche.understanding.times import Times

NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ", "SYM")
CLAUSES = frozenset({"acl", "advcl", "parataxis", "ccomp"})
# What a noun's phrase does not begin with.
LEADING = frozenset({"case", "mark", "cc", "punct", "advmod"})
# Where the one who is acted on stands when the entry's own slots are empty, the likeliest first.
UNDERGOING = ("obj", "iobj", "nmod", "obl")
BACK = 40  # tokens


class Worded:
    """Finds the words of sides in one parse."""

    def __init__(
        self,
        parse: Parse,
        actors: Actors,
        times: Times,
        slots: Slots,
        grammar: Grammar,
        aimed: frozenset[str],
    ) -> None:
        self._parse = parse
        self._slots = slots
        self._grammar = grammar
        self._aimed = aimed
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
        source = self._side(act.source, self._doers(act), act)
        target = self._side(act.target, self._others(act), act)
        if target is None:
            target = next((inner.target_words for inner in content if inner.target_words), None)
        return msgspec.structs.replace(act, source_words=source, target_words=target, content=content)

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
        return self._phrase(slots[0].token) if slots and slots[0].role == "obj" else at

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
        """Who may be acted on, the likeliest first; a place last, after the words that the entry itself asks for."""
        trigger = act.trigger
        slotted = [a for slot in trigger.entry.target for a in self._slots.filling(trigger, slot)]
        rest = [a for role in UNDERGOING for a in trigger.arguments if a.role == role and a not in slotted]
        aimed = [a for a in rest if not a.marker or a.marker in self._aimed]
        at = [a for a in rest if a.marker in self._grammar.place and a not in aimed]
        asked = [] if act.has("domestic") else [a for a in slotted if a.token.i in trigger.used]
        return [*self._standing(act, [*slotted, *aimed]), *asked, *self._standing(act, at)]

    def _standing(self, act: Act, arguments: Iterable[Argument]) -> list[Argument]:
        """The arguments that are nouns of their own: no part of the trigger, and no time."""
        used = {act.trigger.token.i, *act.trigger.used}
        return [
            a
            for a in arguments
            if a.token.i not in used and a.token.i not in self._timed and a.token.pos_ in NOMINAL
        ]

    def _phrase(self, head: Word) -> Span:
        """The characters of a noun with what belongs to it, up to the first clause that hangs on it."""
        first, last = head.left_edge.i, head.right_edge.i
        for word in head.subtree:
            if word.i > head.i and (base(word) in CLAUSES or word.i in self._timed):
                last = min(last, max(head.i, word.left_edge.i - 1))
        words = self._parse.doc
        while first < head.i and base(words[first]) in LEADING:
            first += 1
        while last > head.i and not words[last].text[-1].isalnum():
            last -= 1
        return self._parse.span(first, last)
