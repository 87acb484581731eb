"""``depeche evaluate --verdicts``: what reviewers accepted, corrected and rejected, by table."""

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table

from depeche.cli.screen import console
from depeche.ledger import Ledger, Share
from depeche.record.json import line


def run(ledger: str, *, as_json: bool) -> None:
    """Print the shares of the verdicts in a ledger."""
    with Ledger(ledger) as book:
        shares = book.reviewed()
    if as_json:
        for share in shares:
            print(line(share))
    elif shares:
        console().print(_table(shares))
    else:
        typer.echo("no verdicts in this ledger", err=True)


def _table(shares: list[Share]) -> Table:
    out = Table(box=SIMPLE_HEAD)
    out.add_column("what")
    for name in ("accepted", "corrected", "rejected", "verdicts", "not told any more"):
        out.add_column(name, justify="right")
    for share in shares:
        parts = (share.accept, share.correct, share.reject)
        cells = (f"{part} ({part / share.total:.0%})" if share.total else "0" for part in parts)
        out.add_row(share.about, *cells, str(share.total), str(share.gone))
    return out
