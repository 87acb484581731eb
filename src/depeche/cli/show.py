"""A record for people: what is known of the dispatch, its text with coloured spans, then compact tables."""

from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from depeche.cli.tables import tables
from depeche.record import Header, Record, Span
from depeche.visible import visible

WIDEST = 110  # characters: longer lines are hard to read
# What is coloured, from the widest spans to the narrowest: later styles win.
STYLES = {
    "said": "italic",
    "name": "green",
    "person": "bold cyan",
    "time": "yellow",
    "cue": "bold magenta",
}
_ZONES = {
    "title": "bold",
    "dateline": "blue",
    "metadata": "dim",
    "caption": "dim italic",
    "noise": "dim strike",
}


def show(record: Record, out: TextIO) -> None:
    """Print a record; colours only where `out` is a terminal."""
    screen = Console(file=out, highlight=False, markup=False, emoji=False)
    render(record, screen)


def render(record: Record, screen: Console) -> None:
    """Print a record to a console."""
    width = min(screen.width, WIDEST)
    screen.print(_heading(record.document), width=width)
    screen.print(Padding(coloured(record), (1, 2)), width=width)
    screen.print(_legend(), width=width)
    for table in tables(record):
        screen.print()
        screen.print(table, width=width)
    screen.print()


def _heading(header: Header) -> Text:
    published = header.published or "no date"
    if header.published_basis:
        published += f" ({header.published_basis})"
    known = [header.place, published, header.language, header.path]
    line = Text(" · ".join(visible(part) for part in known if part), style="bold reverse")
    if header.published_reason:
        line.append_text(Text(f"\n{visible(header.published_reason)}", style="dim not bold not reverse"))
    return line


def coloured(record: Record) -> Text:
    """The text of the record, its zones and the spans of its rows in their styles."""
    text = Text(visible(record.text).strip("\n"))
    offset = len(visible(record.text)) - len(visible(record.text).lstrip("\n"))
    for zone in record.zones:
        if zone.kind in _ZONES:
            text.stylize(_ZONES[zone.kind], zone.start - offset, zone.end - offset)
    for kind, spans in _spans(record).items():
        for start, end in spans:
            text.stylize(STYLES[kind], start - offset, end - offset)
    return text


def _spans(record: Record) -> dict[str, list[Span]]:
    return {
        "said": [row.content for row in record.statements if row.content],
        "name": [span for row in record.names if row.kind != "PER" for span in row.evidence],
        "person": [span for person in record.people for span in person.evidence],
        "time": [span for row in record.dates for span in row.evidence],
        "cue": [row.cue_span for row in record.statements if row.cue_span],
    }


def _legend() -> Text:
    words = {
        "person": "people",
        "name": "states and organisations",
        "time": "times",
        "cue": "cues",
        "said": "what is said",
    }
    parts = [Text(words[kind], style=STYLES[kind]) for kind in words]
    return Text("  ").append_text(Text(" · ", style="dim").join(parts))
