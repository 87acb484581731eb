"""``depeche schema``: the JSON Schema of a record."""

import json

import typer


def command() -> None:
    """Print the JSON Schema of what `depeche read --format json` gives."""
    from depeche.record.json import schema

    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
