"""What ``depeche explain`` shows: clauses, verdicts on lexicon entries, and the rows that come of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.table import Table

from depeche.cli.clauses import table as clauses
from depeche.cli.screen import console
from depeche.cli.tables import tables
from depeche.languages import load
from depeche.understanding.actors import read_actors
from depeche.understanding.acts.explain import Verdict, explain
from depeche.understanding.speech import read_speech
from depeche.visible import visible

if TYPE_CHECKING:
    from depeche.reader import Reader
    from depeche.reading import Document


def show(reader: "Reader", document: "Document") -> None:
    """Print how the sentences of a document are parsed, which entries fire, and what is read."""
    parse = reader.parse(document)
    pack = load(document.language)
    actors = read_actors(parse, pack)
    verdicts = explain(parse, pack, actors, read_speech(parse, pack, actors))
    screen = console()
    for sentence in parse.doc.sents:
        screen.print(clauses(parse, sentence), "")
        inside = [verdict for verdict in verdicts if sentence.start <= verdict.token < sentence.end]
        screen.print(_entries(inside) if inside else "No entry of the lexicon knows a word of this.", "")
    for rows in tables(reader.read(document)):
        screen.print(rows, "")


_LONGEST = 56  # characters of a cell


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _entries(verdicts: Iterable[Verdict]) -> Table:
    out = Table(title="Entries", title_justify="left", title_style="bold", box=None, pad_edge=False)
    for heading in ("", "word", "entry", "evokes", "because"):
        out.add_column(heading, overflow="fold")
    for verdict in verdicts:
        cells = ("✓" if verdict.fired else "·", verdict.word, verdict.entry, verdict.evokes, verdict.reason)
        out.add_row(*(_short(visible(cell)) for cell in cells), style="green" if verdict.fired else "dim")
    return out
