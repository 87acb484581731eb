"""From acts to positions: the stance a side takes to something."""

from collections.abc import Collection, Iterable
from typing import cast, get_args

import msgspec

from depeche.record import Position, Span
from depeche.record.tables import Stance
from depeche.syntax.arguments import Grammar
from depeche.syntax.parse import Parse
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act, both
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.phrases import codes, matters, phrase, widened
from depeche.understanding.acts.refusals import forsworn
from depeche.understanding.speech import Said, Speech

BY_MODALITY = {"appeal": "calls-for", "demand": "demands", "threaten": "warns", "refuse": "opposes"}
# From this code on acts are material conflict.
HOSTILE = "15"
# From this one on they strike somebody.
VIOLENT = "17"
STANCES = get_args(Stance)


def positions(
    parse: Parse, acts: Iterable[Act], actors: Actors, speech: Speech, grammar: Grammar
) -> tuple[Position, ...]:
    """One row for each act that takes a stance and is told as done, in the order of the text."""
    rows: list[Position] = []
    told = tuple(acts)
    charges: list[tuple[Said | None, Party | None]] = []
    denials = {act.trigger.token.i for act in told if stance_of(act) == "denies"}
    for act in map(_together, told):
        stance = "denies" if _disowned(act, denials, speech, grammar) else stance_of(act)
        if stance is None and (blame := _blamed(act, speech)) is not None:
            charge = (speech.voice(act.trigger.token.i), blame.target)
            if charge in charges:
                continue  # "un avion a bombardé …, tuant …": one charge
            charges.append(charge)
            act, stance = blame, "condemns"
        if stance == "denies" and act.status == "denied":
            pass
        elif act.status != "occurred" and (act.status, stance) != ("planned", "supports"):
            continue
        if stance is None or act.source is None:
            continue
        if act.modality is not None and not phrase(parse, act) and not _aimed(act):
            continue  # "a-t-il insisté": nobody knows on what
        spans = _spans(parse, act, stance, speech, grammar)
        for row in (r for span in spans for r in _each(act, _row(parse, act, stance, span, actors, speech))):
            if not any((row.holder, row.stance, row.target) == (r.holder, r.stance, r.target) for r in rows):
                rows.append(row)
    return tuple(rows)


def _together(act: Act) -> Act:
    """What two sides ask for or refuse without dealing with each other, they are for or against together."""
    apart = act.symmetric and act.modality is not None and not act.has("symmetric")
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


def _each(act: Act, row: Position) -> tuple[Position, ...]:
    """Two sides that call on each other ("ont appelé à renforcer leurs liens") take a stance each, to the other."""
    if not act.symmetric or act.source is None or act.target is None:
        return (row,)
    one, other = act.source.code or "", act.target.code or ""
    words = (row.target or "").rpartition(": ")[2]
    return tuple(
        msgspec.structs.replace(row, holder=holder, target=f"{to}: {words}")
        for holder, to in ((one, other), (other, one))
    )


def stance_of(act: Act) -> Stance | None:
    """The stance of an act: its entry's, its operator's or its frame's."""
    named = act.trigger.entry.stance
    if named == "denies" and act.modality == "intend":
        return None  # to intend is no denial; not to intend is ("n'entend pas se doter de l'arme atomique")
    if named == "supports" and act.modality == "refuse":
        return "opposes"  # "n'a pas accepté le plan"
    if named is not None:
        return cast("Stance", named) if named in STANCES else None
    if act.modality is not None:
        return cast("Stance | None", BY_MODALITY.get(act.modality))
    return next((s for s in STANCES if act.has(s)), None)


def _spans(
    parse: Parse, act: Act, stance: Stance, speech: Speech, grammar: Grammar
) -> tuple[Span | None, ...]:
    denied = _denied(act, speech) if stance == "denies" else None
    if denied:
        return (denied,)
    said = speech.by_cue(act.trigger.token.i)
    if said is not None and said.content is not None and not matters(parse, act, grammar):
        return (said.content,)  # "« Nos soldats demeurent vigilants », prévient le texte"
    return tuple(widened(parse, act, span, grammar) for span in matters(parse, act, grammar)) or (None,)


def _row(
    parse: Parse, act: Act, stance: Stance, span: Span | None, actors: Actors, speech: Speech
) -> Position:
    holder = act.source.code if act.source else None
    worded = list(codes(parse, actors, span)) if span else []
    own = set(act.source.codes) if act.source else set()
    # Whom a denial answers is a guess, for which there is need only where what is denied names nobody.
    aimed = act.target is not None and (stance != "denies" or not set(worded) - own)
    named = list(act.target.codes) if act.target and aimed else []
    named += [c for c in worded if c not in named]
    others = [code for code in named if code not in own] or named
    words = " ".join(parse.words(span).split()) if span else ""
    target = ": ".join(part for part in (", ".join(others), words) if part)
    return Position(
        evidence=(act.span,) if span is None else (act.span, span),
        holder=holder or "",
        stance=stance,
        target=target or None,
        via=_via(act, speech),
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
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


def _aimed(act: Act) -> bool:
    """Whether the act's own words name whom it is aimed at."""
    return act.target is not None and act.target.span is not None


def _denied(act: Act, speech: Speech) -> Span | None:
    """What a denial denies: the content of its statement, which may stand before it ("…, ce que X dément")."""
    said = speech.by_cue(act.trigger.token.i)
    return said.content if said is not None else None


def _via(act: Act, speech: Speech) -> str | None:
    """Through whom the reader knows it: the speaker whose cue the act is, or in whose words it stands."""
    said = speech.by_cue(act.trigger.token.i)
    if said is not None:
        outer = said.via
        return outer or said.speaker or said.speaker_of
    return act.via
