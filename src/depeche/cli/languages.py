"""``depeche languages``: which languages are read."""

import typer


def command() -> None:
    """List the languages that depeche reads."""
    from depeche.languages import codes, load

    for code in codes():
        pack = load(code).table("pack")
        young = ", experimental" if pack.get("experimental") else ""
        typer.echo(f"{code}  {pack['international']} ({pack['name']}){young}")
