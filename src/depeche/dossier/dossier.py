"""The dossier of two sides, as data: every line with the facts that it was read from."""

from typing import Literal

import msgspec

from depeche.dossier.persons import Named
from depeche.ledger.facts import Fact

Level = Literal["heads", "ministers", "others"]
MOST = 200  # of the newest facts of a kind that a dossier is made of; an earlier `until` gives those before
LEVELS: tuple[Level, ...] = ("heads", "ministers", "others")


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks for a side, in the latest office; `followed` where another was told in the office later."""

    person: Named
    last: str | None
    times: int
    fact: Fact
    followed: bool = False


class Meeting(msgspec.Struct, frozen=True):
    """An encounter as all its reports tell it; `differing` are what they tell otherwise, by column.

    `day` is its own or that of its dispatch, for order; `date` (EDTF) is None where no report tells it.
    """

    level: Level
    kind: str
    day: str | None
    date: str | None
    place: str | None
    persons: tuple[Named, ...]
    sides: tuple[str, ...]
    forum: str | None
    status: str | None
    facts: tuple[Fact, ...]
    differing: dict[str, tuple[str, ...]] = {}


class Tie(msgspec.Struct, frozen=True):
    """A step in how two states stand to each other, or a partnership by the name that the words give it.

    `state` is done, announced, or named (a partnership that is spoken of). `by` is who took the step.
    """

    kind: str
    by: str | None
    state: Literal["done", "announced", "named"]
    day: str | None
    words: str | None
    facts: tuple[Fact, ...]


class Act(msgspec.Struct, frozen=True):
    """What one side did to the other, once for all its reports, and how much it weighs in a brief.

    `date` (EDTF) is as a report tells it; `day` is for order, the dispatch's where none tells it.
    """

    source: str | None
    target: str | None
    symmetric: bool
    cameo: str
    plover: str | None
    day: str | None
    date: str | None
    goldstein: float
    weight: float
    facts: tuple[Fact, ...]


class Said(msgspec.Struct, frozen=True):
    """What a side said to or about the other, once for all its reports, and how much it weighs in a brief."""

    side: str
    speaker: Named | None
    issue: str | None
    day: str | None
    weight: float
    facts: tuple[Fact, ...]


class Stance(msgspec.Struct, frozen=True):
    """A position of a side on the other or on a matter between them; `turned` is the earlier, other stance."""

    holder: str
    stance: str
    target: str | None
    issue: str | None
    day: str | None
    weight: float
    facts: tuple[Fact, ...]
    turned: "Stance | None" = None

    @property
    def part(self) -> Literal["agreements", "requests", "frictions"]:
        """Whether it is an agreement, something that is asked for, or a friction."""
        if self.stance in ("supports", "welcomes"):
            return "agreements"
        return "requests" if self.stance == "calls-for" else "frictions"


class Followup(msgspec.Struct, frozen=True):
    """An act that may be what was promised, and why it is thought to."""

    fact: Fact
    reasons: tuple[str, ...]


class Promise(msgspec.Struct, frozen=True):
    """A commitment to the other side, how old it is in days, and later acts that may have kept it.

    `others` are further reports of it.
    """

    holder: str
    partner: str | None
    action: str
    strength: str
    due: str | None
    day: str | None
    age: int | None
    fact: Fact
    followed: tuple[Followup, ...] = ()
    others: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All reports of it."""
        return (self.fact, *self.others)


class Forum(msgspec.Struct, frozen=True):
    """A forum in which both sit, and its next meeting that is known."""

    code: str
    name: str
    meeting: str | None = None
    date: str | None = None
    place: str | None = None


class Warmth(msgspec.Struct, frozen=True):
    """The acts of a year or a month: the sums of their Goldstein values above and below nought, and their number."""

    when: str
    cooperative: float
    conflictual: float
    acts: int


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What is new since a day: what was, was told or was planned from then on; `kept` are promises kept since."""

    since: str
    ties: tuple[Tie, ...]
    met: tuple[Meeting, ...]
    cancelled: tuple[Meeting, ...]
    planned: tuple[Meeting, ...]
    acts: tuple[Act, ...]
    turned: tuple[Stance, ...]
    promised: tuple[Promise, ...]
    kept: tuple[Promise, ...]


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds on two sides in a period, the most important first within each part.

    `day` is that as of which ages and what is to come are counted: `until`, or the last day of the ledger.
    """

    one: str
    other: str
    since: str | None
    until: str | None
    day: str | None
    dispatches: int
    changes: Changes | None
    ties: tuple[Tie, ...]
    last: tuple[Meeting, ...]
    coming: tuple[Meeting, ...]
    lapsed: tuple[Meeting, ...]  # cancelled, or planned and not told to have been
    acts: tuple[Act, ...]
    promises: tuple[Promise, ...]
    stances: tuple[Stance, ...]
    agreements: tuple[Act, ...]
    said: dict[str, tuple[Said, ...]]
    speakers: dict[str, tuple[Speaker, ...]]
    forums: tuple[Forum, ...]
    years: tuple[Warmth, ...]
    months: tuple[Warmth, ...]
