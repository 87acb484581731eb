"""Whether two dispatches tell of one occurrence, and why we think so."""

from depeche.ledger.linking.places import agree
from depeche.ledger.linking.report import Report, Window, shifted

# Kinds of encounter that one dispatch may call by the one name and another by the other.
MEETING = ("meeting", "talks", "summit")
ASTRAY = 2  # days by which two reports of one meeting may differ
RETOLD = 3  # days within which an act without a date is told again


def same(one: Report, other: Report) -> str | None:
    """Why two reports are of one occurrence, None where they are not or where it cannot be told."""
    if one.table != other.table or one.dispatch == other.dispatch:
        return None
    if "cancelled" in (one.status, other.status) and not (one.window and other.window):
        return None
    return _same_encounter(one, other) if one.table == "encounters" else _same_event(one, other)


def _same_encounter(one: Report, other: Report) -> str | None:
    if not _kinds_agree(one, other) or not _sides_agree(one, other) or _other_persons(one, other):
        return None
    met = bool(_persons(one) & _persons(other))
    here = agree(one.place, other.place)
    if here is False and not met:
        return None
    meets = _windows_meet(one.window, other.window, 0)
    if meets and (met or here or (one.dated and other.dated)):
        return _told(met=met, here=bool(here), dated=one.dated and other.dated)
    near = _windows_meet(one.window, other.window, ASTRAY)
    if near and met and here is not False and "planned" not in (one.status, other.status):
        return "the same persons, the day told otherwise"
    return None


def _same_event(one: Report, other: Report) -> str | None:
    if one.what[:3] != other.what[:3] or not _parts_agree(one, other):
        return None
    if (one.status == "occurred") != (other.status == "occurred") or one.day is None or other.day is None:
        return None
    if one.dated and other.dated:
        return "the same act, sides and day" if _windows_meet(one.window, other.window, 0) else None
    near = _windows_meet((one.day, one.day), (other.day, other.day), RETOLD)
    return "the same act and sides, in dispatches of the same days" if near else None


def _parts_agree(one: Report, other: Report) -> bool:
    """Whether the same act, of one source, is told of the same sides, or of one more of them in one report."""
    if one.sides == other.sides:
        return one.source == other.source
    few, many = sorted((one.sides, other.sides), key=len)
    alike = one.what == other.what and one.source is not None and one.source == other.source
    return alike and len(few) > 1 and few < many


def _kinds_agree(one: Report, other: Report) -> bool:
    return one.what == other.what or (one.what in MEETING and other.what in MEETING)


def _sides_agree(one: Report, other: Report) -> bool:
    if one.forum and one.forum == other.forum and one.what == other.what == "summit":
        return True
    few, many = sorted((one.sides, other.sides), key=len)
    return len(few) > 1 and few <= many


def _other_persons(one: Report, other: Report) -> bool:
    """Whether some side is represented by other persons: its ministers met, not its presidents."""
    for side in one.sides & other.sides:
        ours, theirs = ({person for person, of in report.persons if of == side} for report in (one, other))
        if ours and theirs and ours.isdisjoint(theirs):
            return True
    return False


def _persons(report: Report) -> set[int]:
    return {person for person, _ in report.persons}


def _windows_meet(one: Window | None, other: Window | None, slack: int) -> bool:
    if one is None or other is None:
        return False
    return shifted(one[0], -slack) <= other[1] and other[0] <= shifted(one[1], slack)


def _told(*, met: bool, here: bool, dated: bool) -> str:
    parts = (("persons", met), ("place", here), ("day", dated))
    return "the same sides, " + " and ".join(name for name, holds in parts if holds)
