"""Where in the text an act stands, and when and where it took place."""

from depeche.record import Span
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children
from depeche.understanding.actors import Actors, Mention
from depeche.understanding.acts.due import holds
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.triggers import Trigger
from depeche.understanding.times import TimeExpression, Times


def when(trigger: Trigger, modality: str | None, times: Times, parse: Parse) -> TimeExpression | None:
    """When an act took place; what is asked for or promised has a day of its own, which is not the asking's."""
    time = times.near(trigger.carrier) or times.near(trigger.token)
    if time is None or modality is None or time.first is None:
        return time
    word = parse.doc[time.first]
    contents = [a.token for a in trigger.arguments if a.role in ("xcomp", "ccomp", "obj")]
    inside = (c for c in contents if c.i == word.i or c.is_ancestor(word))
    return None if any(holds(c, time) for c in inside) else time


def where(
    trigger: Trigger, grammar: Grammar, actors: Actors, parse: Parse, addressed: Party | None
) -> str | None:
    """The place as worded, where an adposition of place names one that is not `addressed`; else None."""
    for argument in trigger.arguments:
        if argument.role in ("obl", "nmod") and argument.marker in grammar.place:
            mention = actors.at(argument.token.i)
            if mention is not None and mention.how == "place":
                at = parse.span(mention.first, mention.last)
                if addressed is None or not _names(addressed, mention, at):
                    return parse.words(at)
    return None


def _names(party: Party, mention: Mention, at: Span) -> bool:
    """Whether a place is the party itself ("called on Israel": to whom, not where)."""
    among = party.span is not None and party.span[0] < at[1] and at[0] < party.span[1]
    return among and not set(party.codes).isdisjoint(mention.codes)


def span(trigger: Trigger, parse: Parse) -> Span:
    """Characters of the trigger with its auxiliaries and clitics."""
    token = trigger.token
    first = min([c.i for c in children(token, "aux", "expl") if c.i < token.i] + [token.i])
    return parse.span(first, token.i)
