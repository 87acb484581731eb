"""Forums in which both sides sit, and their coming meetings."""

from depeche.dossier.dossier import Forum
from depeche.knowledge.meetings import meetings
from depeche.knowledge.world import world

_FEWEST = 60  # members of a body that all states sit in: it tells nothing of two of them


def forums(one: str, other: str, day: str | None) -> tuple[Forum, ...]:
    """The organisations and forums of both, those with a coming meeting first, then the smallest."""
    known = world()
    found = []
    for code in sorted(known.organisations):
        members = known.members(code, day)
        if one in members and other in members and len(members) <= _FEWEST:
            found.append((len(members), _forum(code, day)))
    return tuple(
        forum for _, forum in sorted(found, key=lambda pair: (pair[1].date or "9", pair[0], pair[1].code))
    )


def _forum(code: str, day: str | None) -> Forum:
    name = world().name_of(code)
    coming = [meeting for meeting in meetings() if meeting.forum == code and day and meeting.first_day >= day]
    if not coming:
        return Forum(code, name)
    first = min(coming, key=lambda meeting: meeting.first_day)
    return Forum(code, name, first.label, first.date, first.place)
