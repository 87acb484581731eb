"""``depeche occurrences``: what several dispatches tell of alike, and rulings on it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli.ledger import LedgerOption

if TYPE_CHECKING:
    from depeche.ledger import Occurrence

app = typer.Typer(
    no_args_is_help=True,
    help="What several dispatches tell of alike, what they disagree on, and rulings on it.",
)

NumberArgument = Annotated[int, typer.Argument(help="The number of the occurrence.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


class Kind(StrEnum):
    """What occurs."""

    encounters = "encounters"
    events = "events"


@app.command("list")
def list_(
    ledger: LedgerOption = "depeche.db",
    actor: Annotated[
        list[str] | None,
        typer.Option(help="A state or organisation by its code (FRA, NATO); may be given more than once."),
    ] = None,
    since: Annotated[str | None, typer.Option(help="Not before: 2019, 2019-12 or 2019-12-17.")] = None,
    until: Annotated[str | None, typer.Option(help="Not after.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="Encounters or events.")] = None,
    told: Annotated[int, typer.Option(help="Told by so many dispatches or more.", min=1)] = 2,
    differing: Annotated[  # noqa: FBT002
        bool, typer.Option("--differing", help="Only those that the dispatches disagree on.")
    ] = False,
    limit: Annotated[int, typer.Option(help="Most results.", min=1)] = 20,
    offset: Annotated[int, typer.Option(help="Leave out so many.", min=0)] = 0,
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """List what several dispatches tell of alike, the newest first."""
    from depeche.cli.show_occurrence import show_line
    from depeche.ledger import Ledger, Wanted
    from depeche.record.json import line

    wanted = Wanted(
        actors=tuple(actor or ()),
        since=since,
        until=until,
        kind=kind.value if kind else None,
        least=told,
        differing=differing,
        limit=limit,
        offset=offset,
    )
    with Ledger(ledger) as book:
        found = book.occurrences(wanted)
    for occurrence in found:
        print(line(occurrence)) if json else show_line(occurrence)
    if not found and not json:
        typer.echo("nothing found", err=True)


@app.command("show")
def show(
    occurrence: NumberArgument,
    ledger: LedgerOption = "depeche.db",
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Show an occurrence: every report with the reason why it was joined, and what they disagree on."""
    from depeche.ledger import Ledger

    with Ledger(ledger) as book:
        _tell(book.occurrence(occurrence), json=json)


@app.command("merge")
def merge(
    occurrences: Annotated[list[int], typer.Argument(help="Their numbers.")],
    ledger: LedgerOption = "depeche.db",
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Rule that two or more occurrences are one; kept when dispatches are read anew."""
    from depeche.errors import UsageError
    from depeche.ledger import Ledger

    if len(set(occurrences)) < 2:
        raise UsageError("merge takes two occurrences or more; depeche occurrences list tells their numbers")
    with Ledger(ledger) as book:
        _tell(book.merge_occurrences(*occurrences), json=json)


@app.command("split")
def split(
    occurrence: NumberArgument,
    report: Annotated[int, typer.Argument(help="The number of the report that is of something else.")],
    ledger: LedgerOption = "depeche.db",
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Rule that a report is of something else than the other reports of an occurrence."""
    from depeche.ledger import Ledger

    with Ledger(ledger) as book:
        for one in book.split_occurrence(occurrence, report):
            _tell(one, json=json)


def _tell(occurrence: "Occurrence", *, json: bool) -> None:
    from depeche.cli.show_occurrence import show as show_whole
    from depeche.record.json import line

    print(line(occurrence)) if json else show_whole(occurrence)
