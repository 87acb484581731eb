"""The dossier of two sides, as data: every line with the fact that it was read from."""

from typing import Literal

import msgspec

from depeche.ledger.relations import Fact

Level = Literal["heads", "ministers", "others"]
MOST = 60  # of the newest in a part that grows with the ledger; a period gives the older ones
LEVELS: tuple[Level, ...] = ("heads", "ministers", "others")


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks for a side: the latest office, and how often and when last."""

    name: str
    office: str | None
    last: str | None
    times: int
    fact: Fact


class Meeting(msgspec.Struct, frozen=True):
    """An encounter as all its reports tell it; `differing` are what they tell otherwise, by column."""

    level: Level
    kind: str
    day: str | None
    date: str | None
    place: str | None
    persons: tuple[str, ...]
    sides: tuple[str, ...]
    forum: str | None
    status: str | None
    facts: tuple[Fact, ...]
    differing: dict[str, tuple[str, ...]] = {}


class Stance(msgspec.Struct, frozen=True):
    """A position of a side on the other or on a matter between them; `turned` is the earlier, other stance."""

    holder: str
    stance: str
    target: str | None
    day: str | None
    fact: Fact
    turned: "Stance | None" = None

    @property
    def friendly(self) -> bool:
        """Whether it is an agreement and not a friction."""
        return self.stance in ("supports", "welcomes")


class Promise(msgspec.Struct, frozen=True):
    """A commitment to the other side, how old it is in days, and later acts that may have kept it."""

    holder: str
    partner: str | None
    action: str
    strength: str
    due: str | None
    day: str | None
    age: int | None
    fact: Fact
    followed: tuple[Fact, ...] = ()


class Forum(msgspec.Struct, frozen=True):
    """A forum in which both sit, and its next meeting that is known."""

    code: str
    name: str
    meeting: str | None = None
    date: str | None = None
    place: str | None = None


class Month(msgspec.Struct, frozen=True):
    """A month's acts between the two: the sums of their Goldstein values above and below nought."""

    month: str
    cooperative: float
    conflictual: float
    acts: int


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds on two sides in a period, the most important first within each part.

    Agreements, statements, stances and promises are the newest, MOST of them; an earlier `until` gives those before.
    """

    one: str
    other: str
    since: str | None
    until: str | None
    day: (
        str | None
    )  # as of which ages and what is to come are counted: the last day of the ledger, or `until`
    dispatches: int
    speakers: dict[str, tuple[Speaker, ...]]
    last: tuple[Meeting, ...]
    coming: tuple[Meeting, ...]
    agreements: tuple[Fact, ...]
    said: dict[str, tuple[Fact, ...]]
    stances: tuple[Stance, ...]
    promises: tuple[Promise, ...]
    forums: tuple[Forum, ...]
    intensity: tuple[Month, ...]
