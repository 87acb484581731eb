"""``depeche people``: rulings on who is who."""

from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli.ledger import LedgerOption
from depeche.cli.who import show

if TYPE_CHECKING:
    from depeche.ledger import Who

app = typer.Typer(
    no_args_is_help=True, help="Rule on who is who; rulings are kept when dispatches are read anew."
)

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.command("merge")
def merge(
    persons: Annotated[list[int], typer.Argument(help="Their numbers, as depeche who tells them.")],
    ledger: LedgerOption = "depeche.db",
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Rule that two or more persons are one."""
    from depeche.errors import UsageError
    from depeche.ledger import Ledger

    if len(set(persons)) < 2:
        raise UsageError("merge takes two persons or more; find their numbers with depeche who NAME")
    with Ledger(ledger) as book:
        _tell(book.merge_people(*persons), json=json)


@app.command("split")
def split(
    person: Annotated[int, typer.Argument(help="The number of the person.")],
    spelling: Annotated[
        int | None, typer.Argument(help="The number of the spelling that is somebody else.")
    ] = None,
    dispatch: Annotated[
        int | None, typer.Option(help="The dispatch that means somebody else, of the same name and office.")
    ] = None,
    ledger: LedgerOption = "depeche.db",
    json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Rule that a spelling of a name, or whom one dispatch names, is not the person that it was joined to."""
    from depeche.ledger import Ledger

    with Ledger(ledger) as book:
        for one in book.split_person(person, spelling, dispatch=dispatch):
            _tell(one, json=json)


def _tell(person: "Who", *, json: bool) -> None:
    from depeche.record.json import line

    print(line(person)) if json else show(person)
