"""``depeche timeline``: two sides day by day."""

from typing import Annotated

import typer

from depeche.cli.ledger import LedgerOption


def command(
    one: Annotated[str, typer.Argument(help="A state or organisation, by code or name: KAZ, Chine, EU.")],
    other: Annotated[str, typer.Argument(help="The other.")],
    ledger: LedgerOption = "depeche.db",
    since: Annotated[str | None, typer.Option(help="Not before: 2019, 2019-12 or 2019-12-17.")] = None,
    until: Annotated[str | None, typer.Option(help="As it was told until then.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,  # noqa: FBT002
) -> None:
    """Tell what was between two sides, the earliest first, each with the words of its first report."""
    from depeche.cli.show_hits import show_fact
    from depeche.dossier.timeline import timeline
    from depeche.ledger import Ledger
    from depeche.record.json import line

    with Ledger(ledger) as book:
        entries = timeline(book, one, other, since=since, until=until)
    for entry in entries:
        if json:
            print(line(entry))
        else:
            show_fact(entry.day, f"{entry.kind}: {entry.what}", entry.facts)
    if not entries and not json:
        typer.echo("nothing is told of the two", err=True)
