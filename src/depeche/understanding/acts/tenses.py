"""The time of a clause: to come, would be, over, or asked for; told by tense, mood and auxiliaries."""

from depeche.syntax.grammar import Grammar, once_by
from depeche.syntax.trees import children, finite
from depeche.syntax.words import Word

PAST = frozenset({"Past", "Imp", "Pqp"})


@once_by
def future(carrier: Word, grammar: Grammar) -> bool:
    """Whether the word that carries a clause's tense puts it in the future, by its form or as an auxiliary."""
    return "Fut" in carrier.morph.get("Tense") or _auxiliary(carrier, grammar.future) or _yet_to_be(carrier)


def _yet_to_be(carrier: Word) -> bool:
    """Whether a finite copula or auxiliary has a marked infinitive: what "is to be sent" is not sent yet."""
    head = carrier.head
    if carrier.relation not in ("cop", "aux") or "Fin" not in carrier.morph.get("VerbForm"):
        return False
    if not any(carrier.i < mark.i < head.i for mark in children(head, "mark")):
        return False
    return any("Inf" in word.morph.get("VerbForm") for word in (head, *children(head, "aux")))


@once_by
def conditional(carrier: Word, grammar: Grammar) -> bool:
    """Whether the word that carries a clause's mood makes it a conditional."""
    return "Cnd" in carrier.morph.get("Mood") or _auxiliary(carrier, grammar.conditional)


def over(verb: Word) -> bool:
    """Whether a clause tells of the past: by its verb, or by a perfect."""
    carrier = finite(verb)
    if "Cnd" in carrier.morph.get("Mood"):
        return False
    if not PAST.isdisjoint(carrier.morph.get("Tense")):
        return True
    perfect = "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense")
    apart = carrier.i != verb.i and carrier.relation == "aux" and carrier.dep_ != "aux:pass"
    return perfect and apart and "Pres" in carrier.morph.get("Tense")


def _auxiliary(carrier: Word, words: frozenset[str]) -> bool:
    return bool(words) and carrier.lower_ in words and carrier.relation == "aux"


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
    if not simple or verb.relation not in ("ccomp", "conj"):
        return False
    head = verb.head if verb.relation == "ccomp" else verb.head.head
    return (
        "Past" in head.morph.get("Tense") or "Imp" in head.morph.get("Tense") or bool(children(head, "aux"))
    )
