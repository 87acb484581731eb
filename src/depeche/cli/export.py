"""``depeche export``: a ledger as tables, event data and their codebook."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli.ledger import LedgerOption

if TYPE_CHECKING:
    from depeche.export.told import Told


class What(StrEnum):
    """What is exported."""

    facts = "facts"
    people = "people"
    encounters = "encounters"
    statements = "statements"
    positions = "positions"
    commitments = "commitments"
    events = "events"
    dates = "dates"
    plover = "plover"
    gdelt = "gdelt"
    jsonld = "jsonld"
    ftm = "ftm"
    codebook = "codebook"


class Format(StrEnum):
    """The format of tables."""

    csv = "csv"
    parquet = "parquet"


def command(
    what: Annotated[
        What,
        typer.Argument(
            help="All seven tables (facts), one of them, a layout of events, JSON-LD, or FollowTheMoney."
        ),
    ],
    to: Annotated[
        Path, typer.Option(help="A folder, or the file itself; without it, the folder where you are.")
    ] = Path(),
    ledger: LedgerOption = "depeche.db",
    format: Annotated[Format, typer.Option(help="The format of tables.")] = Format.csv,  # noqa: A002
    actor: Annotated[
        list[str] | None,
        typer.Option(help="A state or organisation by its code (FRA, NATO); may be given more than once."),
    ] = None,
    since: Annotated[str | None, typer.Option(help="Not before: 2019, 2019-12 or 2019-12-17.")] = None,
    until: Annotated[str | None, typer.Option(help="Not after.")] = None,
    copies: Annotated[  # noqa: FBT002
        bool, typer.Option("--copies", help="Near-copies of a wire too.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,  # noqa: FBT002
) -> None:
    """Write a ledger to files that pandas, Polars, DuckDB and R read; the codebook explains their columns."""
    from depeche.export import Chosen, explain, export
    from depeche.ledger import Ledger

    if what is What.codebook:
        typer.echo(str(explain(to, force=force)), err=True)
        return
    chosen = Chosen(actors=tuple(actor or ()), since=since, until=until, copies=copies)
    with Ledger(ledger) as book, book.reading() as connection:
        written = export(connection, what.value, to, chosen, form=format.value, force=force, watch=_watched)
    for path in written:
        typer.echo(str(path), err=True)


def _watched(facts: Iterator["Told"], name: str, total: int) -> Iterator["Told"]:
    """The same facts, with a bar on standard error while somebody is looking."""
    if not sys.stderr.isatty():
        yield from facts
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(facts, total=total, description=name)
