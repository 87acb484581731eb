"""The work of ``depeche evaluate``: gather gold, measure it, hold the figures against the floors, print."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from depeche.cli.screen import complain, console
from depeche.cli.show_evaluation import show as print_results
from depeche.errors import BadGold, UsageError
from depeche.evaluation import floors
from depeche.evaluation.floors import Verdict
from depeche.evaluation.gold import Dispatch, dispatch, files_in, own_files
from depeche.evaluation.measure import Gold, Measured, Tick, gold_of, measure
from depeche.evaluation.report import answer
from depeche.languages import codes, load
from depeche.record.json import line


def run(languages: Sequence[str], *, folder: Path | None, show: str | None, as_json: bool) -> int:
    """Measure and print; the exit code, 1 where a floor does not hold."""
    gold = gather(languages, folder)
    results = measured(gold)
    verdicts = judged(results, {} if folder else floors.floors())
    if as_json:
        print(line(answer(results, verdicts, show)))
    else:
        print_results(results, verdicts, show, console())
    return int(any(verdict.fault for verdict in verdicts))


def gather(languages: Sequence[str], folder: Path | None = None) -> list[Gold]:
    """The gold of each language, our own or a folder's; UsageError where a language has none."""
    for code in languages:
        load(code)
    dispatches = _folder(folder) if folder else [dispatch(file) for file in own_files()]
    gold = [gold_of(code, dispatches, own=folder is None) for code in languages or codes()]
    for lacking in (row.language for row in gold if not len(row) and row.language in languages):
        raise UsageError(f"no gold in '{lacking}'" + ("" if folder else "; name a folder of it with --cases"))
    return [row for row in gold if len(row)]


def _folder(folder: Path) -> list[Dispatch]:
    """The dispatches of a user's folder; all that is wrong in it is told before BadGold is raised."""
    found, faults = [], []
    for file in files_in(folder):
        try:
            found.append(dispatch(file))
        except BadGold as error:
            faults.append(error)
    for fault in faults[:-1]:
        complain(str(fault))
    if faults:
        raise faults[-1]
    return found


def measured(gold: Iterable[Gold]) -> list[Measured]:
    """The results of all sets, with a progress bar on standard error where somebody is looking."""
    gold = list(gold)
    if not sys.stderr.isatty():
        return [result for row in gold for result in measure(row)]
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=sum(map(len, gold)))
        tick: Tick = lambda: bar.advance(task)  # noqa: E731
        return [result for row in gold for result in measure(row, tick)]


def judged(results: Iterable[Measured], kept: dict[str, floors.Floor]) -> list[Verdict]:
    """The verdicts on all figures."""
    results = list(results)
    figures = {name: value for result in results for name, value in result.figures.items()}
    return list(floors.judge(figures, {result.name: result.data for result in results}, kept))
