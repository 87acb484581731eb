"""Events of meeting, told by the encounters: one reading of who met whom serves both tables.

An encounter knows its sides, day, place and status better than the bare act, since it is read over several sentences;
the act knows the CAMEO code and what was denied.
"""

from collections.abc import Iterable, Iterator

import msgspec

from depeche.ontology import plover
from depeche.record import Encounter, Event, Span
from depeche.record.tables import EventStatus
from depeche.syntax.parse import Parse
from depeche.understanding.acts.factuality import combine
from depeche.understanding.speech import Speech

# The code of an encounter that no act tells: CAMEO has no word for the level, only for the manner.
CODES = {"meeting": "040", "talks": "046", "call": "041", "visit": "042"}
STATUS: dict[str | None, EventStatus] = {
    "held": "occurred",
    "past-cited": "occurred",
    "planned": "planned",
    None: "hypothetical",
}
# So many characters apart, an act and an encounter of the same sides are told by one sentence ("ont tenu une réunion").
NEAR = 120
KINDS = {
    "meeting": ("040", "043", "044", "046"),
    "talks": ("040", "044", "046"),
    "call": ("041",),
    "visit": ("042", "043"),
}
MEETINGS = ("040", "041", "042", "043", "044", "046")


def with_meetings(
    events: Iterable[Event], encounters: Iterable[Encounter], parse: Parse, speech: Speech
) -> tuple[Event, ...]:
    """The events, with those of meeting taken from the encounters; a meeting that is denied stays as the act tells it."""
    encounters = tuple(encounters)
    off = [span for one in encounters if one.status == "cancelled" for span in one.evidence]
    rows = [row for row in events if row.cameo not in MEETINGS or not _among(row, off)]
    told = [row for row in rows if row.cameo in MEETINGS]
    out = [row for row in rows if row.cameo not in MEETINGS or row.status in ("denied", "called-for")]
    used: set[int] = set()
    for encounter in encounters:
        if encounter.kind not in CODES or encounter.status not in STATUS or len(encounter.states) < 2:
            continue
        if any(
            _overlap(a, b)
            for row in rows
            if row.cameo not in MEETINGS
            for a in row.evidence
            for b in encounter.evidence
        ):
            continue  # an act of its own tells it otherwise: a summons, an invitation
        at = _act_of(encounter, told, used)
        if at is not None:
            used.add(at)
        out.append(_event(encounter, told[at] if at is not None else None, parse, speech))
    out.extend(row for i, row in enumerate(told) if i not in used and row not in out and _sure(row, out))
    return tuple(sorted(out, key=lambda row: row.evidence[0]))


def _among(row: Event, spans: Iterable[Span]) -> bool:
    return any(_overlap(a, b) for a in row.evidence for b in spans)


def _sure(row: Event, out: Iterable[Event]) -> bool:
    """Whether an act that no encounter tells stands by itself: both sides are named, and no row of theirs is there."""
    if row.target_span is None:
        return False
    sides = _codes(row)
    return not any(_codes(other) == sides and _same_kind(row, other) for other in out)


def _same_kind(a: Event, b: Event) -> bool:
    """Whether two rows may tell one meeting: a visit is none of the talks held on it, nor of another day's."""
    alike = any(a.cameo in codes and b.cameo in codes for codes in KINDS.values())
    return alike and (
        a.date is None or b.date is None or a.date.startswith(b.date) or b.date.startswith(a.date)
    )


def _codes(row: Event) -> set[str]:
    return {code for side in (row.source, row.target) if side for code in side.split("; ")}


def _act_of(encounter: Encounter, told: list[Event], used: set[int]) -> int | None:
    """The act that tells an encounter: one on the same words, else one of the same sides and kind close by."""
    free = [
        (i, row) for i, row in enumerate(told) if i not in used and row.status not in ("denied", "called-for")
    ]
    for i, row in free:
        if any(_overlap(a, b) for a in row.evidence for b in encounter.evidence):
            return i
    for i, row in free:
        near = any(abs(a[0] - b[0]) < NEAR for a in row.evidence for b in encounter.evidence)
        if near and row.cameo in KINDS[encounter.kind] and _codes(row) == set(encounter.states):
            return i
    return None


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _event(encounter: Encounter, act: Event | None, parse: Parse, speech: Speech) -> Event:
    first, *rest = encounter.states
    status = STATUS[encounter.status]
    if act is not None:
        hosted = act.cameo == "043"  # the host is the news: the sides stay as the act tells them
        return msgspec.structs.replace(
            act,
            source=act.source if hosted else first,
            target=act.target if hosted else "; ".join(rest),
            status=combine(act.status, status),
            date=encounter.date or act.date,
            place=encounter.place or act.place,
        )
    code = CODES[encounter.kind]
    return Event(
        evidence=encounter.evidence,
        source=first,
        target="; ".join(rest),
        symmetric=encounter.kind != "visit",
        cameo=code,
        plover=plover(code),
        status=status,
        date=encounter.date,
        place=encounter.place,
        via=next(_voices(encounter, parse, speech), None),
    )


def _voices(encounter: Encounter, parse: Parse, speech: Speech) -> Iterator[str]:
    for token in parse.tokens(encounter.evidence[0])[:1]:
        said = speech.voice(token.i)
        if said is not None and (said.speaker or said.speaker_of):
            yield said.speaker or said.speaker_of or ""
