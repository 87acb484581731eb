"""Whether a word tells an act at all, or only names one."""

from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.triggers import Trigger

# Roots of material conflict: a bare noun ("la frappe") tells them even if only one side is named.
NOTED = ("14", "16", "17", "18", "19", "20")
# Ties that last (relations, cooperation, aid): named inside another phrase they are a topic.
TIES = ("05", "06", "07")
# Frames of agreements.
AGREED = ("sign", "agree")
# From this code on acts are told by their noun wherever it stands.
MATERIAL = "09"


def told(act: Act, grammar: Grammar, by: tuple[str, ...], comments: frozenset[str]) -> bool:
    """Whether a bare noun tells an act at all: "la coopération" is a topic unless its sides are named with it.

    `by` are the slots in which a noun's agent stands when its entry does not say, `comments` nouns for what was said
    before, which set apart name that ("…, an accusation Kigali rejects").
    """
    trigger = act.trigger
    if trigger.entry.kind != "n":
        return True
    if (
        act.modality is None
        and act.frame is not None
        and act.frame.name in AGREED
        and _stands(trigger, grammar)
    ):
        return False
    if trigger.token.low_lemma in comments and _apart(trigger.token):
        return False
    if act.code < MATERIAL and act.modality is None and marker(trigger.token) in grammar.about:
        return False  # "talks on aid to X": what is talked about
    if trigger.carrier.i != trigger.token.i or act.content:
        return True
    if _kind(trigger.token, grammar):
        return False
    if act.modality is not None:  # an appeal or offer of nobody knows what is named, not told, by its noun
        return act.frame is not None or (act.source is not None and act.target is not None)
    if act.code[:2] in TIES and _topic(trigger.token):
        return False
    if act.code[:2] in NOTED:
        return act.source is not None or act.target is not None
    if act.has("verbal") and act.source is not None and act.source.span is not None:
        return act.target is not None or trigger.entry.source != by or _by(trigger)
    if act.has("domestic") and act.source is not None and act.source.span is not None:
        # "la réforme russe": a topic, unless the clause that it is the subject of tells of it.
        return trigger.token.relation in ("nsubj", "ROOT", "obj") or act.target is not None
    return act.source is not None and act.target is not None


def _stands(trigger: Trigger, grammar: Grammar) -> bool:
    """Whether an agreement is told of as one that holds already ("which has a treaty with X", "under a pact with X")."""
    if marker(trigger.token) in grammar.standing:
        return True
    verb = trigger.token.head
    return trigger.token.relation == "obj" and verb.low_lemma in grammar.standing


def _apart(noun: Word) -> bool:
    """Whether a noun with a clause of its own is set after a pause."""
    first = noun.left_edge
    pause = first if first.is_punct else first.nbor(-1) if first.i else first
    return pause.text == "," and bool(children(noun, "acl"))


def _kind(noun: Word, grammar: Grammar) -> bool:
    """Whether a noun without an article tells the kind of another ("force de frappe", "aire de rassemblement")."""
    if (
        marker(noun) not in grammar.of
        or "Plur" in noun.morph.get("Number")
        or children(noun, "det", "nummod")
    ):
        return False
    if any(case.lower_ != case.lemma_ and case.lower_[-1].isalpha() for case in children(noun, "case")):
        return False  # the adposition has the article in it ("du retrait")
    head = noun.head
    return noun.relation == "nmod" and head.pos_ == "NOUN" and head.low_lemma not in grammar.quantities


def _topic(noun: Word) -> bool:
    """Whether a noun only says of what kind or about what another one is ("un accord de coopération")."""
    return noun.relation in ("nmod", "obl", "conj") and noun.head.pos_ in ("NOUN", "PROPN", "ADJ")


def _by(trigger: Trigger) -> bool:
    """Whether a noun names its agent as one: "la condamnation par Alger d'un étranglement"."""
    return any(argument.role == "subj" for argument in trigger.arguments)


def takes_a_stance(trigger: Trigger, source: Party | None) -> bool:
    """Whether an operator is a stance to its content, told as a speech act of somebody ("dément", "déplore que")."""
    if trigger.entry.modality != "deny":
        return trigger.entry.stance is not None
    return trigger.entry.kind == "v" or (trigger.entry.kind == "n" and source is not None)
