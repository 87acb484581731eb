"""Resolves: what a side says it will do, by the future tense alone, whatever the verb.

"Le Maroc portera à cinquante le nombre de bourses", "nous continuerons de …": no entry of the lexicon knows
these verbs, but who speaks so of their own side binds it. States that one is in and things that befall one
(the grammar's `stative`) are no resolves, nor is what a speaker foretells of others. Where an entry knows the
verb, a favour that is to come is a promise of it; what a speaker will do under a condition is promised, or
threatened if it harms.
"""

from collections.abc import Collection, Iterator

import msgspec

from depeche.ontology import cameo
from depeche.record.tables import Strength
from depeche.syntax.arguments import arguments, is_passive
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children, finite
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.binding import resolved
from depeche.understanding.acts.hypotheses import conditioned, supposed, timed
from depeche.understanding.acts.lexicon import Entry
from depeche.understanding.acts.parties import Party, Sides
from depeche.understanding.acts.tenses import conditional, future, future_in_past, question
from depeche.understanding.acts.triggers import Trigger
from depeche.understanding.acts.voices import Voices

ENTRY = Entry(
    file="grammar", on="future", order=-1, lemma="", kind="v", reflexive=False, conditions=(), frame="comment",
    modality=None, source=("subj",), target=(), matter=(), content=(), strength=None, stance=None, negated=None,
    examples=(), near=(), weight=0.0,
)  # fmt: skip


# Roots of what one does for another.
FAVOURS = ("05", "06", "07", "08")
# Favours that are announced by a plan, not by a promise.
PLANNED = frozenset({"sign", "agree"})
# From this code on acts harm another side.
HARM = "15"


class Futures:
    """Finds resolves among the verbs of a text."""

    def __init__(self, parse: Parse, grammar: Grammar, sides: Sides, voices: Voices) -> None:
        self._parse = parse
        self._grammar = grammar
        self._sides = sides
        self._voices = voices

    def find(
        self, known: Collection[int], binding: Collection[int]
    ) -> Iterator[tuple[Trigger, Party, Strength]]:
        """The verbs that resolve, who is bound, and how far; words that tell `known` acts are left to those.

        What stands in the content of `binding` words is bound by those ("assured that it would pay").
        """
        doc = self._parse.doc
        for token in [doc[i] for i, pos in enumerate(doc.columns.pos) if pos in ("VERB", "AUX")]:
            if token.i in known or self._parse.in_title(token.i):
                continue
            if not self._ahead(token) or any(t.i in known for t in children(token, "xcomp")):
                continue
            if token.relation == "ccomp" and token.head.i in binding:
                continue
            args = tuple(arguments(token, self._grammar))
            bound = self._bound(token, [a.token for a in args if a.role == "subj"])
            if bound is not None:
                party, strength = bound
                how: Strength = "conditional" if conditioned(token, self._grammar) else strength
                yield Trigger(token, ENTRY, args, token, ()), party, how

    def promised(self, act: Act) -> Act:
        """The act, marked where its source says that it will do another a favour: that promises it.

        Under a condition only a speaker's own words do ("if X withdraws, we will"), and what harms threatens then.
        """
        verb = act.trigger.carrier
        if act.modality is not None or act.frame is None or verb.pos_ == "NOUN" or not self._ahead(verb):
            return act
        ahead = act.status == "planned"
        if not ahead and (act.status != "hypothetical" or not conditioned(verb, self._grammar)):
            return act
        favour = act.code.startswith(FAVOURS) and act.frame.name not in PLANNED
        bound = self._bound(verb, [a.token for a in act.trigger.arguments if a.role == "subj"])
        if bound is None or not (ahead or bound[1] == "pledged"):
            return act
        if favour:
            return msgspec.structs.replace(act, promised=True)
        threat = not ahead and act.code >= HARM and act.target is not None
        return self._threatened(act) if threat else act

    def _threatened(self, act: Act) -> Act:
        code = cameo(act.frame, "threaten")
        return msgspec.structs.replace(
            act, modality="threaten", code=code, status="occurred", symmetric=False
        )

    def _ahead(self, verb: Word) -> bool:
        """Whether a verb tells what its subject is to do."""
        carrier = finite(verb)
        ahead = future(carrier, self._grammar) or (
            conditional(carrier, self._grammar) and future_in_past(verb, carrier)
        )
        if not ahead or verb.lemma_ in self._grammar.stative or children(verb, "cop"):
            return False
        if verb.relation in ("acl", "advcl") or is_passive(verb, self._grammar):
            return False
        apart = supposed(verb, self._grammar) or timed(verb, self._grammar)
        return not apart and not question(verb)

    def _bound(self, verb: Word, subjects: list[Word]) -> tuple[Party, Strength] | None:
        """The side that is bound: the speaker's own, or in the narrator's voice whoever is told of."""
        able = (s for s in subjects if not self._sides.only_of(s))
        party = next((p for p in (self._sides.party(s, place=False) for s in able) if p), None)
        if party is None or self._voices.of(party) != party:
            return None
        strength = resolved(party.codes, self._sides.voice(verb.i))
        return (party, strength) if strength else None
