"""What governs an act: the operator ("promises to", "denies having") in whose content it stands."""

import msgspec

from depeche.ontology import frames
from depeche.syntax.arguments import governed, lacking
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children, finite, infinitive, marker
from depeche.syntax.words import Word
from depeche.understanding.acts.hypotheses import timed
from depeche.understanding.acts.triggers import HEAD, Trigger
from depeche.understanding.speech import Speech

STEPS = 12
FRIENDLY = frozenset({"welcomes", "supports"})
BLAME = "accuse"  # the frame of acts told of those whom they are told to


class Governor(msgspec.Struct, frozen=True):
    """The nearest trigger above an act: an operator with the act in its content, or an act that mentions it."""

    trigger: Trigger | None
    content: bool


def governors(triggers: dict[int, Trigger], grammar: Grammar, speech: Speech) -> dict[int, Governor]:
    """What governs each act, by token index."""
    spread = _spread(triggers)
    found = {i: _governor(trigger, triggers, spread, grammar) for i, trigger in triggers.items()}
    return {
        i: Governor(None, content=False) if _beside(i, above, speech) else above for i, above in found.items()
    }


def _beside(i: int, above: Governor, speech: Speech) -> bool:
    """Whether one speaks twice: the second word is no content of the first ("denied that … and | accused X")."""
    if not above.content or above.trigger is None:
        return False
    first, second = speech.by_cue(above.trigger.token.i), speech.by_cue(i)
    if first is None or second is None or first is second or (first.last is not None and i <= first.last):
        return False
    return second.parent is None and (first.speaker, first.speaker_of) == (second.speaker, second.speaker_of)


def blamed(above: Trigger | None, trigger: Trigger) -> bool:
    """Whether an act is what somebody is blamed for ("reproche à X l'expulsion de …"): it is X's own."""
    if above is None or trigger.token.pos_ not in ("NOUN", "PROPN") or trigger.token.relation != "obj":
        return False
    frame = above.entry.frame or ""
    return trigger.token.head.i == above.token.i and frame.partition(".")[0] == BLAME


def thanked(above: Trigger | None, trigger: Trigger) -> bool:
    """Whether a noun says what somebody is thanked for: the thanks tell of it ("thanked Oslo for its support")."""
    found = [frames().get(t.entry.frame or "") for t in (above, trigger) if t is not None]
    friendly = [frame for frame in found if frame is not None and FRIENDLY & frame.traits]
    return trigger.entry.kind == "n" and len(friendly) == len((above, trigger))


def traits_of(trigger: Trigger) -> frozenset[str]:
    """The traits of the frame that a trigger evokes; none where it is an operator."""
    frame = frames().get(trigger.entry.frame or "")
    return frozenset(frame.traits) if frame is not None else frozenset()


def _governor(
    trigger: Trigger, triggers: dict[int, Trigger], spread: dict[int, Trigger], grammar: Grammar
) -> Governor:
    """Climb from an act to what governs it; stops at finite clauses that no operator takes as its content."""
    own = triggers.get(trigger.carrier.i) if HEAD not in trigger.entry.content else None
    if (
        own is not None
        and own is not trigger
        and own.entry.modality
        and takes(own, _first(trigger.token), grammar)
    ):
        return Governor(own, content=True)  # "offrir une médiation": the verb is more than a support
    shared = spread.get(trigger.carrier.i)
    if (
        shared is not None
        and shared.token.i != trigger.token.i
        and takes(shared, _first(trigger.token), grammar)
    ):
        return Governor(
            shared, content=True
        )  # "lancer un appel à la libération": both under one support verb
    node = trigger.carrier
    if HEAD not in trigger.entry.content:
        for child in children(node, "aux", "advmod"):
            over = triggers.get(child.i)
            if over is not None and HEAD in over.entry.content:
                return Governor(over, content=True)  # "may send"
    beside = triggers.get(node.head.i)
    if beside is not None and beside is not trigger and _torn(node):
        return Governor(beside, content=beside.entry.modality is not None)
    infinitive = _first(node).relation == "acl" and governed(node, grammar)
    for _ in range(STEPS):
        node = _first(node)
        parent = node.head
        if parent.i == node.i or lacking(node, grammar):
            break
        above = triggers.get(parent.i)
        if above is not None and above is not trigger:
            if above.entry.modality is None:
                return Governor(above, content=False)
            # "exhorter X à partir": the infinitive may hang on X instead of the verb.
            loose = infinitive and node.relation in ("obj", "obl", "iobj") and "xcomp" in above.entry.content
            if loose or takes(above, node, grammar):
                return Governor(above, content=True)
            if node.relation not in ("xcomp", "obj", "nmod", "obl"):
                return Governor(None, content=False)
        else:
            wider = spread.get(parent.i) or _over_addressee(parent, triggers)
            if (
                wider is not None
                and wider.token.i not in (trigger.token.i, node.i)
                and takes(wider, node, grammar)
            ):
                return Governor(wider, content=True)
            if not _transparent(node, parent):
                break
        node = parent
    return Governor(None, content=False)


def _torn(node: Word) -> bool:
    """Whether an infinitive hangs on the verb as a conjunct, away from its like ("sommer X de partir et | de payer")."""
    return (
        node.relation == "conj"
        and infinitive(node)
        and not children(node, "aux", "nsubj")
        and "Inf" not in finite(node.head).morph.get("VerbForm")
        and any(infinitive(child) for child in children(node.head, "xcomp", "ccomp"))
    )


def _spread(triggers: dict[int, Trigger]) -> dict[int, Trigger]:
    """Operators by the other words of their phrase: "donner son feu vert à …", "un appel a été lancé à …"."""
    found: dict[int, Trigger] = {}
    for operator in triggers.values():
        if operator.entry.modality is not None:
            for i in (*operator.used, operator.carrier.i):
                if i not in triggers:
                    found.setdefault(i, operator)
    return found


def _over_addressee(token: Word, triggers: dict[int, Trigger]) -> Trigger | None:
    """The operator above a name that wrongly took its content: "menacer Ankara | de sanctions"."""
    above = triggers.get(token.head.i)
    named = token.pos_ == "PROPN" and token.relation in ("obj", "iobj", "obl")
    return above if named and above is not None and above.entry.modality is not None else None


def _first(node: Word) -> Word:
    while node.relation == "conj" and node.head.i != node.i:
        node = node.head
    return node


def takes(operator: Trigger, node: Word, grammar: Grammar) -> bool:
    """Whether a dependent of an operator stands in its content slots."""
    slots = operator.entry.content
    relation = node.relation
    if relation == "csubj" and infinitive(node):
        relation = "xcomp"  # impersonal: "il est temps de partir"
    if relation == "advcl" and any(m.low_lemma in grammar.particles for m in children(node, "mark")):
        relation = "xcomp"  # "ruled out | sending troops": the particle is the verb's
    if relation in ("nsubj", "csubj"):
        role = "obj" if any(a.role == "obj" and a.token.i == node.i for a in operator.arguments) else "subj"
        return role in slots
    if relation == "advcl" and node.i < operator.token.i:
        return False  # "pour répondre à cette crainte, X propose …": the aim, not what is proposed
    if relation == "advcl" and "Part" in node.morph.get("VerbForm"):
        return False  # "…, tout en excluant de …": a gerund goes along with what is told
    if relation == "advcl" and timed(node, grammar) and "Fin" in finite(node).morph.get("VerbForm"):
        return False  # "denied the claim, a day after X had …": when it was denied, not what
    words = {m.low_lemma for m in children(node, "mark")} | {marker(node)}
    if relation in ("ccomp", "xcomp", "advcl", "acl"):
        return relation in slots or "xcomp" in slots or "ccomp" in slots or bool(words & set(slots))
    if relation in ("obl", "nmod", "iobj"):
        return bool(words & set(slots)) or relation in slots
    return relation in slots


def _transparent(node: Word, parent: Word) -> bool:
    """Whether what governs the parent also governs the node."""
    relation = node.relation
    if parent.pos_ in ("NOUN", "PROPN", "ADJ"):
        return relation in ("nmod", "xcomp", "acl", "obl", "ccomp", "amod") and node.dep_ != "acl:relcl"
    if relation in ("xcomp", "obj", "obl", "iobj"):
        return "Fin" not in finite(parent).morph.get("VerbForm") or relation == "xcomp"
    return False
