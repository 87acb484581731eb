"""What operators make of what stands in their content: how real it is, who is to do it, which of it tells most."""

from collections.abc import Sequence

from depeche.ontology import Frame, cameo, frames
from depeche.syntax.arguments import Grammar, arguments
from depeche.syntax.trees import children, finite
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.factuality import Status
from depeche.understanding.acts.hypotheses import supposed
from depeche.understanding.acts.parties import Party, Sides
from depeche.understanding.acts.tenses import conditional, future, question
from depeche.understanding.acts.triggers import Trigger

# Operators whose addressee, not their own subject, is to do what their content says.
TO_OTHERS = frozenset({"appeal", "demand", "prevent", "allege", "suspect"})
# Acts that are announced by a plan, not by a promise: their own code, planned.
SCHEDULED = frozenset({"visit", "sign", "host"})
# Operators that make no event of their own: they only say how real their content is.
SHADES: dict[str, Status] = {
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


def wished_of(trigger: Trigger, source: Party | None, sides: Sides, grammar: Grammar) -> Party | None:
    """The other side whose conduct is hoped for ("espère que X fera …"): a hope of that kind is an appeal."""
    for argument in trigger.arguments:
        if argument.role == "ccomp":
            subjects = [a.token for a in arguments(argument.token, grammar) if a.role == "subj"]
            found = sides.party(subjects[0], place=False) if subjects else None
            return found.without(source) if found and source else None
    return None
