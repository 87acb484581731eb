"""Requests made by thanks: who "would be grateful if" another did a thing asks for it, and nobody is praised yet."""

import msgspec

from depeche.ontology import cameo
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children, finite
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.tenses import conditional, future_in_past
from depeche.understanding.acts.triggers import Trigger

THANKS = "praise"


def courteous(act: Act, grammar: Grammar) -> Act:
    """The act as a request, if it is thanks in the conditional ("saurait gré à X de bien vouloir …"); else as it is."""
    if act.status != "hypothetical" or not asks(act.trigger, grammar):
        return act
    return msgspec.structs.replace(
        act, frame=None, modality="appeal", code=cameo(None, "appeal"), status="occurred"
    )


def asks(trigger: Trigger, grammar: Grammar) -> bool:
    """Whether thanks are said in the conditional, and of what another might do."""
    if trigger.entry.frame != THANKS or trigger.entry.kind == "n":
        return False
    carrier = finite(trigger.carrier)
    if not conditional(carrier, grammar) or future_in_past(trigger.carrier, carrier):
        return False
    return not _done(trigger)


def _done(trigger: Trigger) -> bool:
    """Whether what one is thanked for is done already ("d'avoir libéré les otages")."""
    words = (word for argument in trigger.arguments for word in (argument.token, *argument.token.children))
    helping = (aux for word in words for aux in children(word, "aux"))
    return any(not {"Inf", "Ger", "Part"}.isdisjoint(aux.morph.get("VerbForm")) for aux in helping)
