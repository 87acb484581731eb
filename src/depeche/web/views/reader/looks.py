"""How sure an act is as told, which the reader shows by its line: done, planned, called for, denied or open."""

from typing import Literal

from depeche.record import Commitment, Encounter, Event, Position, Row

Look = Literal["done", "planned", "called", "denied", "open"]

_STATUS: dict[str, Look] = {
    "occurred": "done",
    "held": "done",
    "past-cited": "done",
    "planned": "planned",
    "called-for": "called",
    "denied": "denied",
    "cancelled": "denied",
    "hypothetical": "open",
}
# What an operator makes of an act that it governs: a promise is a plan, a refusal the denial of what is asked.
_MODALITY: dict[str, Look] = {
    "intend": "planned",
    "promise": "planned",
    "offer": "planned",
    "accept": "planned",
    "appeal": "called",
    "demand": "called",
    "refuse": "denied",
    "threaten": "open",
}
_STRENGTH: dict[str, Look] = {
    "signed": "done",
    "agreed": "done",
    "considering": "open",
    "conditional": "open",
}
_STANCE: dict[str, Look] = {"calls-for": "called", "demands": "called", "denies": "denied"}


def look(row: Row) -> Look | None:
    """The look of an encounter, event, commitment or position; None for rows that tell of no act."""
    match row:
        case Event():
            told = _STATUS[row.status]
            return _MODALITY.get(row.modality or "", told) if told == "done" else told
        case Encounter():
            return _STATUS[row.status or "held"]
        case Commitment():
            return _STRENGTH.get(row.strength, "planned")
        case Position():
            return _STANCE.get(row.stance, "done")
    return None
