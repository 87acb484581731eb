"""From acts to commitments: what a side says it will or is ready to do."""

from collections.abc import Iterable
from typing import cast

from depeche.record import Commitment
from depeche.record.tables import Strength
from depeche.syntax.parse import Parse
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.phrases import phrase
from depeche.understanding.times import Times

BY_MODALITY = {"promise": "pledged", "intend": "planned", "offer": "willing", "accept": "agreed"}
BY_FRAME = {"sign": "signed", "agree": "agreed"}


def commitments(parse: Parse, acts: Iterable[Act], times: Times) -> tuple[Commitment, ...]:
    """One row for each act that binds its source, in the order of the text."""
    rows: list[Commitment] = []
    for act in acts:
        strength = strength_of(act)
        if strength is None or act.source is None or act.status in ("denied", "hypothetical"):
            continue
        rows.append(_row(parse, act, strength, times))
    return tuple(rows)


def strength_of(act: Act) -> Strength | None:
    """How far an act binds: by its entry, its operator or its frame; None where it does not."""
    found = act.trigger.entry.strength
    if found is None:
        found = BY_MODALITY.get(act.modality or "") or (
            BY_FRAME.get(act.frame.name) if act.frame and not act.modality else None
        )
    return cast("Strength | None", found)


def _row(parse: Parse, act: Act, strength: Strength, times: Times) -> Commitment:
    span = phrase(parse, act) or act.span
    holders = [*act.source.codes] if act.source else []
    partner = act.target.code if act.target else None
    if act.symmetric:
        holders += list(act.target.codes) if act.target else []
        partner = None
    due = next((t.value for t in (times.near(c.trigger.carrier) for c in act.content) if t is not None), None)
    return Commitment(
        evidence=(act.span, span) if span != act.span else (span,),
        holder="; ".join(holders),
        action=" ".join(parse.words(span).split()),
        partner=partner,
        strength=strength,
        due=due,
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
    )
