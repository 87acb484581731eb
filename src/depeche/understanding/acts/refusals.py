"""Refusals told by a negation alone: who "will not lift" sanctions refuses to, who "does not recognise" a state too.

A helpful act that its doer will not do is refused; a hostile one that will not be done is only denied, and a visit
or a meeting that will not take place is called off, not refused. What one is for or against is told in the present.
"""

import msgspec

from depeche.ontology import cameo
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import finite
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.tenses import conditional, future, future_in_past

# The codes of what helps another side; what follows them harms or does without it.
HELPFUL = ("04", "05", "06", "07", "08")
# Comings together that are on or off; only talks can be refused.
DATES = frozenset({"call", "visit", "host", "meet"})


def refused(act: Act, grammar: Grammar) -> Act:
    """The act as a refusal, if its words tell that its source will not do it; else the act as it is."""
    if act.status != "denied" or not _helps(act):
        return act
    verb = act.trigger.carrier
    told = act.trigger.entry.negated == "refuse" or (act.has("supports") and _present(verb))
    if not (told or to_come(verb, grammar)):
        return act
    return msgspec.structs.replace(
        act, modality="refuse", code=cameo(act.frame, "refuse"), status="occurred", symmetric=False
    )


def forsworn(act: Act, grammar: Grammar) -> bool:
    """Whether a side says that it will not do a thing, be it helpful or hostile ("will not resort to force")."""
    untold = act.status == "denied" and act.modality is None
    return (
        (untold or act.modality == "refuse")
        and act.trigger.entry.modality is None
        and to_come(act.trigger.carrier, grammar)
    )


def to_come(verb: Word, grammar: Grammar) -> bool:
    """Whether a clause is told in the future, or in what a report makes of it."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    carrier = finite(verb)
    return future(carrier, grammar) or (conditional(carrier, grammar) and future_in_past(verb, carrier))


def _present(verb: Word) -> bool:
    """Whether a clause is told in the present: who "does not back" a thing is against it, who "did not" need not be."""
    mood = finite(verb).morph
    return verb.pos_ in ("VERB", "AUX") and "Pres" in mood.get("Tense") and "Fin" in mood.get("VerbForm")


def _helps(act: Act) -> bool:
    return act.frame is not None and act.code.startswith(HELPFUL) and act.frame.name not in DATES
