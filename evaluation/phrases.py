"""Scores on single sentences: what is found, by CAMEO root, and which traps are fallen for."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from evaluation.compare import Row, gold_codes
from evaluation.tally import align

TRAP = "-trap-"


class Scores(msgspec.Struct):
    """Sums over all sentences; a trap is a sentence that asserts less than it seems to."""

    sentences: int = 0
    hit: int = 0
    gold: int = 0
    predicted: int = 0
    exact: int = 0
    status: int = 0
    traps: int = 0
    trapped: int = 0
    by_root: Counter[str] = msgspec.field(default_factory=Counter)
    found: Counter[str] = msgspec.field(default_factory=Counter)
    missed: list[tuple[str, Row]] = msgspec.field(default_factory=list)
    surplus: list[tuple[str, Row]] = msgspec.field(default_factory=list)

    @property
    def f1(self) -> float:
        """The F1 of source, target and root."""
        return 2 * self.hit / (self.gold + self.predicted) if self.hit else 0.0

    @property
    def weakest_root(self) -> float:
        """The lowest recall of a CAMEO root."""
        return min((self.found[root] / number for root, number in self.by_root.items()), default=0.0)


def score(pairs: Iterable[tuple[Row, list[Row]]]) -> Scores:
    """The scores of gold sentences against the events that were read from them."""
    scores = Scores()
    for sentence, events in pairs:
        _add(scores, sentence, [row for row in events if not str(row.get("cameo")).startswith("01")])
    return scores


def _add(scores: Scores, sentence: Row, have: list[Row]) -> None:
    want: list[Row] = sentence["events"]
    matched = align("events", want, have)
    scores.sentences += 1
    scores.hit += len(matched)
    scores.gold += len(want)
    scores.predicted += len(have)
    scores.exact += sum(str(have[j].get("cameo")) in gold_codes(want[i]) for i, j in matched)
    scores.status += sum(want[i]["status"] == have[j].get("status") for i, j in matched)
    scores.by_root.update(str(row["cameo"])[:2] for row in want)
    scores.found.update(str(want[i]["cameo"])[:2] for i, _ in matched)
    if TRAP in sentence["id"]:
        real = {j for i, j in matched if want[i]["status"] == "occurred"}
        scores.traps += 1
        scores.trapped += any(row.get("status") == "occurred" and j not in real for j, row in enumerate(have))
    hit_gold, hit_predicted = {i for i, _ in matched}, {j for _, j in matched}
    label = f"{sentence['id']} | {sentence['text']}"
    scores.missed.extend((label, row) for i, row in enumerate(want) if i not in hit_gold)
    scores.surplus.extend((label, row) for j, row in enumerate(have) if j not in hit_predicted)
