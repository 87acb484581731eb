"""The words that tell what an act is about."""

from depeche.record import Span
from depeche.syntax.arguments import Argument
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import below, children, marker, subtree_span
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act

LONGEST = 24
# Operators whose subject is who is bound, never what they are about.
BINDING = ("intend", "promise", "offer", "accept")
# What may open a clause before its verb.
OPENING = ("obl", "nmod", "advmod", "advcl")
# What hangs on a verb without being part of what it says is done.
OUTSIDE = ("parataxis", "conj", "cc", "punct")


def phrase(parse: Parse, act: Act) -> Span | None:
    """Characters of the phrase that an act is about: its matter, else its content, else its object or target."""
    trigger = act.trigger
    slots = (
        (*trigger.entry.matter, *trigger.entry.content) if trigger.entry.modality else trigger.entry.matter
    )
    clauses = (
        ("xcomp", "ccomp") if act.modality in BINDING else ()
    )  # before "à Colombo" of "s'engage, à Colombo, à"
    for slot in (*clauses, *slots, *trigger.entry.target, "xcomp", "ccomp", "obj", "nmod"):
        for argument in trigger.arguments:
            if slot in (argument.role, argument.marker) and _about(
                parse, act, argument, asked=slot in slots and act.modality not in BINDING
            ):
                return words_of(parse, argument.token)
    after = children(trigger.carrier, "parataxis") if act.modality == "promise" else []
    said = [
        clause for clause in after if ":" in (clause.left_edge.text, clause.doc[clause.left_edge.i - 1].text)
    ]
    return words_of(parse, said[0]) if said else None  # "j'ai la parole de X : ils seront libres"


def _about(parse: Parse, act: Act, argument: Argument, *, asked: bool) -> bool:
    """Whether an argument can tell what an act is about: not who does it, no clitic, no opening adjunct."""
    trigger, token, verb = act.trigger, argument.token, act.trigger.token
    doer = act.source.span if act.source is not None else None
    if doer is not None and doer[0] <= parse.start[token.i] < doer[1]:
        return False
    if "Yes" in token.morph.get("Reflex"):
        return False
    if argument.role == "advcl" and "Part" in token.morph.get("VerbForm"):
        return False  # "prêt à recevoir X, tout en excluant de …": what goes along with it
    if argument.role in ("control", "det") or (argument.role == "subj" and not asked):
        return False
    if argument.role == "obj" and "obj" in trigger.entry.source:
        return False
    if token.i == verb.i or token.is_ancestor(verb) or (argument.role == "nmod" and not argument.marker):
        return False
    # "se dit | prêt | à négocier": what makes one phrase with the verb is not what it is about.
    if token.i in trigger.used and token.pos_ in ("ADJ", "VERB", "ADV"):
        return False
    # "de son côté, il se félicite de …", "s'est prononcé".
    lead = verb.i if trigger.entry.kind == "v" else min(verb.i, trigger.carrier.i)
    before = token.i < lead and (trigger.entry.kind == "v" or trigger.carrier.i != verb.i)
    return not before or (argument.role not in OPENING and token.pos_ != "PRON")


def widened(parse: Parse, act: Act, span: Span, grammar: Grammar) -> Span:
    """A phrase with the places right after it that the parser hung on the verb ("les violences | au Soudan")."""
    for argument in act.trigger.arguments:
        if argument.role in ("obl", "nmod") and argument.marker in grammar.place:
            first, last = subtree_span(
                argument.token, without=frozenset({"conj", "cc", "parataxis", "punct"})
            )
            if 0 <= parse.start[first] - span[1] <= 1:
                span = (span[0], parse.end[last])
    return span


def matters(parse: Parse, act: Act, grammar: Grammar) -> tuple[Span, ...]:
    """Characters of each thing that an act is about: several where its words keep them apart.

    "appelle X à retirer ses troupes et à négocier", "exige une trêve ainsi que la libération des otages".
    """
    verbs = deeds(act)
    if len(verbs) > 1:
        return tuple(words_of(parse, verb) for verb in verbs)
    whole = phrase(parse, act)
    if whole is None:
        return ()
    apart = [token for token in _added(act, grammar) if parse.end[token.i] > whole[0]]
    if not apart:
        return (whole,)
    first = parse.start[apart[0].left_edge.i]
    head = (whole[0], min(whole[1], first))
    return (head, *(words_of(parse, token) for token in apart)) if head[0] < head[1] else (whole,)


def clause(parse: Parse, act: Act) -> Span:
    """Characters of what is done, from the verb on: "portera à cinquante le nombre de bourses"."""
    verb = act.trigger.carrier
    if verb.pos_ not in ("VERB", "AUX"):
        return words_of(parse, verb)
    before = [c for c in children(verb, "aux", "expl", "advmod") if c.i < verb.i]
    first = min(
        [verb.i, *(c.i for c in before if c.relation != "advmod" or "Neg" in c.morph.get("Polarity"))]
    )
    ends = [c.right_edge.i for c in verb.children if c.relation not in OUTSIDE and c.i > verb.i]
    last = max([verb.i, *ends])
    while last > first and parse.doc[last].is_punct:
        last -= 1
    return parse.span(first, min(last, first + LONGEST - 1))


def _added(act: Act, grammar: Grammar) -> list[Word]:
    """What a conjunction of addition sets beside what an act is about."""
    trigger = act.trigger
    hosts = {trigger.token.i, *trigger.used, *(a.token.i for a in trigger.arguments if a.role != "subj")}
    marks = {a.marker for a in trigger.arguments if a.role in ("obj", "obl", "nmod")}
    return [
        token
        for token in trigger.token.subtree
        if token.relation == "conj"
        and token.pos_ in ("NOUN", "PROPN")
        and _joined_by(token) in grammar.besides
        if token.head.i in hosts or marker(token) in marks - {marker(token.head)}
    ]


def _joined_by(token: Word) -> str:
    words = [word for cc in children(token, "cc", "fixed") for word in (cc, *children(cc, "fixed"))]
    return " ".join(word.lower_.replace("qu'", "que").replace("qu’", "que") for word in words)


def deeds(act: Act) -> list[Word]:
    """The coordinated verbs of an operator's content: each is a matter of its own."""
    if act.modality is None:
        return []
    for argument in act.trigger.arguments:
        first = argument.token
        if first.i in act.trigger.used:
            continue
        if argument.role in ("xcomp", "ccomp") and first.pos_ in ("VERB", "AUX"):
            joined = [
                t
                for t in below(first)
                if t.pos_ in ("VERB", "AUX")
                and t.relation != "advcl"
                and (t.i == first.i or not _told(t, first))
            ]
            return sorted({*joined, *_alike(act, first)}, key=lambda token: token.i)
    return []


def _told(verb: Word, first: Word) -> bool:
    """Whether a conjunct tells what was done, beside what is only to be done ("would pay, and thanked …")."""
    alone = "Fin" in verb.morph.get("VerbForm") and not children(verb, "aux")
    return alone and bool(children(first, "aux", "mark")) and "Fin" not in first.morph.get("VerbForm")


def _alike(act: Act, first: Word) -> list[Word]:
    """Infinitives further on with the marker of the first ("disposé à maintenir …, à continuer de …")."""
    mark = {m.lower_ for m in children(first, "mark")}
    if not mark or "Inf" not in first.morph.get("VerbForm"):
        return []
    return [
        token
        for token in act.trigger.token.subtree
        if token.i > first.i
        and (
            token.relation == "conj"
            or (token.relation in ("advcl", "xcomp") and token.head.i == act.trigger.token.i)
        )
        and "Inf" in token.morph.get("VerbForm")
        and token.head.i != first.i
        and {m.lower_ for m in children(token, "mark")} == mark
        and not mark & {m.lower_ for m in children(token.head, "mark")}
    ]


def words_of(parse: Parse, token: Word) -> Span:
    """Characters of the phrase that a token heads, without its marker, and for a verb without what is coordinated."""
    first, last = subtree_span(
        token, without=frozenset({"parataxis", "conj", "cc"} if token.pos_ == "VERB" else ())
    )
    marks = {word.i for mark in children(token, "case") for word in (mark, *children(mark, "fixed"))}
    while first < last and (
        first in marks  # "face à", "vis-à-vis de"
        or parse.doc[first].pos_ in ("ADP", "PUNCT", "SCONJ")
        or parse.doc[first].relation == "mark"
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
