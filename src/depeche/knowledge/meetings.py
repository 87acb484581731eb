"""Numbered meetings of forums: which edition, when, where."""

import csv
from functools import lru_cache
from pathlib import Path

import msgspec

from depeche.knowledge.world import world

TABLE = Path(__file__).parent / "meetings.csv"

# Labels leave out the kind that a forum's name already says; a debate is the opening of its session.
_SILENT = ("summit", "session", "conference", "debate")


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting of a forum: `kind` is summit, FMM (foreign ministers), MC, session, debate or conference.

    `edition` is None where a forum does not count its meetings. `date` is EDTF, an interval for several days;
    `place` the city in English, `state` the state that it lies in.
    """

    forum: str
    kind: str
    edition: int | None
    date: str
    place: str
    state: str

    @property
    def label(self) -> str:
        """The code with the edition, as records write it ("ASEM FMM 14", "BRF 2")."""
        return label(self.forum, self.edition, self.kind)

    @property
    def first_day(self) -> str:
        """The first day, or month, of the meeting."""
        return self.date.partition("/")[0]


def label(forum: str, edition: int | None, kind: str = "summit") -> str:
    """A forum's code, kind of meeting and edition, as far as they are told ("ASEM FMM 14", "G20")."""
    body = world().organisation(forum)
    name = (body.short if body else None) or forum
    parts = (name, "" if kind in _SILENT else kind, "" if edition is None else str(edition))
    return " ".join(part for part in parts if part)


@lru_cache
def meetings() -> tuple[Meeting, ...]:
    """All meetings of the table, by forum and kind, in the order of their editions."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_meeting(row) for row in csv.DictReader(file))


@lru_cache
def _by_edition() -> dict[tuple[str, int, str], Meeting]:
    return {(row.forum, row.edition, row.kind): row for row in meetings() if row.edition is not None}


def find_meeting(forum: str, edition: int, kind: str | None = None) -> Meeting | None:
    """The meeting of that edition, of any kind where none is told; None if the table lacks it."""
    if kind is not None:
        return _by_edition().get((forum, edition, kind))
    return next((row for row in meetings() if row.forum == forum and row.edition == edition), None)


def find_by_place(forum: str, state: str, year: str | None = None) -> Meeting | None:
    """The one meeting that a forum held in a state, in a year if told; None if there is not just one."""
    found = [
        row
        for row in meetings()
        if row.forum == forum and row.state == state and (year is None or row.date.startswith(year))
    ]
    return found[0] if len(found) == 1 else None


def _meeting(row: dict[str, str]) -> Meeting:
    edition = int(row["edition"]) if row["edition"] else None
    return Meeting(
        forum=row["forum"],
        kind=row["kind"],
        edition=edition,
        date=row["date"],
        place=row["place"],
        state=row["state"],
    )
