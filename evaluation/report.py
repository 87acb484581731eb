"""Results as text: tables for the terminal, and the table of the README."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.measure import Measured
from evaluation.phrases import Scores
from evaluation.tally import Counts, macro

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)


def lines(measured: Measured) -> Iterator[str]:
    """The results of one set, a line each."""
    yield f"== {measured.title}"
    if measured.skipped:
        yield f"skipped: {measured.skipped}"
    if measured.tables is not None:
        yield from _tables(measured.tables)
    if measured.sentences is not None:
        yield from _sentences(measured.sentences)
    for name in ("events.occurred_precision",):
        for figure, value in measured.figures.items():
            if figure.endswith(name):
                yield f"events told as occurred that are right: {value:.3f}"
    yield ""


def _tables(tables: dict[str, Counts]) -> Iterator[str]:
    yield f"{'':12}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'pred':>7}"
    for name, counts in tables.items():
        extras = "  ".join(f"{extra} {counts.rate(extra):.2f}" for extra in counts.extras)
        yield (
            f"{name:12}{counts.precision:7.3f}{counts.recall:7.3f}{counts.f1:7.3f}{counts.gold:7}"
            f"{counts.predicted:7}  {extras}".rstrip()
        )
    if len(tables) > 1:
        yield f"{'macro F1':12}{macro(tables):21.3f}"


def _sentences(scores: Scores) -> Iterator[str]:
    roots = sorted(scores.by_root.items())
    yield "recall by root: " + "  ".join(f"{root} {scores.found[root]}/{number}" for root, number in roots)
    yield f"traps read as occurred: {scores.trapped}/{scores.traps}"
    hits = max(1, scores.hit)
    yield (
        f"P {scores.hit / max(1, scores.predicted):.3f}  R {scores.hit / max(1, scores.gold):.3f}"
        f"  F1 {scores.f1:.3f}"
        f"  exact code {scores.exact / hits:.2f}  status {scores.status / hits:.2f}"
        f"  ({scores.gold} events, {scores.predicted} predicted)"
    )


def shown(measured: Measured, table: str) -> Iterator[str]:
    """The rows of one table that were missed (``-``) or told wrongly (``+``)."""
    if measured.tables is not None and table in measured.tables:
        counts: Counts | Scores = measured.tables[table]
    elif measured.sentences is not None and table == "sentences":
        counts = measured.sentences
    else:
        return
    for sign, rows in (("-", counts.missed), ("+", counts.surplus)):
        for name, row in rows:
            yield f"{name}  {sign} {json.dumps(row, ensure_ascii=False, default=str)}"


def readme_block(results: Iterable[Measured]) -> str:
    """The figures as a Markdown table, for the README."""
    rows = ["| what is read | precision | recall | F1 | gold rows |", "| --- | --- | --- | --- | --- |"]
    for measured in results:
        if not measured.figures:
            continue
        if measured.tables is not None:
            for name, counts in measured.tables.items():
                rows.append(
                    _row(f"{name}, {measured.title}", counts.precision, counts.recall, counts.f1, counts.gold)
                )
        if measured.sentences is not None:
            scores = measured.sentences
            precision, recall = scores.hit / max(1, scores.predicted), scores.hit / max(1, scores.gold)
            rows.append(_row(f"events, {measured.title}", precision, recall, scores.f1, scores.gold))
    return "\n" + "\n".join(rows) + "\n\n"


def _row(name: str, precision: float, recall: float, f1: float, gold: int) -> str:
    return f"| {name} | {precision:.2f} | {recall:.2f} | {f1:.2f} | {gold} |"


def told(readme: str) -> list[list[float]]:
    """The figures that a README tells, a list for each row of its table."""
    block = _BLOCK.search(readme)
    rows = block.group().splitlines() if block else []
    return [[float(cell) for cell in row.split("|")[2:-1]] for row in rows if re.match(r"\|.*\d \|$", row)]


def with_figures(readme: str, block: str) -> str:
    """The README with the figures between their markers; ValueError where it has none."""
    if not _BLOCK.search(readme):
        raise ValueError("the README has no <!-- figures --> markers")
    return _BLOCK.sub(lambda _: block, readme)
