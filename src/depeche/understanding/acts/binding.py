"""How far words bind the side that says them."""

from collections.abc import Collection
from typing import cast

import msgspec

from depeche.record.tables import Strength
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.triggers import Trigger
from depeche.understanding.speech import Said

BY_MODALITY = {"promise": "pledged", "intend": "planned", "offer": "willing", "accept": "agreed"}


def binds(trigger: Trigger, modality: str | None) -> Strength | None:
    """The strength of an operator: its entry's, else that of its modality; None where it does not bind."""
    return cast("Strength | None", trigger.entry.strength or BY_MODALITY.get(modality or ""))


def resolved(codes: Collection[str], said: Said | None) -> Strength | None:
    """How far a side is bound by what is to come: in its own words more than in the narrator's.

    What a speaker foretells of others, and what nobody knows who says, binds nobody.
    """
    if said is None:
        return "planned"
    own = said.speaker_of.split("; ") if said.speaker_of else []
    return "pledged" if set(codes) <= set(own) else None


def going_on(act: Act, strength: str | None) -> Act:
    """What a side says it will go on with is so already, and binds it ("continuera de soutenir")."""
    if strength is None or not act.has("verbal"):
        return act
    return msgspec.structs.replace(act, status="occurred", strength=cast("Strength", strength))
