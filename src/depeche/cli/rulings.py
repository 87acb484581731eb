"""``depeche rulings``: what users ruled, and taking it back."""

from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli.ledger import LedgerOption

if TYPE_CHECKING:
    from depeche.ledger import Ruling

app = typer.Typer(no_args_is_help=True, help="Rulings on persons and occurrences: list them, take them back.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.command("list")
def list_(ledger: LedgerOption = "depeche.db", json: JsonOption = False) -> None:  # noqa: FBT002
    """List all rulings, the earliest first."""
    from depeche.ledger import Ledger

    with Ledger(ledger) as book:
        found = book.rulings()
    for ruling in found:
        _tell(ruling, json=json)
    if not found and not json:
        typer.echo("nothing was ruled", err=True)


@app.command("withdraw")
def withdraw(
    ruling: Annotated[int, typer.Argument(help="The number of the ruling.")],
    ledger: LedgerOption = "depeche.db",
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Take a ruling back, as if it had never been."""
    from depeche.ledger import Ledger

    with Ledger(ledger) as book:
        _tell(book.withdraw_ruling(ruling), json=json)


def _tell(ruling: "Ruling", *, json: bool) -> None:
    from depeche.record.json import line
    from depeche.visible import visible

    if json:
        print(line(ruling))
        return
    print(f"{ruling.number}  {ruling.verdict} {ruling.about}")
    for sign in dict.fromkeys((*ruling.one, *ruling.other)):
        side = "-" if sign in ruling.one else "+"
        print(f"   {side} {visible(_plain(sign))}")


def _plain(sign: str) -> str:
    """A mark without its digest, which tells people nothing."""
    return " · ".join(part for part in sign.split("|") if part and not (len(part) == 64 and part.isalnum()))
