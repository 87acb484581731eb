"""Where in the text an act stands, and when and where it took place."""

from depeche.ontology import frames
from depeche.record import Span
from depeche.syntax.arguments import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children
from depeche.understanding.actors import Actors
from depeche.understanding.acts.due import holds
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


def where(trigger: Trigger, grammar: Grammar, actors: Actors, parse: Parse) -> str | None:
    """The place as worded, where an adposition of place names one; else None."""
    frame = frames().get(trigger.entry.frame or "")
    words = trigger.entry.modality is not None or (frame is not None and "verbal" in frame.traits)
    addressed = frozenset(trigger.entry.target) if words else frozenset[str]()
    for argument in trigger.arguments:
        if argument.marker in addressed:
            continue  # "called on Israel": to whom, not where
        if argument.role in ("obl", "nmod") and argument.marker in grammar.place:
            mention = actors.at(argument.token.i)
            if mention is not None and mention.how == "place":
                return parse.words(parse.span(mention.first, mention.last))
    return None


def span(trigger: Trigger, parse: Parse) -> Span:
    """Characters of the trigger with its auxiliaries and clitics."""
    token = trigger.token
    first = min([c.i for c in children(token, "aux", "expl") if c.i < token.i] + [token.i])
    return parse.span(first, token.i)
