"""What an evaluation answers, as plain values: format ``evaluation/1``, and the rows that went wrong in words."""

import json
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from depeche import __version__
from depeche.evaluation.compare import Row
from depeche.evaluation.floors import Verdict
from depeche.evaluation.measure import Line, Measured

FORMAT = "evaluation/1"
_GAP = " … "


class Wrong(msgspec.Struct, frozen=True):
    """A row that was missed or is surplus: where it stands, its fields, and the words it was read from."""

    name: str
    row: Row
    words: str


class Table(msgspec.Struct, frozen=True, omit_defaults=True):
    """The scores of one table; rows that went wrong only where they were asked for."""

    table: str
    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int
    found: int
    missed: tuple[Wrong, ...] | None = None
    surplus: tuple[Wrong, ...] | None = None


class Figure(msgspec.Struct, frozen=True):
    """A figure with its floor and whether that holds; both None where it has none."""

    figure: str
    value: float
    floor: float | None
    holds: bool | None


class Set(msgspec.Struct, frozen=True):
    """What was measured on one set."""

    language: str
    set: str
    size: int
    data: str
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]


class Answer(msgspec.Struct, frozen=True):
    """The whole evaluation; `holds` is None where no figure has a floor."""

    format: str
    version: str
    holds: bool | None
    sets: tuple[Set, ...]


def answer(results: Iterable[Measured], verdicts: Sequence[Verdict], show: str | None = None) -> Answer:
    """The results as plain values; with the rows of the table `show` that went wrong."""
    judged = [verdict.holds for verdict in verdicts if verdict.floor is not None]
    sets = tuple(_set(measured, verdicts, show) for measured in results)
    return Answer(FORMAT, __version__, all(judged) if judged else None, sets)


def _set(measured: Measured, verdicts: Sequence[Verdict], show: str | None) -> Set:
    figures = tuple(
        Figure(verdict.figure, round(verdict.value, 4), verdict.floor, verdict.holds)
        for verdict in verdicts
        if verdict.figure in measured.figures
    )
    tables = tuple(_table(measured, line, with_rows=line.table == show) for line in measured.lines)
    size = len(measured.texts)
    return Set(measured.language, measured.kind, size, measured.data, tables, figures)


def _table(measured: Measured, line: Line, *, with_rows: bool) -> Table:
    counts = line.counts
    return Table(
        table=line.table,
        precision=round(counts.precision, 4),
        recall=round(counts.recall, 4),
        f1=round(counts.f1, 4),
        gold=counts.gold,
        predicted=counts.predicted,
        found=counts.hit,
        missed=tuple(wrong(measured, counts.missed)) if with_rows else None,
        surplus=tuple(wrong(measured, counts.surplus)) if with_rows else None,
    )


def wrong(measured: Measured, rows: Iterable[tuple[str, Row]]) -> Iterator[Wrong]:
    """Missed or surplus rows with their words; what is empty or tells only where it stands is left out."""
    for name, row in rows:
        fields = {key: value for key, value in row.items() if _told(key, value)}
        yield Wrong(name, fields, _words(measured, name, row))


def _told(key: str, value: object) -> bool:
    return value not in (None, "", (), [], False) and key not in ("evidence", "content", "plover") and (
        not key.endswith("_span")
    )  # fmt: skip


def _words(measured: Measured, name: str, row: Row) -> str:
    """The words of a row: what is said, else its evidence; of a sentence that has neither, all of it."""
    text = measured.texts[name]
    if measured.kind == "sentences":
        return " ".join(text.split())
    spans = [row["content"]] if row.get("content") else row.get("evidence") or ()
    return _GAP.join(" ".join(text[start:end].split()) for start, end in spans)


def fields(row: Row) -> str:
    """The fields of a row on one line."""
    return "  ".join(
        f"{key} {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for key, value in row.items()
    )
