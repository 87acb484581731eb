"""From acts to encounters: who met whom, where, when, in the margins of what."""

import calendar
from collections.abc import Iterable
from datetime import date as day

import msgspec

from depeche.languages.pack import Pack
from depeche.record import Encounter
from depeche.record.tables import EncounterKind, EncounterStatus
from depeche.syntax.parse import Parse
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.circumstances import level, margins, words

KINDS: dict[str, EncounterKind] = {
    "meet": "meeting",
    "discuss": "meeting",
    "host": "meeting",
    "negotiate": "talks",
    "call": "call",
    "visit": "visit",
    "sign": "signing",
}


def encounters(parse: Parse, pack: Pack, acts: Iterable[Act], published: str | None) -> tuple[Encounter, ...]:
    """One row for each coming together that is told as held, planned or cancelled."""
    rows: list[Encounter] = []
    table = words(pack)
    for act in acts:
        row = _row(act, published)
        if row is None:
            continue
        row = msgspec.structs.replace(row, level=level(act, table), margins_of=margins(parse, act, table))
        at = next((i for i, r in enumerate(rows) if _same(r, row)), None)
        if at is None:
            rows.append(row)
        else:
            rows[at] = _joined(rows[at], row)
    return tuple(rows)


def _row(act: Act, published: str | None) -> Encounter | None:
    if act.frame is None or act.modality is not None or act.frame.name not in KINDS or act.status == "denied":
        return None
    states = _codes(act)
    if len(states) < 2 and act.frame.name != "visit":
        return None
    if not states:
        return None
    return Encounter(
        evidence=(act.span,),
        kind=KINDS[act.frame.name],
        participants=_persons(act),
        states=states,
        date=act.date,
        place=act.place,
        status=_status(act, published),
    )


def _codes(act: Act) -> tuple[str, ...]:
    out: list[str] = []
    for party in (act.source, act.target):
        out.extend(code for code in (party.codes if party else ()) if code not in out)
    return tuple(out)


def _persons(act: Act) -> tuple[str, ...]:
    out: list[str] = []
    for party in (act.source, act.target):
        out.extend(person for person in (party.persons if party else ()) if person not in out)
    return tuple(out)


def _status(act: Act, published: str | None) -> EncounterStatus | None:
    if act.status in ("planned", "called-for"):
        return "planned"
    if act.status == "hypothetical":
        return None
    if (
        published
        and act.date
        and act.date[: len(published)] < published[: len(act.date)]
        and _days(act.date, published) > 4
    ):
        return "past-cited"
    return "held"


def _days(date: str, published: str) -> int:
    """Days from the end of an EDTF date to the day of publication; 0 where either is unclear."""
    last = date.split("/")[-1]
    parts = last.split("-")
    try:
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else 12
        last_day = int(parts[2]) if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return (day.fromisoformat(published) - day(year, month, last_day)).days
    except ValueError:
        return 0


def _same(first: Encounter, second: Encounter) -> bool:
    talk = ("meeting", "talks")
    kinds = first.kind == second.kind or (first.kind in talk and second.kind in talk)
    dates = first.date is None or second.date is None or first.date == second.date
    states = set(first.states) >= set(second.states) or set(second.states) >= set(first.states)
    return kinds and dates and states and (first.status == "planned") == (second.status == "planned")


def _joined(first: Encounter, second: Encounter) -> Encounter:
    return msgspec.structs.replace(
        first,
        evidence=first.evidence + tuple(s for s in second.evidence if s not in first.evidence),
        participants=first.participants
        + tuple(p for p in second.participants if p not in first.participants),
        states=first.states + tuple(s for s in second.states if s not in first.states),
        date=first.date or second.date,
        place=first.place or second.place,
        level=first.level or second.level,
        margins_of=first.margins_of or second.margins_of,
    )
