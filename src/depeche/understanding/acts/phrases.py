"""The words that tell what an act is about."""

from depeche.record import Span
from depeche.syntax.parse import Parse
from depeche.syntax.trees import base, subtree_span
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act

LONGEST = 24


def phrase(parse: Parse, act: Act) -> Span | None:
    """Characters of the phrase that an act is about: its matter, else its content, else its object or target."""
    trigger = act.trigger
    slots = (
        (*trigger.entry.matter, *trigger.entry.content) if trigger.entry.modality else trigger.entry.matter
    )
    for slot in (*slots, *trigger.entry.target, "xcomp", "ccomp", "obj", "nmod"):
        for argument in trigger.arguments:
            if slot in (argument.role, argument.marker) and argument.role not in ("subj", "control", "det"):
                if argument.token.i == trigger.token.i or argument.token.is_ancestor(trigger.token):
                    continue
                return words_of(parse, argument.token)
    return None


def words_of(parse: Parse, token: Word) -> Span:
    """Characters of the phrase that a token heads, without its marker, and for a verb without what is coordinated."""
    first, last = subtree_span(
        token, without=frozenset({"parataxis", "conj", "cc"} if token.pos_ == "VERB" else ())
    )
    while first < last and (
        parse.doc[first].pos_ in ("ADP", "PUNCT", "SCONJ") or base(parse.doc[first]) == "mark"
    ):
        first += 1
    while last > first and parse.doc[last].is_punct:
        last -= 1
    return parse.span(first, min(last, first + LONGEST - 1))


def codes(parse: Parse, actors: Actors, span: Span, *besides: str) -> tuple[str, ...]:
    """The codes of all actors named inside a span, in the order of the text, without those of `besides`."""
    out: list[str] = []
    for token in parse.tokens(span):
        mention = actors.at(token.i)
        if mention is not None:
            out.extend(code for code in mention.codes if code not in out and code not in besides)
    return tuple(out)
