"""Gold rows and predicted rows aligned, counted, and turned into precision, recall and F1.

Counts are summed over all cases; `macro` is the mean F1 of the seven tables. Gold rows marked ``optional``
(told by only one of two annotators) are neither required nor held against a prediction that has them.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from depeche.evaluation.compare import (
    COMPARE,
    TABLES,
    Row,
    content_overlap,
    fold,
    gold_codes,
    same_date,
)

Tables = dict[str, list[Row]]
Extra = Callable[[Row, Row], float | None]


class Case(msgspec.Struct, frozen=True):
    """One dispatch: what gold tells and what the reader tells."""

    name: str
    gold: Tables
    predicted: Tables


class Counts(msgspec.Struct):
    """The sums of one table; `extras` hold, by name, the sum and the number of what was looked at."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0
    extras: dict[str, tuple[float, int]] = msgspec.field(default_factory=dict)
    missed: list[tuple[str, Row]] = msgspec.field(default_factory=list)
    surplus: list[tuple[str, Row]] = msgspec.field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the predicted rows that are right."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold rows that were found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def rate(self, name: str) -> float:
        """The mean of an extra figure over the matched rows."""
        total, number = self.extras.get(name, (0.0, 0))
        return total / number if number else 0.0


def _same_role(gold: Row, row: Row) -> float | None:
    if not gold.get("role"):
        return None
    return float(fold(str(gold["role"]).split(";")[0]) == fold(str(row.get("role")).split(";")[0]))


def _same_day(gold: Row, row: Row) -> float:
    return float(same_date(gold.get("date"), row.get("date"), gold.get("accept_dates") or ()))


EXTRAS: dict[str, dict[str, Extra]] = {
    "people": {"role": _same_role},
    "encounters": {
        "date": _same_day,
        "margins": lambda gold, row: float(bool(gold.get("margins_of")) == bool(row.get("margins_of"))),
    },
    "statements": {
        "mode": lambda gold, row: float(
            gold["mode"] == row.get("mode") or "mixed" in (gold["mode"], row.get("mode"))
        ),
        "content_iou": lambda gold, row: content_overlap(gold, row) if gold.get("content") else None,
    },
    "events": {
        "exact_code": lambda gold, row: float(str(row.get("cameo")) in gold_codes(gold)),
        "status": lambda gold, row: float(gold["status"] == row.get("status")),
        "date": _same_day,
    },
}


def tables_of(data: Row) -> Tables:
    """The seven tables of a case or an answer; events that are mere statements (CAMEO 01) are left out."""
    inner = data.get("facts", data)
    rows: Tables = {table: list(inner.get(table) or ()) for table in TABLES}
    rows["events"] = [row for row in rows["events"] if not str(row.get("cameo")).startswith("01")]
    return rows


def align(table: str, gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs of one gold and one predicted row, best first; ties go to rows that stand at like places."""
    compare = COMPARE[table]
    pairs = sorted(
        (
            (compare(g, p), -abs(i / max(1, len(gold)) - j / max(1, len(predicted))), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(predicted)
        ),
        reverse=True,
    )
    rows: set[int] = set()
    columns: set[int] = set()
    out: list[tuple[int, int]] = []
    for value, _, i, j in pairs:
        if value > 0 and i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            out.append((i, j))
    return out


def _settled(table: str, gold: Sequence[Row], predicted: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Required gold rows, and the predictions without those that only meet optional ones."""
    required = [row for row in gold if not row.get("optional")]
    optional = [row for row in gold if row.get("optional")]
    taken = {j for _, j in align(table, required, predicted)}
    rest = [j for j in range(len(predicted)) if j not in taken]
    aside = {rest[j] for _, j in align(table, optional, [predicted[j] for j in rest])}
    return required, [row for j, row in enumerate(predicted) if j not in aside]


def tally(cases: Iterable[Case]) -> dict[str, Counts]:
    """The counts of each table over all cases."""
    totals = {table: Counts() for table in TABLES}
    for case in cases:
        for table, counts in totals.items():
            gold, predicted = _settled(table, case.gold[table], case.predicted[table])
            add(counts, table, case.name, gold, predicted)
    return totals


def add(
    counts: Counts, table: str, name: str, gold: Sequence[Row], predicted: Sequence[Row]
) -> list[tuple[int, int]]:
    """Add the rows of one text to the counts of a table; the pairs that match."""
    matched = align(table, gold, predicted)
    counts.hit += len(matched)
    counts.gold += len(gold)
    counts.predicted += len(predicted)
    for extra, figure in EXTRAS.get(table, {}).items():
        seen = [value for i, j in matched if (value := figure(gold[i], predicted[j])) is not None]
        total, number = counts.extras.get(extra, (0.0, 0))
        counts.extras[extra] = (total + sum(seen), number + len(seen))
    hit_gold, hit_predicted = {i for i, _ in matched}, {j for _, j in matched}
    counts.missed.extend((name, row) for i, row in enumerate(gold) if i not in hit_gold)
    counts.surplus.extend((name, row) for j, row in enumerate(predicted) if j not in hit_predicted)
    return matched


def macro(totals: dict[str, Counts]) -> float:
    """The mean F1 of the seven tables."""
    return sum(counts.f1 for counts in totals.values()) / len(totals)


def asserted_right(cases: Iterable[Case]) -> tuple[int, int]:
    """Of the events told as occurred: how many meet a gold event that occurred, and how many there are."""
    right = told = 0
    for case in cases:
        occurred = [row for row in case.predicted["events"] if row.get("status") == "occurred"]
        matched = align("events", case.gold["events"], occurred)
        right += sum(case.gold["events"][i]["status"] == "occurred" for i, _ in matched)
        told += len(occurred)
    return right, told
