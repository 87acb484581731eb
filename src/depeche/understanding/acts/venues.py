"""Assemblies and summits as the places where words are said: they are no sides of what is said there."""

from depeche.knowledge import world
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import marker
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party

# Kinds of bodies in which others speak, and those that act as one besides.
STAGES = ("forum", "organ")
GATHERED = (*STAGES, "organisation", "alliance")


def stages(party: Party) -> bool:
    """Whether a side is nothing but a place to speak, which nobody may be guessed to deal with."""
    return _all(party, STAGES)


def named_at(party: Party | None, parse: Parse, actors: Actors) -> Word | None:
    """The head of the words that name a side, in the phrase that it was found in."""
    inside = parse.tokens(party.span) if party is not None and party.span is not None else ()
    for word in inside:
        mention = actors.at(word.i)
        if mention is not None and party is not None and set(mention.codes) & set(party.codes):
            return parse.doc[mention.head]
    return None


def spoken_at(act: Act, head: Word | None, grammar: Grammar) -> bool:
    """Whether the target of words is only where they were said ("denounced the plan at the General Assembly")."""
    if act.target is None or not _all(act.target, GATHERED):
        return False
    while (
        head is not None
        and not marker(head)
        and head.head.i != head.i
        and head.head.pos_ in ("NOUN", "PROPN")
    ):
        head = head.head  # "at the G20 | summit"
    if head is None or marker(head) not in grammar.venue:
        return False
    others = [a for a in act.trigger.arguments if a.role == "obj" and a.token.i not in act.trigger.used]
    return bool(others) or all(a.token.i != head.i for a in act.trigger.arguments)


def _all(party: Party, kinds: tuple[str, ...]) -> bool:
    found = [world().organisation(code) for code in party.codes]
    return bool(found) and all(body is not None and body.kind in kinds for body in found)
