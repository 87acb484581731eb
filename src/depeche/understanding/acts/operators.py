"""What operators make of what stands in their content: how real it is, who is to do it, which of it tells most."""

from depeche.ontology import Frame, cameo
from depeche.syntax.arguments import Grammar
from depeche.syntax.trees import finite
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.factuality import Status
from depeche.understanding.acts.hypotheses import supposed
from depeche.understanding.acts.tenses import conditional, future, question
from depeche.understanding.acts.triggers import Trigger

# Operators whose addressee, not their own subject, is to do what their content says.
TO_OTHERS = frozenset({"appeal", "demand", "prevent", "allege", "suspect", "cause"})
# Acts that are announced by a plan, not by a promise: their own code, planned.
SCHEDULED = frozenset({"visit", "sign", "host"})
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
