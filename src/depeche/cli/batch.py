"""``depeche batch``: many articles to Parquet tables."""

from enum import StrEnum
from typing import Annotated

import typer

from depeche.cli import batching


class Engine(StrEnum):
    """Where articles are read."""

    local = "local"
    ray = "ray"


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="[FILES | FOLDERS | PATTERNS | URLS]...",
            help="Parquet, JSON Lines, CSV, texts, pages, RSS or Atom files, WARC; s3:// and the like too.",
        ),
    ],
    out: Annotated[
        str, typer.Option(metavar="DIR", help="The folder for the tables; s3:// and the like too.")
    ],
    engine: Annotated[
        Engine, typer.Option(help="local: processes on this machine; ray: a Ray cluster (depeche[ray]).")
    ] = Engine.local,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many articles are read at a time; by default one a core.")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(help="The Ray cluster (auto, ray://host:10001); by default one is started here."),
    ] = None,
    gpu: Annotated[  # noqa: FBT002
        bool, typer.Option("--gpu", help="Use the accelerator of this machine (depeche[gpu]).")
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(help="Language of the dispatches (see depeche languages); found out if not given."),
    ] = None,
    gate: Annotated[  # noqa: FBT002
        bool,
        typer.Option("--gate", help="Read only what may be about foreign relations; the rest is dropped."),
    ] = False,
    once: Annotated[  # noqa: FBT002
        bool,
        typer.Option(
            "--once", help="Of near-copies of one article read the first alone; the rest is dropped."
        ),
    ] = False,
    text: Annotated[
        str | None, typer.Option(help="The column of tables that holds the text or page.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="The column that holds the address.")] = None,
    title: Annotated[str | None, typer.Option(help="The column that holds the headline.")] = None,
    date: Annotated[str | None, typer.Option(help="The column that holds the date of publication.")] = None,
    limit: Annotated[int, typer.Option(help="Most characters of a dispatch.", min=1)] = 2_000_000,
    seconds: Annotated[
        float, typer.Option(help="Most seconds of processor time for a short dispatch.", min=0.01)
    ] = 20.0,
    memory: Annotated[
        int, typer.Option(help="Most MiB of memory for a dispatch, over what a worker has anyway.", min=64)
    ] = 2_048,
    part: Annotated[int, typer.Option(help="Items of a part: of one file of each table.", min=1)] = 1_000,
    json: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help="Print the report as JSON.")
    ] = False,
) -> None:
    """Read many articles into Parquet tables, each once; called again, a batch that was cut off goes on."""
    code = batching.run(
        inputs,
        out=out,
        engine=engine.value,
        workers=workers,
        address=address,
        gpu=gpu,
        language=language,
        funnel=(gate, once),
        columns=(text, url, title, date),
        bounds=(limit, seconds, memory, part),
        json=json,
    )
    raise typer.Exit(code)
