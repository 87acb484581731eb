"""``depeche people``: rulings on who is who."""

from typing import Annotated

import typer

from depeche.cli.ledger import LedgerOption
from depeche.cli.who import show

app = typer.Typer(
    no_args_is_help=True, help="Rule on who is who; rulings are kept when dispatches are read anew."
)


@app.command("merge")
def merge(
    persons: Annotated[list[int], typer.Argument(help="Their numbers, as depeche who tells them.")],
    ledger: LedgerOption = "depeche.db",
) -> None:
    """Rule that two or more persons are one."""
    from depeche.errors import UsageError
    from depeche.ledger import Ledger

    if len(set(persons)) < 2:
        raise UsageError("merge takes two persons or more; find their numbers with depeche who NAME")
    with Ledger(ledger) as book:
        show(book.merge_people(*persons))


@app.command("split")
def split(
    person: Annotated[int, typer.Argument(help="The number of the person.")],
    spelling: Annotated[int, typer.Argument(help="The number of the spelling that is somebody else.")],
    ledger: LedgerOption = "depeche.db",
) -> None:
    """Rule that a spelling of a name is not the person that it was joined to."""
    from depeche.ledger import Ledger

    with Ledger(ledger) as book:
        for one in book.split_person(person, spelling):
            show(one)
