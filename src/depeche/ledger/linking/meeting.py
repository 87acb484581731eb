"""Events of meeting: which encounter of its own dispatch tells the same, so that one meeting is not told twice."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, insert, select

from depeche.ledger.linking.report import Window
from depeche.ledger.linking.telling import CONSULTED
from depeche.ledger.prepared import Prepared, number
from depeche.ledger.quotes import sentences
from depeche.ledger.schema import FACTS, dispatches, of_dispatch, reports
from depeche.ledger.written import Written
from depeche.record import Span

TOLD = "the encounter that its sentence tells"
ALONE = "the only encounter of these sides in the dispatch"

# Which kinds of encounter a CAMEO code of consulting may be.
_KINDS = {
    "040": ("meeting", "talks", "summit", "call"),
    "041": ("call",),
    "042": ("visit", "meeting", "talks", "summit"),
    "043": ("visit", "meeting", "talks", "summit"),
    "044": ("meeting", "talks", "summit"),
    "046": ("talks", "meeting", "summit"),
}
_STATUS = {"occurred": ("held", "past-cited"), "planned": ("planned", "cancelled"), "denied": ("cancelled",)}


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An encounter or an event of meeting: `what` is its kind or code, `sentence` the span of its sentences."""

    fact: int
    what: str
    sides: frozenset[str]
    status: str | None
    window: Window | None  # as told
    spans: tuple[Span, ...]
    sentence: Span


def link(connection: Connection, dispatch: int, new: Written | None = None) -> None:
    """Make the events of meeting of a dispatch reports of the occurrences that its own encounters tell of.

    `new` is a dispatch that was just written.
    """
    told = _rows(connection, "events", dispatch, new)
    events = [_event(row) for row in told if row.cameo.startswith(CONSULTED)]
    if not events:
        return
    homes = {row.fact: row for row in _HOMES.rows(connection, dispatch=dispatch)}
    told = _rows(connection, "encounters", dispatch, new)
    encounters = [_encounter(row) for row in told if row.id in homes]
    rows = []
    for event in events:
        found = encounter(event, encounters)
        if found is not None:
            fact, reason = found
            home = {name: getattr(homes[fact], name) for name in ("occurrence", "found", "ruled")}
            row = {"kind": "events", "fact": event.fact, "dispatch": dispatch}
            rows.append(row | home | {"encounter": fact, "reason": reason})
    _REPORTS.run(connection, rows)


def _query(kind: str) -> Select[Any]:
    facts = FACTS[kind]
    query = select(facts, dispatches.c.text).join(dispatches, dispatches.c.id == facts.c.dispatch)
    return query.where(of_dispatch(facts.c.id, number("dispatch"))).order_by(facts.c.id)


_TOLD = {kind: Prepared(_query(kind)) for kind in ("events", "encounters")}
_HOMES = Prepared(
    select(reports.c.fact, reports.c.occurrence, reports.c.found, reports.c.ruled).where(
        reports.c.kind == "encounters", of_dispatch(reports.c.fact, number("dispatch"))
    )
)
_REPORTS = Prepared(
    insert(reports), "kind", "fact", "dispatch", "occurrence", "found", "ruled", "encounter", "reason"
)


def _rows(connection: Connection, kind: str, dispatch: int, new: Written | None) -> Sequence[Any]:
    """The rows of a kind, each with the text of its dispatch."""
    return new.told(kind, text=new.text) if new else _TOLD[kind].rows(connection, dispatch=dispatch)


def _event(row: Any) -> Told:
    return _told(row, row.cameo, _sides(row.source, row.target))


def _encounter(row: Any) -> Told:
    return _told(row, row.kind, row.states)


def _told(row: Any, what: str, sides: Iterable[str]) -> Told:
    spans = tuple((start, end) for start, end in row.evidence)
    return Told(
        fact=row.id,
        what=what,
        sides=frozenset(sides),
        status=row.status,
        window=(row.first, row.last) if row.first and row.last else None,
        spans=spans,
        sentence=sentences(row.text, min(spans)[0], max(end for _, end in spans)),
    )


def _sides(*values: str | None) -> list[str]:
    return [side for value in values for side in (value or "").split("; ") if side]


def encounter(event: Told, encounters: Iterable[Told]) -> tuple[int, str] | None:
    """The encounter that tells the same as an event, and why; None where none does or it cannot be told."""
    fitting = [one for one in encounters if _fits(event, one)]
    near = [one for one in fitting if _meet((event.sentence,), (one.sentence,))]
    if near:
        return max(near, key=lambda one: _nearness(event, one)).fact, TOLD
    return (fitting[0].fact, ALONE) if len(fitting) == 1 else None


def _fits(event: Told, one: Told) -> bool:
    kinds = _KINDS.get(event.what[:3], ())
    if one.what not in kinds or one.status not in _STATUS.get(event.status or "", ()):
        return False
    if not event.sides or not event.sides <= one.sides:
        return False
    if len(event.sides) < 2 and not _meet(event.spans, one.spans):
        return False
    return not (event.window and one.window) or _days_meet(event.window, one.window)


def _nearness(event: Told, one: Told) -> tuple[bool, int, int]:
    kinds = _KINDS[event.what[:3]]
    return _meet(event.spans, one.spans), -kinds.index(one.what), -abs(event.spans[0][0] - one.spans[0][0])


def _meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(start < stop and begin < end for start, end in one for begin, stop in other)


def _days_meet(one: Window, other: Window) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
