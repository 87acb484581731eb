"""``depeche read``: dispatches in, records out."""

from enum import StrEnum
from typing import Annotated

import typer

from depeche.cli import reading


class Format(StrEnum):
    """What is printed for each dispatch."""

    text = "text"
    json = "json"
    facts = "facts"


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILES | - | FOLDER]...", help="Files, folders, or - for standard input."),
    ] = None,
    manifest: Annotated[
        str | None,
        typer.Option(help='Read the files that this JSONL file names: {"path": …, "published": …} a line.'),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Date of publication: 2019-12-17, 2019-12 or 2019.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(help="Language of the dispatches (see depeche languages); found out if not given."),
    ] = None,
    format: Annotated[  # noqa: A002 (the name of the option)
        Format | None,
        typer.Option(
            help="text for people, json for whole records, facts for flat tables, one line a dispatch. "
            "By default text on a terminal, else json."
        ),
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option(help="Another installed spaCy pipeline, with Universal Dependencies labels.")
    ] = None,
    gpu: Annotated[  # noqa: FBT002
        bool, typer.Option("--gpu", help="Use the accelerator of this machine (depeche[gpu]).")
    ] = False,
    limit: Annotated[int, typer.Option(help="Most characters of a dispatch.", min=1)] = 2_000_000,
    output: Annotated[str | None, typer.Option(help="Write to this file, not to standard output.")] = None,
) -> None:
    """Read dispatches and print who met whom, who said what, who backs, accuses or promises what."""
    code = reading.run(
        paths or [],
        manifest=manifest,
        published=published,
        language=language,
        layout=format.value if format else None,
        pipeline=pipeline,
        limit=limit,
        gpu=gpu,
        output=output,
    )
    raise typer.Exit(code)
