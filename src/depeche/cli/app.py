"""The application: its commands, its exit codes, and errors as one clear line each.

Exit codes: 0 all read, 1 a failure or a figure under its floor, 2 a wrong call, 3 finished, but some inputs
were rejected.
"""

import os
import sys
from typing import Annotated

import typer

from depeche import __version__
from depeche.cli import (
    batch,
    dossier,
    evaluate,
    explain,
    export,
    forum,
    ingest,
    languages,
    mcp,
    occurrences,
    password,
    people,
    read,
    rulings,
    schema,
    search,
    serve,
    timeline,
    upgrade,
    who,
)
from depeche.cli.screen import complain
from depeche.errors import DepecheError, UnknownLanguage, UsageError

app = typer.Typer(
    name="depeche",
    help="Read diplomatic dispatches: who met whom, who said what, who backs, accuses or promises what.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read.command)
app.command("ingest")(ingest.command)
app.command("batch")(batch.command)
app.command("search")(search.command)
app.command("dossier")(dossier.command)
app.command("timeline")(timeline.command)
app.command("forum")(forum.command)
app.command("export")(export.command)
app.command("who")(who.command)
app.add_typer(people.app, name="people")
app.add_typer(occurrences.app, name="occurrences")
app.add_typer(rulings.app, name="rulings")
app.command("serve")(serve.command)
app.command("mcp")(mcp.command)
app.command("password")(password.command)
app.command("upgrade")(upgrade.command)
app.command("explain")(explain.command)
app.command("evaluate")(evaluate.command)
app.command("languages")(languages.command)
app.command("schema")(schema.command)


def _version(wanted: bool) -> None:  # noqa: FBT001 (the signature that typer calls)
    if wanted:
        typer.echo(f"depeche {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[  # noqa: FBT002
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read diplomatic dispatches: who met whom, who said what, who backs, accuses or promises what."""


def main() -> None:
    """Run the command line and exit with its code."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # products are too small to share out among threads
    try:
        app()
    except DepecheError as error:
        complain(str(error))
        sys.exit(2 if isinstance(error, UsageError | UnknownLanguage) else 1)
    except BrokenPipeError:
        # The reader of our output has gone; keep Python from complaining when it flushes at exit.
        sys.stdout = None
        sys.exit(0)
