"""Whether a later act may be what was promised, in whatever language either is told; each time with the reasons.

An act can follow a promise only if the holder did it, later, in another dispatch, and it is a deed: not a word, not a
promise again. It is said to be possible where both are acts of one kind towards the same side and share something of
the matter, or where they share several things.
"""

import datetime as dt

import msgspec

from depeche.ledger.linking.matter import Matter
from depeche.ontology.frames import frames

LATEST = 730  # days after which an act is no longer taken for a promise's
_SOON = 45  # days within which the first signing is that of what was to be signed
_RETOLD = 7  # days within which the signing of what was signed is told again
_TWO = 2  # words that tell a matter where the acts are not of one kind
_SIGNED = frozenset(["sign", "agree"])
_CONCLUDING = frozenset(["agree", "settle", "relations"])
_GIVING = frozenset(["release.property"])
_UNTOLD = frozenset(["meeting", "speech", "verbal"])


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """A promise as it is compared: its sides, the kinds of act that it is of, and its matter."""

    dispatch: int
    day: str | None
    holders: frozenset[str]
    partners: frozenset[str]
    frames: frozenset[str]
    matter: Matter
    concluded: bool = False  # what was signed or agreed on then
    to_be_signed: bool = False  # a document of which it is not told that it was signed


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An act as it is compared; `by` are those who did it, `sides` all who have a part."""

    dispatch: int
    day: str | None
    by: frozenset[str]
    sides: frozenset[str]
    frame: str | None
    matter: Matter


def is_deed(frame: str | None, modality: str | None, status: str) -> bool:
    """Whether an event is something done, and not a word, a meeting or a promise."""
    known = frames().get(frame or "")
    return (
        status == "occurred" and modality is None and known is not None and known.traits.isdisjoint(_UNTOLD)
    )


def is_concluded(frame: str | None, modality: str | None, status: str) -> bool:
    """Whether an event is that something was signed or agreed on."""
    return is_deed(frame, modality, status) and family(frame) in _CONCLUDING


def in_time(promise: Promised, deed: Deed) -> bool:
    """Whether an act of the holder comes after a promise, in another dispatch and not too late."""
    later = days_between(promise.day, deed.day)
    if later is None or not 0 < later <= LATEST or promise.dispatch == deed.dispatch:
        return False
    if promise.concluded and family(deed.frame) in _CONCLUDING and later <= _RETOLD:
        return False
    return not promise.holders.isdisjoint(deed.by)


def reasons(promise: Promised, deed: Deed) -> tuple[str, ...]:
    """Why an act may be what was promised; nothing where it is not, or where it cannot be told."""
    alike = family(deed.frame) in {family(frame) for frame in promise.frames}
    partner = not promise.partners.isdisjoint(deed.sides) or _TWO <= len(promise.holders) <= len(
        promise.holders & deed.sides
    )
    words = promise.matter.shared(deed.matter)
    kinds = sorted(promise.matter.kinds & deed.matter.kinds)
    told = sorted(promise.matter.figures & deed.matter.figures)
    later = days_between(promise.day, deed.day) or 0
    soon = promise.to_be_signed and deed.frame in _SIGNED and later <= _SOON
    if not (
        (alike and partner and (words or kinds or told))
        or soon
        or (partner and len(words) >= _TWO and (kinds or told))
    ):
        return ()
    parts = (
        ("the same kind of act", alike),
        ("the same sides", partner),
        (f"the same words: {', '.join(words)}", bool(words)),
        (f"the same kind of thing: {', '.join(kinds)}", bool(kinds)),
        (f"the same figures: {', '.join(f'{value:g}' for value in told)}", bool(told)),
        (f"{later} days later", soon),
    )
    return tuple(reason for reason, holds in parts if holds)


def family(frame: str | None) -> str:
    """The kind of act that frames are of: aid.military is aid, as is to hand things over; to sign is to agree."""
    if frame in _GIVING:
        return "aid"
    name = (frame or "").partition(".")[0]
    return "agree" if name in _SIGNED else name


def days_between(first: str | None, last: str | None) -> int | None:
    """The days from one day to another; None where one is not known."""
    try:
        return (dt.date.fromisoformat(last or "") - dt.date.fromisoformat(first or "")).days
    except ValueError:
        return None
