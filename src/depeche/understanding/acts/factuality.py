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
    if conditional(carrier, grammar):
        return "planned" if future_in_past(verb, carrier) else "hypothetical"
    if future(carrier, grammar):
        return "planned"
    if "Imp" in carrier.morph.get("Mood"):
        return "hypothetical"
    if base(verb) == "advcl" and "Inf" in verb.morph.get("VerbForm") and not children(verb, "aux"):
        return _infinitive_clause(verb, grammar)
    return "occurred"


def future(carrier: Word, grammar: Grammar) -> bool:
    """Whether the word that carries a clause's tense puts it in the future, by its form or as an auxiliary."""
    return "Fut" in carrier.morph.get("Tense") or _auxiliary(carrier, grammar.future) or _yet_to_be(carrier)


def _yet_to_be(carrier: Word) -> bool:
    """Whether a finite copula or auxiliary has a marked infinitive: what "is to be sent" is not sent yet."""
    head = carrier.head
    if base(carrier) not in ("cop", "aux") or "Fin" not in carrier.morph.get("VerbForm"):
        return False
    if not any(carrier.i < mark.i < head.i for mark in children(head, "mark")):
        return False
    return any("Inf" in word.morph.get("VerbForm") for word in (head, *children(head, "aux")))


def conditional(carrier: Word, grammar: Grammar) -> bool:
    """Whether the word that carries a clause's mood makes it a conditional."""
    return "Cnd" in carrier.morph.get("Mood") or _auxiliary(carrier, grammar.conditional)


def _auxiliary(carrier: Word, words: frozenset[str]) -> bool:
    return bool(words) and carrier.lower_ in words and base(carrier) == "aux"


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
    subjects = [child for word in (verb, *children(verb, "aux")) for child in children(word, "nsubj")]
    if any(str(child.lemma_).lower() in grammar.none or _none_of(child) for child in subjects):
        return True
    return any(
        str(det.lemma_) in grammar.none
        for child in children(verb, "nsubj", "obj")
        for det in children(child, "det", "amod")
    )


def _none_of(subject: Word) -> bool:
    """Whether a subject denies itself ("not one leader")."""
    number = children(subject, "nummod", "det")
    deniers = [c for word in (subject, *number) for c in children(word, "advmod") if c.i < subject.i]
    return any("Neg" in c.morph.get("Polarity") for c in deniers)


def supposed(verb: Word, grammar: Grammar) -> bool:
    """Whether a conjunction makes the verb's clause a hypothesis."""
    if grammar.inverted and not question(verb) and _inverted(verb, grammar):
        return True
    if base(verb) not in ("advcl", "ccomp", "csubj", "conj", "acl"):
        return False
    marks = children(verb, "mark")
    words = [str(m.lemma_).lower() for m in marks] + [
        str(f.lemma_).lower() for m in marks for f in children(m, "fixed")
    ]
    return any(word in grammar.hypothesis or word.rstrip("'’") in grammar.hypothesis for word in words)


def _inverted(verb: Word, grammar: Grammar) -> bool:
    """Whether an auxiliary opens the clause before its subject ("Were X to go …", "should these be asked for")."""
    clause = verb.head if base(verb) == "xcomp" and verb.head.lower_ in grammar.inverted else verb
    subjects = children(clause, "nsubj", "expl")
    opener = clause.left_edge
    while opener.is_punct and opener.i < clause.i:
        opener = opener.nbor(1)
    if (
        len(subjects) > 1
    ):  # the object of the verb before, torn off ("to send observers | should these be asked for")
        opener = next((aux for aux in children(clause, "aux") if aux.i > subjects[0].i), opener)
    if opener.lower_ not in grammar.inverted or opener.pos_ not in ("AUX", "VERB"):
        return False
    return any(
        opener.i < subject.i and opener.head.i in (opener.i, clause.i, subject.i) for subject in subjects
    )


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
    apart = [aux for aux in children(verb, "aux") if aux is carrier or aux.dep_ != "aux:pass"]
    simple = carrier.i == verb.i or apart == [carrier]
    if not simple or base(verb) not in ("ccomp", "conj"):
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
