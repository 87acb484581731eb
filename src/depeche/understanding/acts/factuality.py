"""Is it told as done? What the clause of a predicate says: done, to come, denied or only supposed."""

from typing import Literal

from depeche.syntax.arguments import Grammar
from depeche.syntax.trees import base, children, finite, marker, negated
from depeche.syntax.words import Word
from depeche.understanding.acts.triggers import Trigger

Status = Literal["occurred", "planned", "called-for", "denied", "hypothetical"]


def status(trigger: Trigger, grammar: Grammar) -> Status:
    """The status of an act by its own words and its own clause, without what governs the clause."""
    token = trigger.token
    if token.pos_ in ("NOUN", "PROPN"):
        own = _of_noun(token, grammar)
        if own != "occurred" or trigger.carrier.i == token.i:
            return own
        return clause(trigger.carrier, grammar)
    return clause(trigger.carrier, grammar)


def _of_noun(token: Word, grammar: Grammar) -> Status:
    if any(str(d.lemma_) in grammar.none for d in children(token, "det", "amod")):
        return "denied"
    if marker(token) in grammar.without:
        return "denied"
    return "planned" if marker(token) in grammar.purpose and not children(token, "det") else "occurred"


def clause(verb: Word, grammar: Grammar) -> Status:
    """The status that tense, mood, polarity and subordination give to a verb."""
    verb = _with_auxiliary(verb)
    carrier = finite(verb)
    if _negative(verb, grammar):
        return "denied"
    if supposed(verb, grammar) or question(verb):
        return "hypothetical"
    if "Cnd" in carrier.morph.get("Mood"):
        return "planned" if future_in_past(verb, carrier) else "hypothetical"
    if "Fut" in carrier.morph.get("Tense"):
        return "planned"
    if "Imp" in carrier.morph.get("Mood"):
        return "hypothetical"
    if base(verb) == "advcl" and "Inf" in verb.morph.get("VerbForm") and not children(verb, "aux"):
        return _infinitive_clause(verb, grammar)
    return "occurred"


def _with_auxiliary(verb: Word) -> Word:
    """The conjunct whose auxiliary a participle shares ("ont condamné … et rejeté")."""
    node = verb
    while (
        base(node) == "conj"
        and node.head.i != node.i
        and node.head.pos_ in ("VERB", "AUX")
        and "Fin" not in finite(node).morph.get("VerbForm")
        and not children(node, "aux", "cop")
    ):
        node = node.head
    return node


def _negative(verb: Word, grammar: Grammar) -> bool:
    if negated(verb):
        return True
    if any(str(child.lemma_) in grammar.never for child in children(verb, "advmod")):
        return True
    return any(
        str(det.lemma_) in grammar.none
        for child in children(verb, "nsubj", "obj")
        for det in children(child, "det", "amod")
    )


def supposed(verb: Word, grammar: Grammar) -> bool:
    """Whether a conjunction makes the verb's clause a hypothesis."""
    if base(verb) not in ("advcl", "ccomp", "csubj", "conj", "acl"):
        return False
    marks = children(verb, "mark")
    words = [str(m.lemma_).lower() for m in marks] + [
        str(f.lemma_).lower() for m in marks for f in children(m, "fixed")
    ]
    return any(word in grammar.hypothesis or word.rstrip("'’") in grammar.hypothesis for word in words)


def question(verb: Word) -> bool:
    """Whether the verb's sentence asks."""
    last = verb.sent[-1]
    while last.is_quote or last.is_space or last.text in ("»", '"', ")"):
        if last.i == verb.sent.start:
            return False
        last = last.nbor(-1)
    return last.text == "?"


def future_in_past(verb: Word, carrier: Word) -> bool:
    """A simple conditional under a past verb of saying tells a future ("a annoncé qu'il se rendrait")."""
    if carrier.i != verb.i or base(verb) not in ("ccomp", "conj"):
        return False
    head = verb.head if base(verb) == "ccomp" else verb.head.head
    return (
        "Past" in head.morph.get("Tense") or "Imp" in head.morph.get("Tense") or bool(children(head, "aux"))
    )


def _infinitive_clause(verb: Word, grammar: Grammar) -> Status:
    marks = {str(m.lemma_).lower() for m in children(verb, "mark", "case")}
    if marks & grammar.without:
        return "denied"
    return "occurred" if marks & grammar.occasion else "planned"


def combine(inner: Status, outer: Status) -> Status:
    """The status of an act told inside another: what is least real wins, and a denied denial is a supposition."""
    if outer == "occurred" or inner == "denied":
        return inner
    if inner == "hypothetical":
        return inner
    return outer
