"""Occurrences for people: what it was, who tells it, in which words, and what they disagree on."""

from rich.text import Text

from depeche.cli.screen import console
from depeche.ledger import Occurrence
from depeche.visible import visible


def show_line(occurrence: Occurrence) -> None:
    """Print an occurrence on one line, and on others what its reports disagree on."""
    out = console()
    out.print(_head(occurrence))
    for difference in occurrence.differing:
        out.print(_differing(occurrence, difference.column))


def show(occurrence: Occurrence) -> None:
    """Print an occurrence with all its reports."""
    out = console()
    out.print(_head(occurrence))
    for report in occurrence.reports:
        fact = report.fact
        head = Text(f"  {report.id}  ", style="bold")
        head.append(f"{fact.published or 'undated'}  {visible(fact.title or f'dispatch {fact.dispatch}')}")
        out.print(head)
        told = (fact.row["date"], fact.row["place"], fact.row["status"])
        out.print(Text("    " + visible(" · ".join(filter(None, told)))))
        out.print(Text("    " + visible(" ".join(fact.words.split()))))
        out.print(Text(f"    {report.reason}", style="dim"))
    for difference in occurrence.differing:
        out.print(_differing(occurrence, difference.column))
    out.print()


def _head(occurrence: Occurrence) -> Text:
    days = dict.fromkeys(filter(None, (occurrence.first, occurrence.last)))
    text = Text(f"{' to '.join(days) or 'undated'}  ", style="bold")
    told = (occurrence.what, ", ".join(occurrence.sides), occurrence.status)
    text.append(visible(" · ".join(filter(None, told))))
    count = occurrence.dispatches
    text.append(f"  occurrence {occurrence.id}, {count} dispatch{'es' if count > 1 else ''}", style="dim")
    return text


def _differing(occurrence: Occurrence, column: str) -> Text:
    told = next(one.told for one in occurrence.differing if one.column == column)
    whose = {report.id: report.fact.dispatch for report in occurrence.reports}
    values = (
        f"{visible(value.value)} (dispatch {', '.join(str(whose[report]) for report in value.reports)})"
        for value in told
    )
    return Text(f"  {column} told otherwise: " + " / ".join(values))
