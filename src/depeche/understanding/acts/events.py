"""From acts to event rows."""

from collections.abc import Iterable, Iterator

import msgspec

from depeche.ontology import plover
from depeche.record import Event, Span
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party

# An appeal, a promise or a threat that was not made, or not yet, is no event.
UNSAID = ("denied", "planned")
# An act of violence may be told without anybody who did it.
SOURCELESS = ("17", "18", "19", "20")


def events(acts: Iterable[Act]) -> tuple[Event, ...]:
    """The event rows of acts, in the order of the text; the same verbal act told twice is one row."""
    rows: list[Event] = []
    where: dict[tuple[object, ...], int] = {}
    for act in _flat(acts):
        row = _row(act)
        if row is None:
            continue
        key = _key(row, verbal=row.cameo[:2] in ("02", "03", "05", "10", "11", "12", "13"))
        at = where.get(key)
        if at is None:
            where[key] = len(rows)
            rows.append(row)
        else:
            rows[at] = _joined(rows[at], row)
    return tuple(rows)


def _flat(acts: Iterable[Act]) -> Iterator[Act]:
    for act in acts:
        yield act
        if act.modality in ("appeal", "demand") and act.status == "occurred":
            for inner in act.content:
                if inner.has("concrete") and inner.modality is None:
                    yield _called_for(inner)


def _called_for(act: Act) -> Act:
    return msgspec.structs.replace(act, status="called-for", via=None)


def _row(act: Act) -> Event | None:
    if act.has("speech") or (act.modality is not None and act.status in UNSAID) or _vague(act):
        return None
    source, target = act.source, act.target
    if act.has("domestic"):
        source, target = source or target, target or source
    elif act.has("internal"):
        target = target or source
    if target is None and act.has("meeting") and act.modality is None:
        return None
    if source is None and (target is None or not act.code.startswith(SOURCELESS)):
        return None
    if (
        target is None
        and act.symmetric
        and source is not None
        and len(source.codes) == 1
        and not act.has("verbal")
    ):
        return None
    return Event(
        evidence=(act.span,),
        source=source.code if source else None,
        target=target.code if target else None,
        symmetric=act.symmetric,
        cameo=act.code,
        plover=plover(act.code),
        status=act.status,
        source_span=_span(source),
        target_span=_span(act.target),
        date=act.date,
        place=act.place,
        via=act.via,
        frame=act.frame.name if act.frame else None,
        modality=act.modality,
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
    )


def _vague(act: Act) -> bool:
    """An appeal, hope or refusal of nobody knows what, aimed at nobody whom its own words name."""
    return act.modality is not None and act.frame is None and (act.target is None or act.target.span is None)


def _span(party: Party | None) -> Span | None:
    return party.span if party else None


def _key(row: Event, *, verbal: bool) -> tuple[object, ...]:
    sides: tuple[object, ...] = (row.source, row.target)
    if row.symmetric:
        sides = tuple(sorted(str(side) for side in sides))
    key = (sides, row.cameo, row.status)
    return key if verbal or row.status != "occurred" else (*key, row.date)


def _joined(first: Event, second: Event) -> Event:
    evidence = first.evidence + tuple(span for span in second.evidence if span not in first.evidence)
    return msgspec.structs.replace(
        first, evidence=evidence, date=first.date or second.date, place=first.place or second.place
    )
