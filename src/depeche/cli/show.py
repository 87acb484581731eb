"""A record for people: the dispatch with coloured spans, then compact tables."""

import sys
from typing import TextIO

from rich.console import Console

from depeche.record import Record


def show(record: Record, out: TextIO) -> None:
    """Print a record; colours only where `out` is a terminal."""
    screen = Console(file=out, highlight=False, markup=False, emoji=False)
    render(record, screen)


def render(record: Record, screen: Console) -> None:
    """Print a record to a console."""
    screen.print(record.document.title or "", style="bold")
