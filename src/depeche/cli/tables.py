"""The tables of a record, as compact Rich tables; empty ones are left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from depeche.record import Encounter, Event, Person, Record, Statement
from depeche.visible import visible

_SHOWN = 160  # characters of what is said


def tables(record: Record) -> Iterator[Table]:
    """One table for each kind of row that the record has."""
    rows: tuple[tuple[str, Sequence[str], Iterable[Any], Callable[[Any], tuple[str | None, ...]]], ...] = (
        ("People", ("name", "office", "role", "of"), record.people, _person),
        ("Encounters", ("kind", "who", "when", "where", "status"), record.encounters, _encounter),
        ("Statements", ("speaker", "cue", "says"), record.statements, lambda row: _statement(record, row)),
        (
            "Positions",
            ("holder", "stance", "to", "told by"),
            record.positions,
            lambda row: (row.holder, row.stance, row.target, row.via),
        ),
        (
            "Commitments",
            ("holder", "strength", "to do", "with", "due"),
            record.commitments,
            lambda row: (row.holder, row.strength, row.action, row.partner, row.due),
        ),
        ("Events", ("source", "target", "CAMEO", "PLOVER", "status", "when", "where"), record.events, _event),
        ("Times", ("words", "value", "because"), record.dates, lambda row: (row.text, row.value, row.reason)),
    )
    for title, headings, given, cells in rows:
        if given:
            yield _table(title, headings, [cells(row) for row in given])


def _table(title: str, headings: Sequence[str], rows: Iterable[tuple[str | None, ...]]) -> Table:
    out = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        padding=(0, 1),
    )
    for number, heading in enumerate(headings):
        out.add_column(heading, overflow="fold", style="bold" if number == 0 else None)
    for row in rows:
        out.add_row(*(" ".join(visible(cell).split()) if cell else "" for cell in row))
    return out


def _person(row: Person) -> tuple[str | None, ...]:
    return row.name, row.office, f"former {row.role or ''}".strip() if row.former else row.role, row.of


def _encounter(row: Encounter) -> tuple[str | None, ...]:
    who = ", ".join(row.participants) or ", ".join(row.states)
    states = f" ({', '.join(row.states)})" if row.participants and row.states else ""
    margins = f", in the margins of {row.margins_of}" if row.margins_of else ""
    kind = row.level or row.kind
    forum = f": {row.forum}" if row.forum else ""
    return kind + forum, who + states + margins, row.date, row.place, row.status


def _statement(record: Record, row: Statement) -> tuple[str | None, ...]:
    words = " ".join(record.words(row.content).split()) if row.content else ""
    words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    quoted = f"“{words}”" if row.mode == "direct" and words else words
    by = row.speaker or row.speaker_of or "?"
    side = f" ({row.speaker_of})" if row.speaker_of and row.speaker_of != by else ""
    via = f", via {row.via}" if row.via else ""
    return by + side + via, row.cue, quoted


def _event(row: Event) -> tuple[str | None, ...]:
    plover = " ".join(part for part in (row.plover.event, row.plover.mode) if part)
    target = f"⇄ {row.target}" if row.symmetric and row.target else row.target
    status = row.status + (f", via {row.via}" if row.via else "")
    return row.source, target, row.cameo, plover, status, row.date, row.place
