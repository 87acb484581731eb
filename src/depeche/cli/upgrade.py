"""``depeche upgrade``: bring an older ledger up."""

import typer

from depeche.cli.ledger import LedgerOption


def command(ledger: LedgerOption = "depeche.db") -> None:
    """Bring a ledger made by an older depeche up to this one; a copy of the file is kept beside it."""
    from depeche.ledger.ledger import upgrade

    backup = upgrade(ledger)
    typer.echo(f"brought up; the ledger as it was is in {backup}" if backup else "the ledger is of now")
