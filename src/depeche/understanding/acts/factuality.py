"""Is it told as done? What the clause of a predicate says: done, to come, denied or only supposed."""

from typing import Literal

from depeche.ontology import frames
from depeche.syntax.arguments import lacking
from depeche.syntax.grammar import Grammar, once_by
from depeche.syntax.trees import children, finite, infinitive, marker, negated
from depeche.syntax.words import Word
from depeche.understanding.acts.hypotheses import conditioned, eventual, lasting, supposed, timed
from depeche.understanding.acts.tenses import conditional, future, future_in_past, over, question
from depeche.understanding.acts.triggers import Trigger

Status = Literal["occurred", "planned", "called-for", "denied", "hypothetical"]


def status(trigger: Trigger, grammar: Grammar) -> Status:
    """The status of an act by its own words and its own clause, without what governs the clause."""
    token = trigger.token
    if token.pos_ in ("NOUN", "PROPN"):
        own = _of_noun(token, grammar)
        if own != "occurred" or trigger.carrier.i == token.i:
            return own
    own = clause(trigger.carrier, grammar)
    hangs = _open(own, trigger, grammar) and conditioned(trigger.carrier, grammar)
    return "hypothetical" if hangs else own


def _open(own: Status, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a condition makes an act a supposition: not what is said now ("menace de partir si …") or refused."""
    if own == "denied":
        return not lasting(trigger.carrier, grammar)
    return own == "planned" or (own == "occurred" and not _said(trigger))


def _said(trigger: Trigger) -> bool:
    frame = frames().get(trigger.entry.frame or "")
    return trigger.entry.modality is not None or (frame is not None and "verbal" in frame.traits)


def _of_noun(token: Word, grammar: Grammar) -> Status:
    if any(d.lemma_ in grammar.none for d in children(token, "det", "amod")):
        return "denied"
    if marker(token) in grammar.without:
        return "denied"
    if eventual(token, grammar) or any(d.lemma_ in grammar.whatever for d in children(token, "det")):
        return "hypothetical"
    return "planned" if marker(token) in grammar.purpose and not children(token, "det") else "occurred"


@once_by
def clause(verb: Word, grammar: Grammar) -> Status:
    """The status that tense, mood, polarity and subordination give to a verb."""
    verb = _with_auxiliary(verb)
    carrier = finite(verb)
    if supposed(verb, grammar) or question(verb):
        return "hypothetical"
    if _weighed(verb):
        return "hypothetical"
    if _awaited(verb, grammar) or _waited_for(verb, grammar):
        return "planned"
    if lacking(verb, grammar) and negated(verb.head):
        return "hypothetical"  # "ne repartira pas sans avoir signé"
    if denied(verb, grammar) or lacking(verb, grammar):
        return "denied"
    if conditional(carrier, grammar):
        return "planned" if future_in_past(verb, carrier) else "hypothetical"
    if future(carrier, grammar):
        return "planned"
    if "Imp" in carrier.morph.get("Mood"):
        return "hypothetical"
    if verb.relation == "advcl" and "Inf" in verb.morph.get("VerbForm") and not children(verb, "aux"):
        return _infinitive_clause(verb, grammar)
    return "occurred"


def _weighed(verb: Word) -> bool:
    """Whether something is only judged that may be done ("lifting the ban is out of the question")."""
    bare = {"Inf", "Ger", "Part"} & set(verb.morph.get("VerbForm")) and not children(verb, "aux")
    if verb.relation != "csubj" or not bare:
        return False
    return {"Past", "Imp"}.isdisjoint(finite(verb.head).morph.get("Tense"))


def _awaited(verb: Word, grammar: Grammar) -> bool:
    """Whether a clause of time tells what is still to come ("once X withdraws, Y will", "avant que X ne parte")."""
    if not timed(verb, grammar):
        return False
    head, mood = finite(verb.head), finite(verb).morph
    to_come = future(head, grammar) or conditional(head, grammar) or "Imp" in head.morph.get("Mood")
    return to_come and ("Sub" in mood.get("Mood") or not {"Pres", "Fut"}.isdisjoint(mood.get("Tense")))


def _waited_for(verb: Word, grammar: Grammar) -> bool:
    """Whether a clause of time in the present hangs on what is past ("refused to talk before X withdraws")."""
    mood = finite(verb).morph
    if not timed(verb, grammar) or "Pres" not in mood.get("Tense") or "Fin" not in mood.get("VerbForm"):
        return False
    return over(verb.head) or infinitive(verb.head)


def _with_auxiliary(verb: Word) -> Word:
    """The conjunct whose auxiliary a participle shares ("ont condamné … et rejeté")."""
    node = verb
    while (
        node.relation == "conj"
        and node.head.i != node.i
        and node.head.pos_ in ("VERB", "AUX")
        and "Fin" not in finite(node).morph.get("VerbForm")
        and not children(node, "aux", "cop")
    ):
        node = node.head
    return node


@once_by
def denied(verb: Word, grammar: Grammar) -> bool:
    """Whether a clause denies its verb: by a negation, an adverb, its subject or its object."""
    if negated(verb):
        return True
    if any(child.lemma_ in grammar.never for child in children(verb, "advmod")):
        return True
    subjects = [child for word in (verb, *children(verb, "aux")) for child in children(word, "nsubj")]
    if any(child.low_lemma in grammar.none or _none_of(child, grammar) for child in subjects):
        return True
    return any(
        det.lemma_ in grammar.none
        for child in children(verb, "nsubj", "obj")
        for det in children(child, "det", "amod")
    )


def _none_of(subject: Word, grammar: Grammar) -> bool:
    """Whether a subject denies itself ("not one leader", "neither X nor Y")."""
    if any(word.low_lemma in grammar.none for word in children(subject, "cc")):
        return True
    number = children(subject, "nummod", "det")
    deniers = [c for word in (subject, *number) for c in children(word, "advmod") if c.i < subject.i]
    return any("Neg" in c.morph.get("Polarity") for c in deniers)


def _infinitive_clause(verb: Word, grammar: Grammar) -> Status:
    marks = {m.low_lemma for m in children(verb, "mark", "case")}
    if negated(verb.head) and marks <= grammar.of:
        return "hypothetical"  # "il n'est en revanche pas question de …": no aim
    return "occurred" if marks & grammar.occasion else "planned"


def combine(inner: Status, outer: Status) -> Status:
    """The status of an act told inside another: what is least real wins, and a denied denial is a supposition."""
    if outer == "occurred" or inner == "denied":
        return inner
    if inner == "hypothetical":
        return inner
    return outer
