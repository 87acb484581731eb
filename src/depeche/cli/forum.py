"""``depeche forum``: a forum, its meetings, and who met in its margins."""

from typing import Annotated

import typer

from depeche.cli.ledger import LedgerOption


def command(
    name: Annotated[str, typer.Argument(help="The forum, by code or name: CICA, G20, OTAN.")],
    ledger: LedgerOption = "depeche.db",
    since: Annotated[str | None, typer.Option(help="Not before: 2019, 2019-12 or 2019-12-17.")] = None,
    until: Annotated[str | None, typer.Option(help="As it was told until then.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,  # noqa: FBT002
) -> None:
    """Tell of a forum: members, known meetings, encounters there and in its margins, what was said of it."""
    from depeche.cli.show_hits import show_fact
    from depeche.dossier.forum import forum
    from depeche.ledger import Ledger
    from depeche.record.json import line
    from depeche.visible import visible

    with Ledger(ledger) as book:
        page = forum(book, name, since=since, until=until)
    if json:
        print(line(page))
        return
    typer.echo(visible(f"{page.name} ({page.code})"))
    if page.members:
        typer.echo(f"members: {', '.join(page.members)}")
    for meeting in page.meetings:
        typer.echo(f"{meeting.date}  {meeting.label}, {meeting.place}")
    typer.echo()
    for title, facts in (("held", page.held), ("in the margins", page.margins), ("said", page.said)):
        for fact in facts:
            told = ", ".join(fact.row["states"]) if fact.kind == "encounters" else fact.row["speaker"] or "?"
            show_fact(fact.day, f"{title}: {told}", (fact,))
