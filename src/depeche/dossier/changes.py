"""What is new between two sides since a day."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from depeche.dossier.dossier import Act, Changes, Meeting, Promise, Stance, Tie
from depeche.dossier.meetings import is_held
from depeche.ledger.days import days


class _Dated(Protocol):
    @property
    def day(self) -> str | None: ...


T = TypeVar("T", bound=_Dated)


def changes(
    since: str,
    *,
    ties: Iterable[Tie],
    met: Sequence[Meeting],
    coming: Iterable[Meeting],
    acts: Iterable[Act],
    stances: Iterable[Stance],
    promises: Sequence[Promise],
) -> Changes:
    """What is new since a day, month or year, which is included."""
    first = days(since)[0] or since
    open_ = [one for one in promises if one.strength != "signed"]  # agreements tell what is signed
    return Changes(
        since=since,
        ties=_from(ties, first),
        met=_from((meeting for meeting in met if is_held(meeting)), first),
        cancelled=_told((meeting for meeting in met if meeting.status == "cancelled"), first),
        planned=_told(coming, first),
        acts=_from(acts, first),
        turned=_from((stance for stance in stances if stance.turned), first),
        promised=_from(open_, first),
        kept=tuple(one for one in open_ if any((act.fact.day or "") >= first for act in one.followed)),
    )


def since(items: Iterable[T], first: str | None) -> tuple[T, ...]:
    """Those since a day; all where it is None."""
    return tuple(items) if first is None else _from(items, first)


def _from(items: Iterable[T], first: str) -> tuple[T, ...]:
    return tuple(item for item in items if (item.day or "") >= first)


def _told(met: Iterable[Meeting], first: str) -> tuple[Meeting, ...]:
    """Those of which a dispatch since then tells."""
    return tuple(one for one in met if any((days(fact.published)[0] or "") >= first for fact in one.facts))
