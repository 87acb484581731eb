"""What operators make of what stands in their content: how real it is, who is to do it, which of it tells most."""

from collections.abc import Iterable, Sequence

from depeche.ontology import Frame, cameo, frames
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children, finite, marker
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.factuality import Status
from depeche.understanding.acts.hypotheses import supposed
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.reach import fills
from depeche.understanding.acts.tenses import conditional, future, question
from depeche.understanding.acts.triggers import Trigger

# The stance of words that warn, and threaten only where they tell what their own side will do.
WARNS = "warns"
# Operators whose addressee, not their own subject, is to do what their content says.
TO_OTHERS = frozenset({"appeal", "demand", "prevent", "allege", "suspect", "cause"})
# Acts that are announced by a plan, not by a promise: their own code, planned.
SCHEDULED = frozenset({"visit", "sign", "host"})
# Comings together that one may be told to enter, without a day for them.
TALKS = frozenset({"negotiate", "mediate", "discuss"})
# Operators that make no event of their own: they only say how real their content is.
SHADES: dict[str, Status] = {
    "pass": "occurred",
    "deny": "denied",
    "fail": "denied",
    "prevent": "denied",
    "plan": "planned",
    "suspect": "hypothetical",
    "hypothetical": "hypothetical",
}


def judged_ahead(trigger: Trigger, own: Status, grammar: Grammar) -> bool:
    """Whether a speaker judges now what is to come or would be ("an attack would be unacceptable")."""
    carrier = finite(trigger.carrier)
    if own == "planned":
        return future(carrier, grammar)
    loose = conditional(carrier, grammar) and not supposed(trigger.carrier, grammar)
    return own == "hypothetical" and loose and not question(trigger.carrier)


def a_charge(trigger: Trigger) -> bool:
    """Whether a noun names words of blame: who brushes off criticism did not voice it."""
    frame = frames().get(trigger.entry.frame or "")
    return trigger.entry.kind == "n" and frame is not None and "condemns" in frame.traits


def warns_of(trigger: Trigger) -> bool:
    """Whether words warn of or against a thing, which need not be a threat ("warned against an attack on X")."""
    if trigger.entry.stance != "warns" or any(a.role == "ccomp" for a in trigger.arguments):
        return False
    return any(a.marker and a.marker in trigger.entry.content for a in trigger.arguments)


def others_deed(inner: Sequence[Act], source: Party | None) -> bool:
    """Whether what is warned of is nothing that the side that warns would do."""
    own = set(source.codes) if source else set()
    return not any(act.source is not None and own & set(act.source.codes) for act in inner)


def doer_of(inner: Sequence[Act], source: Party | None) -> Party | None:
    """The side whose deed is warned of, as far as the words name one: never the one that it would be done to."""
    found = (act.source.without(source) for act in inner if act.source is not None)
    return next((party for party in found if party is not None), None)


def most_telling(found: list[Frame | None], modality: str) -> Frame | None:
    """The first frame whose code says what is asked for or promised, else the first there is."""
    known = [frame for frame in found if frame is not None]
    telling = (frame for frame in known if not cameo(frame, modality).endswith("0"))
    return next(telling, known[0] if known else None)


def undo(shade: Status) -> Status:
    """What the negation of an operator leaves: "n'exclut pas" supposes, "n'a pas échoué à" tells."""
    return "hypothetical" if shade == "denied" else "denied"


def scheduled(act: Act) -> bool:
    """Whether an act is announced by a plan, not by a promise."""
    return act.frame is not None and act.frame.name in SCHEDULED and act.modality is None


def dated(act: Act) -> bool:
    """Whether an act is a coming together for which days are set, not talks that one may be told to take up."""
    talks = act.frame is not None and act.frame.name in TALKS
    return scheduled(act) or (act.has("meeting") and not talks)


def expected(trigger: Trigger, own: Status, grammar: Grammar) -> bool:
    """Whether a word of duty stands in a conditional on which nothing hangs ("devrait signer vendredi")."""
    loose = conditional(finite(trigger.carrier), grammar) and not supposed(trigger.carrier, grammar)
    return own in ("hypothetical", "planned") and loose


def urged(trigger: Trigger, own: Status, grammar: Grammar, *, personal: bool) -> bool:
    """Whether words of duty urge: told as holding now, in the future ("il faudra"), or politely ("devrait")."""
    mood = finite(trigger.carrier).morph
    tense = mood.get("Tense")
    if own == "occurred":  # "Paris devait …" tells a plan; "qu'il fallait …" is "il faut" in a report
        now = not tense or "Pres" in tense or ("Imp" in tense and not personal)
        others = [aux for aux in children(trigger.carrier, "aux") if aux.dep_ != "aux:pass"]
        return trigger.entry.kind != "v" or (now and all(aux.i == trigger.token.i for aux in others))
    polite = "Cnd" in mood.get("Mood") and not supposed(trigger.carrier, grammar)
    return (own == "planned" and future(finite(trigger.carrier), grammar)) or (
        own == "hypothetical" and polite
    )


def unasked(trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a noun only tells that a thing is done without somebody's consent, which nobody says was refused."""
    return trigger.entry.kind == "n" and marker(trigger.token) in grammar.without


def owned(trigger: Trigger) -> bool:
    """Whether an operator speaks of what its own sides have or do ("ont appelé à renforcer leurs liens")."""
    contents = [a.token for a in trigger.arguments if a.role not in ("subj", "control", "advmod", "advcl")]
    after = (content for content in contents if content.i > trigger.token.i)  # not "de leur côté, X et Y …"
    words = (word for content in after for word in content.subtree)
    return any(word.morph.get("Poss") and word.relation in ("det", "nmod") for word in words)


def warned_of(trigger: Trigger, inner: Iterable[Act], source: Party | None) -> bool:
    """Whether a word of warning tells what others do or what will happen, not what its own side will do."""
    own = set(source.codes) if source else set()
    threats = any(act.source is not None and set(act.source.codes) <= own for act in inner)
    bare = not any(fills(argument, slot) for argument in trigger.arguments for slot in trigger.entry.content)
    quoted = trigger.carrier.relation == "parataxis" or bool(children(trigger.carrier, "parataxis"))
    return trigger.entry.stance == WARNS and not threats and (quoted or not bare)
