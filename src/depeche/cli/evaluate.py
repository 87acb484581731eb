"""``depeche evaluate``: how well depeche reads."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Shown(StrEnum):
    """The tables whose missed and surplus rows can be shown."""

    people = "people"
    encounters = "encounters"
    statements = "statements"
    positions = "positions"
    commitments = "commitments"
    events = "events"
    dates = "dates"
    sentences = "sentences"


def command(
    language: Annotated[
        list[str] | None, typer.Option(help="Measure only this language; may be given more than once.")
    ] = None,
    cases: Annotated[
        Path | None,
        typer.Option(help="Measure on a folder of your own: texts NAME.txt with their facts NAME.json."),
    ] = None,
    show: Annotated[
        Shown | None, typer.Option(help="Show the rows of a table that were missed or are surplus.")
    ] = None,
    verdicts: Annotated[
        str | None,
        typer.Option(
            metavar="LEDGER",
            help="Count instead what reviewers accepted, corrected and rejected in a ledger.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,  # noqa: FBT002
) -> None:
    """Measure every language on gold, and hold the figures against the floors that ship with them."""
    from depeche.cli import evaluating, reviewed

    if verdicts is not None:
        reviewed.run(verdicts, as_json=as_json)
        return

    wanted = tuple(code.lower() for code in language or ())
    code = evaluating.run(wanted, folder=cases, show=show.value if show else None, as_json=as_json)
    raise typer.Exit(code)
