"""Those who do as another does: "X welcomed the truce, as did Y and Z" tells it of Y and Z as well."""

from collections.abc import Iterable, Iterator

import msgspec

from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Sides


def likewise(acts: Iterable[Act], parse: Parse, sides: Sides, grammar: Grammar) -> Iterator[Act]:
    """The acts, each followed by the same act of those who are said to do as its doer."""
    for act in acts:
        yield act
        if act.trigger.entry.kind != "v" or act.symmetric or act.source is None:
            continue
        for verb in children(act.trigger.carrier, "advcl"):
            marks = {mark.low_lemma for mark in children(verb, "mark")}
            if not {f"{mark} {verb.low_lemma}" for mark in marks} & grammar.likewise:
                continue
            doers = [word for word in children(verb, "nsubj", "obj") if word.i > verb.i]
            party = sides.party(doers[0], place=False) if doers else None
            party = party.without(act.source) if party is not None else None
            if party is not None:
                trigger = msgspec.structs.replace(act.trigger, token=verb)
                at = parse.span(verb.i, verb.i)
                yield msgspec.structs.replace(act, trigger=trigger, source=party, span=at, date=None)
