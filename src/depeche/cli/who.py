"""``depeche who``: a person in all spellings, with the offices attested."""

from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli.ledger import LedgerOption

if TYPE_CHECKING:
    from depeche.ledger import Who


def command(
    name: Annotated[str, typer.Argument(help="The name, in any spelling; a family name will do.")],
    ledger: LedgerOption = "depeche.db",
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,  # noqa: FBT002
) -> None:
    """Tell who somebody is: offices with first and last dates, spellings, and the words they were read from."""
    from depeche.ledger import Ledger
    from depeche.record.json import line

    with Ledger(ledger) as book:
        found = book.who(name)
    for person in found:
        if json:
            print(line(person))
        else:
            show(person)
    if not found:
        typer.echo(f"nobody of that name: {name}", err=True)


def show(person: "Who") -> None:
    """Print a person on standard output."""
    from rich.text import Text

    from depeche.cli.screen import console
    from depeche.visible import visible

    out = console()
    head = Text(visible(person.name), style="bold")
    head.append(
        f"  ({person.of or '?'})  person {person.id}, named in {person.mentions} dispatches", style="dim"
    )
    out.print(head)
    for office in person.offices:
        days = (
            office.first if office.first == office.last else f"{office.first or '?'} to {office.last or '?'}"
        )
        words = ("former " if office.former else "") + (office.office or office.role or "")
        out.print(Text(f"  {visible(words)} ({office.of or '?'}), {days or 'undated'}"))
    for spelling in person.spellings:
        told = ", ".join(filter(None, (spelling.of, spelling.role)))
        line = Text(f"  {spelling.attestation:>6}  {visible(spelling.name)}", style="dim")
        line.append(f" ({told}): {spelling.reason}", style="dim")
        out.print(line)
    for cited in person.cited:
        out.print(
            Text(f"  {cited.published or 'undated'}: “{visible(cited.words)}”, dispatch {cited.dispatch}")
        )
    out.print()
