"""How real an act is left by the words beside it: adjectives, denied charges, refusals that wait for it."""

from collections.abc import Mapping

from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import ancestors, children, infinitive
from depeche.syntax.words import Word
from depeche.understanding.acts.factuality import Status, combine, denied, status
from depeche.understanding.acts.hypotheses import timed
from depeche.understanding.acts.operators import SHADES
from depeche.understanding.acts.triggers import Trigger

# Operators under which a thing that is waited for is a condition: nobody says that it will be.
WITHHELD = ("refuse", "deny", "fail")
STEPS = 3


def shaded(trigger: Trigger, triggers: Mapping[int, Trigger], grammar: Grammar) -> Status:
    """The status of a trigger by its clause, its adjectives and what waits for it."""
    own = status(trigger, grammar)
    if trigger.entry.kind == "a" and own == "occurred" and _meant(trigger.token):
        return "hypothetical"
    if trigger.entry.kind == "n":
        return _qualified(trigger, own, triggers)
    return "hypothetical" if own == "planned" and _unmet(trigger, triggers, grammar) else own


def _qualified(trigger: Trigger, own: Status, triggers: Mapping[int, Trigger]) -> Status:
    """The status of a noun under its adjectives ("prochaine visite", "éventuelles sanctions")."""
    for child in children(trigger.token, "amod", "acl"):
        adjective = triggers.get(child.i)
        shade = SHADES.get(adjective.entry.modality or "") if adjective else None
        if shade is not None:
            own = combine(shade, own)
    return own


def _meant(adjective: Word) -> bool:
    """Whether an adjective is of a thing that somebody only means to make ("to build a constructive relationship")."""
    while adjective.relation == "conj" and adjective.head.i != adjective.i:
        adjective = adjective.head
    noun = adjective.head
    if adjective.relation != "amod" or noun.relation not in ("obj", "obl"):
        return False
    return infinitive(noun.head) and noun.head.relation in ("xcomp", "acl", "advcl", "ccomp")


def _unmet(trigger: Trigger, triggers: Mapping[int, Trigger], grammar: Grammar) -> bool:
    """Whether a refusal waits for it ("refused to talk before X withdraws", "will not go until X pays")."""
    verb = trigger.carrier
    if not timed(verb, grammar):
        return False
    above = [verb.head, *list(ancestors(verb.head))[:STEPS]]
    operators = (triggers.get(word.i) for word in above)
    return denied(verb.head, grammar) or any(
        o is not None and o.entry.modality in WITHHELD for o in operators
    )


def charged(above: Trigger | None, grammar: Grammar) -> Status:
    """How real a charge leaves what it tells: as told, but only a supposition where it was not made."""
    return "occurred" if above is None or status(above, grammar) == "occurred" else "hypothetical"
