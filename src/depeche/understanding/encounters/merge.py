"""Several words for one encounter: which rows are the same, and what they make together."""

from collections.abc import Container

import msgspec

from depeche.record import Encounter, Span

TALK = frozenset({"meeting", "talks"})


def add(rows: list[Encounter], row: Encounter, *, apart: bool = False, besides: Container[Span] = ()) -> None:
    """Add a row, or join it to the last one that tells the same encounter; never one that is told `apart`.

    Rows whose first evidence is among those of `besides` are left alone.
    """
    for at in range(len(rows) - 1, -1, -1) if not apart else ():
        if rows[at].evidence[0] not in besides and same(rows[at], row):
            rows[at] = joined(rows[at], row)
            return
    rows.append(row)


def same(first: Encounter, second: Encounter) -> bool:
    """Whether two rows may tell one encounter: alike in kind and time, the sides of one among the other's."""
    if _goes_on(first, second):
        return True
    if not _kinds(first, second) or (first.status == "planned") != (second.status == "planned"):
        return False
    if not compatible(first.date, second.date):
        return False
    if first.kind == "summit":
        return _forums(first.forum, second.forum)
    one, two = set(first.states), set(second.states)
    if not (one <= two or two <= one):
        return False
    people, others = set(first.participants), set(second.participants)
    if one != two and min(len(one), len(two)) > 1 and not people & others:
        return False
    return not people or not others or people <= others or others <= people


def _goes_on(first: Encounter, second: Encounter) -> bool:
    """Whether talks without a place are those of a call told before ("Les deux hommes ont échangé") or after."""
    told_on = (first.kind, second.kind) == ("call", "talks") and second.place is None
    named_later = (
        first.kind in TALK and second.kind == "call" and first.place is None and bool(second.participants)
    )
    return (
        (told_on or named_later)
        and first.status == second.status
        and compatible(first.date, second.date)
        and set(first.states) == set(second.states)
        and set(second.participants) <= set(first.participants)
    )


def _forums(first: str | None, second: str | None) -> bool:
    """Whether two labels name one forum; one of them may leave out which edition it is."""
    if first is None or second is None:
        return first == second
    return first == second or first.startswith(second + " ") or second.startswith(first + " ")


def _kinds(first: Encounter, second: Encounter) -> bool:
    return first.kind == second.kind or {first.kind, second.kind} <= TALK


def compatible(first: str | None, second: str | None) -> bool:
    """Whether two EDTF dates may be one: one holds the other, or one is unknown."""
    if first is None or second is None:
        return True
    one, two = _ends(first), _ends(second)
    return (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])


def _ends(date: str) -> tuple[str, str]:
    low, _, high = date.partition("/")
    return low, (high or low) + "~"


def joined(first: Encounter, second: Encounter) -> Encounter:
    """One row of two, the finer date and what either knows."""
    dates = [date for date in (first.date, second.date) if date]
    return msgspec.structs.replace(
        first,
        kind="call"
        if "call" in (first.kind, second.kind)
        else "talks"
        if first.kind == "meeting" and second.kind == "talks" and not first.participants
        else first.kind,
        evidence=first.evidence + tuple(s for s in second.evidence if s not in first.evidence),
        participants=tuple(dict.fromkeys(first.participants + second.participants)),
        states=tuple(dict.fromkeys(first.states + second.states)),
        date=max(dates, key=lambda date: ("/" not in date, len(date))) if dates else None,
        place=first.place or second.place,
        level=first.level or second.level,
        margins_of=first.margins_of or second.margins_of,
        forum=max((f for f in (first.forum, second.forum) if f), key=len, default=None),
        status=first.status if first.status != "held" or second.status != "cancelled" else second.status,
    )
