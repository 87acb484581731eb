"""``depeche search``: the words of dispatches, and the facts read from them."""

from enum import StrEnum
from typing import Annotated

import typer

from depeche.cli.ledger import LedgerOption


class Kind(StrEnum):
    """What is searched for."""

    encounters = "encounters"
    statements = "statements"
    positions = "positions"
    commitments = "commitments"
    events = "events"
    people = "people"


def command(
    words: Annotated[
        str, typer.Argument(help='Words that stand together, in any inflection; a "run of words" in quotes.')
    ] = "",
    ledger: LedgerOption = "depeche.db",
    actor: Annotated[
        list[str] | None,
        typer.Option(help="A state or organisation by its code (FRA, NATO); may be given more than once."),
    ] = None,
    since: Annotated[str | None, typer.Option(help="Not before: 2019, 2019-12 or 2019-12-17.")] = None,
    until: Annotated[str | None, typer.Option(help="Not after.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="The facts to search.")] = None,
    frame: Annotated[
        str | None,
        typer.Option(help="Events of this frame (see depeche explain), PLOVER event or CAMEO code."),
    ] = None,
    stance: Annotated[
        str | None, typer.Option(help="Positions of this stance: supports, opposes, condemns, …")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Dispatches of this language alone: en, es, fr.")
    ] = None,
    limit: Annotated[int, typer.Option(help="Most results.", min=1)] = 20,
    offset: Annotated[int, typer.Option(help="Leave out so many.", min=0)] = 0,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,  # noqa: FBT002
) -> None:
    """Search a ledger; the newest first, each with the sentences it was read from."""
    from depeche.cli.show_hits import show
    from depeche.ledger import Ledger, Query
    from depeche.record.json import line

    query = Query(
        words=words,
        actors=tuple(actor or ()),
        since=since,
        until=until,
        kind=kind.value if kind else None,
        frame=frame,
        stance=stance,
        language=language,
        limit=limit,
        offset=offset,
    )
    with Ledger(ledger) as book:
        hits = book.search(query)
    for hit in hits:
        print(line(hit)) if json else show(hit)
    if not hits and not json:
        typer.echo("nothing found", err=True)
