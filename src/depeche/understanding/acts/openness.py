"""Which acts lack a side that can be told by what is around them, and which are complete as they are told."""

from collections.abc import Sequence

from depeche.knowledge import world
from depeche.syntax.trees import children
from depeche.syntax.words import Word
from depeche.understanding.actors import Mention
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.operators import warns_of
from depeche.understanding.acts.parties import Party

ALONE = ("domestic", "internal", "speech")
AGREED = "057"
# Kinds of bodies that have members.
BODIES = ("organisation", "forum", "alliance", "organ", "agency")
# Exercises and troops: with whom, only the words can say.
ALONE_CODES = ("15", "01", "14", "17", "062")
# Acts of force are told without who did them; that is never guessed.
FORCE = ("14", "15", "17", "18", "19", "20")
# Arrests and seizures: of the other side of the text, where there is one; else at home.
TAKEN = ("171", "173")


def bare_judgement(act: Act) -> bool:
    """Whether a speaker judges without naming what: an adjective alone in quotation marks."""
    trigger = act.trigger
    return trigger.entry.source[:1] == ("speaker",) and not any(a.role == "subj" for a in trigger.arguments)


def agreed(act: Act) -> bool:
    """Whether words tell of an agreement without its sides ("il a été convenu de …", "un accord a été signé")."""
    return act.source is None and act.target is None and act.code == AGREED and act.trigger.entry.kind == "v"


def lacks_target(act: Act) -> bool:
    """Whether whom an act is aimed at is to be found around it."""
    if warns_of(act.trigger):
        return False  # a warning of what nobody named may do is aimed at nobody
    if act.symmetric and act.source is not None and len(act.source.codes) > 1:
        return False
    if act.strength is not None:
        return act.target is None and act.source is not None
    if act.modality not in (None, "offer") and act.source is not None and len(act.source.codes) > 1:
        return False  # what several sides ask for or refuse together is aimed at nobody whom the words do not name
    if act.target is not None or act.source is None:
        return False
    if act.code == AGREED and _of_many(act.source):
        return False  # "les Vingt-Sept se sont mis d'accord": among themselves
    if act.code.startswith(TAKEN) or act.has("denies"):
        return True
    return not any(act.has(trait) for trait in ALONE) and not act.code.startswith(ALONE_CODES)


def press(mention: Mention) -> bool:
    """Whether words name a medium, which tells of dealings and is no side of them."""
    found = [world().organisation(code) for code in mention.codes]
    return all(body is not None and body.kind == "media" for body in found)


def _of_many(party: Party) -> bool:
    """Whether a side is a body whose members may agree with each other."""
    found = [world().organisation(code) for code in party.codes]
    return any(body is not None and body.kind in BODIES for body in found)


def modifies(act: Act) -> bool:
    """Whether a participle only says what a noun is ("ses ambassadeurs accrédités à l'étranger")."""
    carrier = act.trigger.carrier
    past = "Part" in carrier.morph.get("VerbForm") and "Past" in carrier.morph.get("Tense")
    return past and carrier.relation in ("acl", "amod") and carrier.dep_ != "acl:relcl"


def undone(act: Act) -> bool:
    """Whether a verb tells what was done to a side, and not by whom ("leurs avoirs sont gelés")."""
    unsaid = not any(argument.role == "subj" for argument in act.trigger.arguments)
    done = unsaid and act.source is None and act.target is not None and not act.symmetric
    done = done and not _controlled(act.trigger.carrier)
    done = done and act.status == "occurred" and act.trigger.entry.kind == "v" and act.modality is None
    return done and not (act.code.startswith(FORCE) or _alone(act) or act.has("verbal"))


def _controlled(verb: Word) -> bool:
    """Whether an infinitive's doer is the subject above it, whoever that is ("X préfère protéger Y")."""
    infinitive = "Inf" in verb.morph.get("VerbForm") and verb.relation == "xcomp"
    named = any(subject.pos_ == "PROPN" for subject in children(verb.head, "nsubj"))
    return infinitive and named and not children(verb.head, "obj", "iobj")


def own_deed(act: Act, party: Party, before: Sequence[Act]) -> bool:
    """Whether words are about what the party itself did ("the seizure of X by Y was condemned"): not by Y."""
    about = {argument.token.i for argument in act.trigger.arguments if argument.role in ("obj", "subj")}
    doers = {code for o in before if o.source and o.trigger.token.i in about for code in o.source.codes}
    return act.has("verbal") and not doers.isdisjoint(party.codes)


def _alone(act: Act) -> bool:
    return any(act.has(trait) for trait in ALONE)


def sideless(act: Act) -> bool:
    """Whether a mutual act is told without any of its sides ("aucun accord n'a été signé")."""
    told = act.trigger.entry.kind == "v" or act.trigger.carrier.i != act.trigger.token.i
    return told and act.symmetric and act.source is None and act.target is None and not act.has("verbal")
