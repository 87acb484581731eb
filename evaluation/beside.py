"""Corpora that may lie beside the checkout, in ``../shared``: measured where they are there, for no floor."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from msgspec.structs import fields

from depeche.evaluation.gold import dispatch
from depeche.evaluation.measure import measure_dispatches
from depeche.evaluation.shape import Facts
from depeche.evaluation.tally import Counts
from depeche.reader import Reader
from evaluation.times import timebank

SHARED = Path(__file__).parents[2] / "shared"


def lines(languages: Iterable[str]) -> Iterator[str]:
    """A line for each table of each corpus in these languages that is there."""
    for code in sorted(languages):
        for title, tables in _measured(code):
            yield f"{title} ({code}), beside the checkout"
            for name, counts in tables:
                shares = f"P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}"
                yield f"  {name:12}{shares}  ({counts.gold} gold rows)"


def _measured(code: str) -> Iterator[tuple[str, list[tuple[str, Counts]]]]:
    seed = sorted((SHARED / "dispatches").glob(f"{code}-00-*.json"))
    if seed:
        with TemporaryDirectory() as place:
            rows = [dispatch(_trimmed(file, Path(place))) for file in seed]
            result = measure_dispatches(Reader(code), rows, lambda: None)
        yield "a real dispatch", [(line.table, line.counts) for line in result.lines]
    folder = SHARED / "bench" / f"{code}-timebank-1999"
    if folder.is_dir():
        yield "calendar dates of news of 1999", [("dates", timebank.measure(Reader(code), folder))]


def _trimmed(file: Path, folder: Path) -> Path:
    """A copy of a case and its text without the fields that only its annotators read."""
    case = json.loads(file.read_text(encoding="utf-8"))
    for table in fields(Facts):
        rows = case["facts"].get(table.name)
        if isinstance(rows, list):
            known = {field.name for field in fields(get_args(table.type)[0])}
            case["facts"][table.name] = [{key: row[key] for key in row if key in known} for row in rows]
    copy = folder / file.name
    copy.write_text(json.dumps(case), encoding="utf-8")
    copy.with_suffix(".txt").write_bytes(file.with_suffix(".txt").read_bytes())
    return copy
