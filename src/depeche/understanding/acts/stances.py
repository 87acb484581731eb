"""Which acts take a stance, and which: by their entry, their operator or their frame, or by who tells them."""

from collections.abc import Collection, Iterator, Sequence
from typing import cast, get_args

import msgspec

from depeche.record.tables import Stance
from depeche.syntax.grammar import Grammar
from depeche.understanding.acts.act import Act, both
from depeche.understanding.acts.refusals import forsworn
from depeche.understanding.speech import Speech

BY_MODALITY = {"appeal": "calls-for", "demand": "demands", "threaten": "warns", "refuse": "opposes"}
# From this code on acts are material conflict.
HOSTILE = "15"
# From this one on they strike somebody.
VIOLENT = "17"
STANCES = get_args(Stance)


def taken(acts: Sequence[Act], speech: Speech, grammar: Grammar) -> Iterator[tuple[Act, Stance]]:
    """The acts that take a stance, told as done and by a known side, each with its stance."""
    denials = {act.trigger.token.i for act in acts if stance_of(act) == "denies"}
    charges = set(_charged(acts, speech))
    charged = {first for first, _ in charges}
    for act in map(_together, acts):
        stance = "denies" if _disowned(act, denials, speech, grammar) else stance_of(act)
        blame = _blamed(act, speech) if stance is None else None
        if blame is not None and blame.target is not None:
            said = speech.voice(act.trigger.token.i)
            charge = (said.first if said else None, blame.target.code)
            if charge not in charges:  # "un avion a bombardé …, tuant …": one charge
                charges.add(charge)
                yield blame, "condemns"
        elif stance is not None and act.source is not None and _real(act, stance):
            said = speech.voice(act.trigger.token.i)
            if said is not None and said.first in charged:
                continue  # "accuse X de soutenir Y": no stance that X takes
            yield act, stance


def _charged(acts: Sequence[Act], speech: Speech) -> Iterator[tuple[int | None, str | None]]:
    """Where the words of an accusation begin and whom it is against: what they tell is charged already."""
    for act in acts:
        said = speech.by_cue(act.trigger.token.i) if stance_of(act) == "condemns" else None
        if said is not None:
            yield said.first, act.target.code if act.target else None


def _real(act: Act, stance: Stance) -> bool:
    """Whether an act takes its stance: it is told as done, or denied by a denial, or support that is to come."""
    return act.status == "occurred" or (act.status, stance) in (("denied", "denies"), ("planned", "supports"))


def stance_of(act: Act) -> Stance | None:
    """The stance of an act: its entry's, its operator's or its frame's."""
    named = act.trigger.entry.stance
    if named in ("denies", "demands") and act.modality == "intend":
        return None  # to intend is no denial; not to intend is ("n'entend pas se doter de l'arme atomique")
    if named == "supports" and act.modality == "refuse":
        return "opposes"  # "n'a pas accepté le plan"
    if named is not None:
        return cast("Stance", named) if named in STANCES else None
    if act.modality is not None:
        return cast("Stance | None", BY_MODALITY.get(act.modality))
    return next((s for s in STANCES if act.has(s)), None)


def _together(act: Act) -> Act:
    """What two sides ask for or refuse without dealing with each other, they are for or against together."""
    apart = act.symmetric and act.modality is not None and not act.has("symmetric") and not act.mutual
    if not apart or any(inner.symmetric for inner in act.content):
        return act
    return msgspec.structs.replace(act, source=both(act), target=None, symmetric=False)


def _blamed(act: Act, speech: Speech) -> Act | None:
    """What a side says was done to it, as its charge against who did it ("un avion a bombardé …, a dit Addis")."""
    said = speech.voice(act.trigger.token.i)
    if said is None or not said.speaker_of or act.source is None or act.target is None:
        return None
    if act.status != "occurred" or act.modality is not None or act.symmetric or act.code < VIOLENT:
        return None
    own = tuple(said.speaker_of.split("; "))
    if act.source.without(act.target) is None or set(own) & set(act.source.codes) or act.target.codes != own:
        return None
    return msgspec.structs.replace(
        act, source=act.target, target=act.source, via=said.speaker or said.speaker_of
    )


def _disowned(act: Act, denials: Collection[int], speech: Speech, grammar: Grammar) -> bool:
    """Whether a side denies in its own words to have done a hostile act ("nous n'avons jamais bombardé …").

    What stands under a word of denial is denied by that; what will not be done is forsworn, not denied.
    """
    if act.status != "denied" or act.modality is not None or act.code < HOSTILE or act.source is None:
        return False
    said = speech.voice(act.trigger.token.i)
    if (said is not None and said.token in denials) or forsworn(act, grammar):
        return False
    own = said.speaker_of.split("; ") if said is not None and said.speaker_of else []
    return set(act.source.codes) <= set(own)
