"""``depeche dossier``: a brief on two countries."""

from enum import StrEnum
from typing import Annotated

import typer

from depeche.cli.ledger import LedgerOption


class Format(StrEnum):
    """What a dossier is printed as."""

    text = "text"
    md = "md"
    html = "html"
    json = "json"


def command(
    one: Annotated[str, typer.Argument(help="A state or organisation, by code or name: KAZ, Chine, EU.")],
    other: Annotated[str, typer.Argument(help="The other.")],
    ledger: LedgerOption = "depeche.db",
    since: Annotated[str | None, typer.Option(help="Not before: 2019, 2019-12 or 2019-12-17.")] = None,
    until: Annotated[str | None, typer.Option(help="Not after.")] = None,
    changes_since: Annotated[
        str | None, typer.Option(help="Begin with what is new since then; without it, since --since.")
    ] = None,
    format: Annotated[Format, typer.Option(help="What is printed.")] = Format.text,  # noqa: A002
    lang: Annotated[
        str | None, typer.Option(help="The language of the brief; of those there are, the first.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,  # noqa: FBT002
) -> None:
    """Brief on two countries: encounters, commitments, positions, what was said, each with its source."""
    from depeche.dossier import dossier
    from depeche.dossier.brief import brief
    from depeche.dossier.render import FORMATS
    from depeche.dossier.words import Words, languages
    from depeche.ledger import Ledger
    from depeche.record.json import line
    from depeche.visible import visible

    words = Words(lang or languages()[0])
    with Ledger(ledger) as book:
        found = dossier(book, one, other, since=since, until=until, changes_since=changes_since)
    if json or format is Format.json:
        print(line(found))
    else:
        print(visible(FORMATS[format.value](brief(found, words), words)), end="")
