"""``depeche ingest``: dispatches into a ledger."""

from typing import Annotated

import typer

from depeche.cli import ingesting
from depeche.cli.ledger import LedgerOption
from depeche.cli.priority import give_way


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES | FOLDERS | PATTERNS | -]...",
            help="Texts, pages, JSON Lines, CSV, Parquet, RSS or Atom files, WARC, folders of depeche batch; "
            "- for standard input.",
        ),
    ] = None,
    ledger: LedgerOption = "depeche.db",
    language: Annotated[
        str | None,
        typer.Option(help="Language of the dispatches (see depeche languages); found out if not given."),
    ] = None,
    refresh: Annotated[  # noqa: FBT002
        bool, typer.Option("--refresh", help="Read again what another version of depeche read.")
    ] = False,
    text: Annotated[
        str | None, typer.Option(help="The column of tables that holds the text or page.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="The column that holds the address.")] = None,
    title: Annotated[str | None, typer.Option(help="The column that holds the headline.")] = None,
    date: Annotated[str | None, typer.Option(help="The column that holds the date of publication.")] = None,
    gpu: Annotated[  # noqa: FBT002
        bool, typer.Option("--gpu", help="Use the accelerator of this machine (depeche[gpu]).")
    ] = False,
    rejects: Annotated[
        str, typer.Option(help="Write what was not read to this file, one JSON object a line.")
    ] = "rejects.jsonl",
    limit: Annotated[int, typer.Option(help="Most characters of a dispatch.", min=1)] = 2_000_000,
    json: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help="Print what became of each article, one JSON object a line.")
    ] = False,
) -> None:
    """Read dispatches into a ledger; what it has already is skipped, so a run that was cut off goes on.

    It gives way to others on the machine, so that who reads the ledger meanwhile is not held up.
    """
    give_way()
    code = ingesting.run(
        paths or ["-"],
        ledger=ledger,
        language=language,
        refresh=refresh,
        columns=(text, url, title, date),
        rejects=rejects,
        limit=limit,
        gpu=gpu,
        json=json,
    )
    raise typer.Exit(code)
