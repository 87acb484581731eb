"""Results of a search for people: where, when, the fact, and its words in their passage."""

from typing import Any

from rich.text import Text

from depeche.cli.screen import console
from depeche.ledger import Hit
from depeche.ledger.facts import Fact
from depeche.visible import visible

_AROUND = 140  # characters shown on each side of the words that were found
_TELLING = {
    "encounters": ("kind", "states", "date", "place", "status"),
    "statements": ("speaker", "speaker_of", "cue"),
    "positions": ("holder", "stance", "target"),
    "commitments": ("holder", "strength", "partner", "due"),
    "events": ("source", "target", "cameo", "plover_event", "status", "date"),
    "people": ("name", "office", "of", "person"),
}


def show(hit: Hit) -> None:
    """Print one hit on standard output."""
    head = Text(f"{hit.published or 'undated'}  ", style="bold")
    head.append(visible(hit.title or f"dispatch {hit.dispatch}").replace("\n", " "))
    out = console()
    out.print(head)
    if hit.kind != "passages":
        out.print(Text(f"  {hit.kind[:-1]}: {_told(hit)}"))
    out.print(_words(hit))
    out.print()


def _told(hit: Hit) -> str:
    cells = (_cell(name, hit.fact) for name in _TELLING[hit.kind])
    return visible(" · ".join(filter(None, cells)))


def _cell(name: str, fact: dict[str, Any]) -> str:
    value = fact.get(name)
    if name == "person" and value:
        return f"person {value}, {fact['known_as']}"
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def _words(hit: Hit) -> Text:
    start = max(0, hit.spans[0][0] - _AROUND) if hit.spans else 0
    end = min(len(hit.passage), hit.spans[-1][1] + _AROUND) if hit.spans else 2 * _AROUND
    text = Text("  " + ("… " if start else ""))
    lead = len(text)
    text.append(visible(hit.passage[start:end]).replace("\n", " "))
    text.append(" …" if end < len(hit.passage) else "")
    for low, high in hit.spans:
        text.stylize("bold", low - start + lead, high - start + lead)
    return text


def show_fact(day: str | None, told: str, facts: tuple[Fact, ...]) -> None:
    """Print what a fact tells, how many tell it, and the words of the first."""
    out = console()
    head = Text(f"{day or 'undated'}  ", style="bold")
    head.append(visible(told).replace("\n", " "))
    if len(facts) > 1:
        head.append(f" ({len(facts)} reports)", style="dim")
    out.print(head)
    out.print(Text("  " + visible(" ".join(facts[0].words.split()))))
    out.print()
