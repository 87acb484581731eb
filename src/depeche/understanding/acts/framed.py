"""The day of what is said: that of the talks it was said in, or of the declaration that it is.

A dispatch dates its talks once and then tells what each side said there. What was said before, by whom else and in what
other talks is left without a day.
"""

from collections.abc import Iterable

import msgspec

from depeche.record import Encounter, Event
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children, finite
from depeche.syntax.words import Word
from depeche.understanding.acts.events import VERBAL
from depeche.understanding.speech import Speech

MEETINGS = (
    "meeting",
    "talks",
    "call",
)  # what is said in them is said on their day; a visit may last for days
DAY = len("2024-05-03")


def framed(
    events: Iterable[Event],
    encounters: Iterable[Encounter],
    parse: Parse,
    speech: Speech,
    published: str | None,
) -> tuple[Event, ...]:
    """The events, those without a day that are words dated by what they were said in."""
    held = [one for one in encounters if one.status == "held" and one.kind in MEETINGS and _is_day(one.date)]
    author = _author(speech)
    out: list[Event] = []
    for row in events:
        day = None
        if row.date is None and row.cameo.startswith(VERBAL) and row.status == "occurred" and row.via is None:
            day = _of_talks(row, held) or (published if author and row.source == author else None)
        known = _is_day(day) and not _earlier(row, parse)
        out.append(msgspec.structs.replace(row, date=day) if known else row)
    return tuple(out)


def _is_day(date: str | None) -> bool:
    return date is not None and len(date) == DAY and "X" not in date


def _of_talks(row: Event, held: list[Encounter]) -> str | None:
    """The day of the only talks in which both sides took part, or of the only ones at all of him who speaks."""
    source, target = ({*side.split("; ")} if side else set() for side in (row.source, row.target))
    for sides, talks in ((source | target, held), (source, held)):
        days = {one.date for one in talks if sides and sides <= set(one.states)}
        if len(days) == 1:
            return days.pop()
    return None


def _author(speech: Speech) -> str | None:
    """Whose text it is, where one side says most of it, and some of it without words that tell that it does."""
    outer = [said for said in speech.statements if said.parent is None]
    silent = {said.speaker_of for said in outer if said.speaker_span is None}
    author = silent.pop() if len(silent) == 1 else None
    return author if 2 * sum(said.speaker_of == author for said in outer) > len(outer) else None


def _earlier(row: Event, parse: Parse) -> bool:
    """Whether it is told as done before what the text tells ("had promised")."""
    return any(_anterior(token) for span in row.evidence[:1] for token in parse.tokens(span))


def _anterior(token: Word) -> bool:
    helps = [aux for aux in children(token, "aux") if aux.dep_ != "aux:pass"]
    past = any(not {"Past", "Imp"}.isdisjoint(finite(aux).morph.get("Tense")) for aux in helps)
    return past and "Part" in token.morph.get("VerbForm")
