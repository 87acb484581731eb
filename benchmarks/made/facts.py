"""The facts that a made sentence tells, by its kind, with the characters that tell them."""

from collections.abc import Iterator
from typing import Any

from benchmarks.made.cast import table
from benchmarks.made.telling import Telling
from depeche.ontology import plover
from depeche.record.tables import Commitment, Encounter, Event, Position, Row, Statement, Time


def facts(kind: str, told: Telling) -> Iterator[tuple[str, Row]]:
    """The rows that the last sentence tells, each with the name of its table."""
    tells: dict[str, Any] = table("sides")["kinds"][kind]
    for name, make in _MAKERS.items():
        if name in tells:
            yield f"{name}s", make(told, tells[name])
    if "day" in told.spans:
        span = told.spans["day"]
        yield "dates", Time(text=told.words("day"), value=told.day.isoformat(), evidence=(span,))


def _encounter(told: Telling, what: dict[str, Any]) -> Encounter:
    forum = told.story.forum if what.get("forum") else None
    return Encounter(
        kind=what["kind"],
        participants=(told.spelt(told.actor), told.spelt(told.partner)),
        states=(told.actor.side, told.partner.side),
        forum=forum,
        date=_date(told),
        place=_place(told),
        status=what["status"],
        evidence=(told.spans["cue"],),
    )


def _statement(told: Telling, what: dict[str, Any]) -> Statement:
    return Statement(
        speaker=told.spelt(told.actor),
        speaker_of=told.actor.side,
        cue=told.words("cue").lower(),
        mode=what["mode"],
        content=told.spans["said"],
        speaker_span=told.spans["a.name"],
        cue_span=told.spans["cue"],
        about=(told.partner.side,),
        evidence=(told.spans["cue"],),
    )


def _position(told: Telling, stance: Any) -> Position:
    return Position(
        holder=told.actor.side,
        stance=stance,
        target=f"{told.partner.side}: {told.words('target')}",
        via=_via(told),
        evidence=(told.spans["cue"], told.spans["target"]),
    )


def _commitment(told: Telling, strength: Any) -> Commitment:
    return Commitment(
        holder=told.actor.side,
        action=told.words("said"),
        partner=told.partner.side,
        strength=strength,
        evidence=(told.spans["cue"], told.spans["said"]),
    )


def _event(told: Telling, what: dict[str, Any]) -> Event:
    return Event(
        source=told.actor.side,
        target=told.partner.side,
        symmetric=what.get("symmetric", False),
        cameo=what["cameo"],
        plover=plover(what["cameo"]),
        status=what.get("status", "occurred"),
        date=_date(told),
        place=_place(told),
        via=_via(told),
        frame=what["frame"],
        modality=what.get("modality"),
        evidence=(told.spans["cue"],),
    )


_MAKERS = {
    "encounter": _encounter,
    "statement": _statement,
    "position": _position,
    "commitment": _commitment,
    "event": _event,
}


def _date(told: Telling) -> str | None:
    return told.day.isoformat() if "day" in told.spans else None


def _place(told: Telling) -> str | None:
    return told.words("place") if "place" in told.spans else None


def _via(told: Telling) -> str | None:
    return told.spelt(told.actor) if "a.name" in told.spans else None
