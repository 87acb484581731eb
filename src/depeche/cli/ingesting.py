"""The work of ``depeche ingest``: gather articles, write them, tell what became of them."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depeche import collector
from depeche.cli.screen import complain
from depeche.errors import DepecheError
from depeche.reading import LIMIT

if TYPE_CHECKING:
    from depeche.ledger import Ledger, Outcome
    from depeche.reading.articles import Columns

FATES = {
    "added": "added",
    "copy": "added as near-copies of another",
    "refreshed": "read again",
    "reprinted": "found in another place again",
    "skipped": "skipped (the ledger has them)",
    "rejected": "rejected",
}


def run(
    paths: Sequence[str],
    *,
    ledger: str,
    language: str | None = None,
    refresh: bool = False,
    columns: tuple[str | None, ...] = (),
    rejects: str = "rejects.jsonl",
    limit: int = LIMIT,
    gpu: bool = False,
    json: bool = False,
) -> int:
    """Ingest all articles; the exit code."""
    from depeche.ledger import Ledger
    from depeche.reading.articles import Columns

    tally: Counter[str] = Counter()
    refused: list[Outcome] = []
    with Ledger(ledger, create=True) as book:
        given = (language, Columns(*columns), limit)
        outcomes = _ingested(book, paths, *given, refresh=refresh, gpu=gpu)
        for number, outcome in enumerate(_watched(outcomes)):
            if number == 0:  # words and pipeline are loaded
                collector.settle()
            tally[outcome.fate] += 1
            if outcome.error is not None:
                complain(str(outcome.error), outcome.origin)
                refused.append(outcome)
            if json:
                print(_line(outcome), flush=True)
    if refused:
        _keep(refused, Path(rejects))
    _tell(tally, ledger, rejects)
    return 3 if refused else 0


def _ingested(
    book: "Ledger",
    paths: Sequence[str],
    language: str | None,
    columns: "Columns",
    limit: int,
    *,
    refresh: bool,
    gpu: bool,
) -> Iterator["Outcome"]:
    """What becomes of each article; those of a folder that a batch filled are not read again."""
    from depeche.batch.load import is_batch, ready
    from depeche.reader import Reader
    from depeche.reading.articles import gather

    for batch, some in groupby(paths, key=is_batch):
        if batch:
            for path in some:
                yield from book.load(ready(path))
            continue
        articles = gather(some, columns=columns, limit=limit, standard_input=sys.stdin.buffer)
        yield from book.ingest(articles, Reader(language, limit=limit, gpu=gpu), refresh=refresh)


def _watched(outcomes: Iterator["Outcome"]) -> Iterator["Outcome"]:
    """The same outcomes, with a count of what is done on standard error while somebody is looking."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for outcome in outcomes:
            progress.advance(task)
            yield outcome


def _line(outcome: "Outcome") -> str:
    from depeche.record.json import line

    row: dict[str, Any] = {"origin": outcome.origin, "fate": outcome.fate, "dispatch": outcome.dispatch}
    if outcome.of is not None:
        row["of"] = outcome.of
    if outcome.error is not None:
        row["error"] = {"code": outcome.error.code, "message": str(outcome.error)}
    return line(row)


def _keep(refused: list["Outcome"], path: Path) -> None:
    try:
        path.write_text("".join(f"{_line(outcome)}\n" for outcome in refused), encoding="utf-8")
    except OSError as error:
        raise DepecheError(f"{path}: the rejects cannot be written there: {error.strerror}") from error


def _tell(tally: Counter[str], ledger: str, rejects: str) -> None:
    """The tally, on standard error."""
    from sqlalchemy import make_url

    name = make_url(ledger).render_as_string(hide_password=True) if "://" in ledger else ledger
    parts = [f"{tally[fate]:,} {words}" for fate, words in FATES.items() if tally[fate]]
    where = f" (see {rejects})" if tally["rejected"] else ""
    print(f"{name}: {', '.join(parts) or 'nothing to read'}{where}", file=sys.stderr)
