"""The figures in the README, as a Markdown table between two markers."""

import re
from collections.abc import Iterable
from pathlib import Path

from depeche.evaluation.measure import Measured
from depeche.evaluation.tally import Counts

README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)


def write(results: Iterable[Measured]) -> None:
    """Write the figures into the README."""
    README.write_text(with_figures(README.read_text(encoding="utf-8"), block(results)), encoding="utf-8")


def block(results: Iterable[Measured]) -> str:
    """The figures as a Markdown table."""
    rows = ["| what is read | precision | recall | F1 | gold rows |", "| --- | --- | --- | --- | --- |"]
    for measured in results:
        for line in measured.lines:
            what = "events" if line.table == "sentences" else line.table
            rows.append(_row(f"{what}, {measured.title}", line.counts))
    return "\n" + "\n".join(rows) + "\n\n"


def _row(name: str, counts: Counts) -> str:
    return f"| {name} | {counts.precision:.2f} | {counts.recall:.2f} | {counts.f1:.2f} | {counts.gold} |"


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
