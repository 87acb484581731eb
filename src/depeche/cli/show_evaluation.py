"""Results of an evaluation for people: precision and recall by table, further figures, rows that went wrong."""

from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from depeche.evaluation.floors import Verdict
from depeche.evaluation.measure import Measured
from depeche.evaluation.phrases import Scores
from depeche.evaluation.report import fields, wrong
from depeche.visible import visible

_FIGURES = {
    "cases.statements.content_iou": "statements: fit of what is said",
    "cases.events.status": "events: right status",
    "cases.events.occurred_precision": "events: right, of those told as occurred",
    "cases.macro": "mean F1 of the seven tables",
    "cases.document.published": "date of publication",
    "cases.document.place": "place of the dateline",
    "cases.document.title": "headline",
    "sentences.exact_code": "sentences: exact CAMEO code",
    "sentences.weakest_root": "sentences: recall of the weakest root",
    "sentences.traps_avoided": "sentences: traps avoided",
}
_SIGNS = (("-", "missed", "red"), ("+", "surplus", "yellow"))


def show(
    results: Sequence[Measured], verdicts: Sequence[Verdict], table: str | None, screen: Console
) -> None:
    """Print what went wrong in `table`, if one is named, then the tables and whether the floors hold."""
    for measured in results:
        for line in _wrong(measured, table):
            screen.print(line, soft_wrap=True)
    kept = {verdict.figure: verdict for verdict in verdicts}
    floors = any(verdict.floor is not None for verdict in verdicts)
    screen.print("Measured on", ", ".join(measured.title for measured in results))
    screen.print("", _tables(results, kept, floors=floors), "", sep="\n")
    screen.print(_figures(results, kept, floors=floors), "", sep="\n")
    for measured in results:
        for row in measured.lines:
            if isinstance(row.counts, Scores):
                screen.print(_roots(measured, row.counts))
    if floors:
        screen.print(*_floors(verdicts), sep="\n")


def _tables(results: Iterable[Measured], kept: dict[str, Verdict], *, floors: bool) -> Table:
    out = _empty("language", "what", "P", "R", "F1", "gold rows", floors=floors)
    for measured in results:
        for line in measured.lines:
            counts = line.counts
            shares = [f"{share:.3f}" for share in (counts.precision, counts.recall, counts.f1)]
            what = "events, sentences" if line.table == "sentences" else line.table
            cells = (measured.language, what, *shares, str(counts.gold))
            out.add_row(*cells, *_held(kept[line.figure], floors=floors))
        out.add_section()
    return out


def _figures(results: Iterable[Measured], kept: dict[str, Verdict], *, floors: bool) -> Table:
    """The figures that are no F1 of a table."""
    out = _empty("language", "further figure", "value", floors=floors)
    for measured in results:
        own = {line.figure for line in measured.lines}
        for name in (name for name in measured.figures if name not in own):
            words = _FIGURES[name.removeprefix(f"{measured.language}.")]
            cells = (measured.language, words, f"{measured.figures[name]:.3f}")
            out.add_row(*cells, *_held(kept[name], floors=floors))
        out.add_section()
    return out


def _empty(*headings: str, floors: bool) -> Table:
    out = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    words = 2
    for place, heading in enumerate((*headings, *(("floor", "holds") if floors else ()))):
        out.add_column(heading, justify="left" if place < words or heading == "holds" else "right")
    return out


def _held(verdict: Verdict, *, floors: bool) -> Sequence[str | Text]:
    """The floor of a figure and whether it holds."""
    if not floors:
        return ()
    if verdict.floor is None:
        return ("", "")
    return (f"{verdict.floor:.3f}", Text("yes", "green") if verdict.holds else Text("no", "bold red"))


def _roots(measured: Measured, scores: Scores) -> str:
    roots = (f"{root} {scores.found[root]}/{number}" for root, number in sorted(scores.by_root.items()))
    return f"events found by CAMEO root ({measured.language}): {'  '.join(roots)}"


def _floors(verdicts: Iterable[Verdict]) -> list[Text]:
    held = [verdict for verdict in verdicts if verdict.floor is not None]
    faults = [Text(verdict.fault, "red") for verdict in held if verdict.fault]
    return faults or [Text(f"{len(held)} floors hold")]


def _wrong(measured: Measured, table: str | None) -> Iterator[Text]:
    """The rows of one table that were missed (-) or are surplus (+), each with its words."""
    for line in measured.lines:
        if line.table != table:
            continue
        for sign, name, style in _SIGNS:
            for row in wrong(measured, getattr(line.counts, name)):
                told = visible(f" {row.name}  {fields(row.row)}").replace("\n", " ")
                yield Text(sign, style).append(told, "default")
                if row.words:
                    yield Text(f"    {visible(row.words)}", "dim")
