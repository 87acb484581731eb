"""How far words bind the side that says them."""

from typing import cast

from depeche.record.tables import Strength
from depeche.understanding.acts.triggers import Trigger

BY_MODALITY = {"promise": "pledged", "intend": "planned", "offer": "willing", "accept": "agreed"}


def binds(trigger: Trigger, modality: str | None) -> Strength | None:
    """The strength of an operator: its entry's, else that of its modality; None where it does not bind."""
    return cast("Strength | None", trigger.entry.strength or BY_MODALITY.get(modality or ""))
