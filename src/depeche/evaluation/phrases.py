"""Scores on single sentences: what is found, by CAMEO root, and which traps are fallen for."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from depeche.evaluation.compare import Row
from depeche.evaluation.tally import Counts, add

TRAP = "-trap-"


class Scores(Counts):
    """Sums over all sentences; a trap is a sentence that asserts less than it seems to."""

    traps: int = 0
    trapped: int = 0
    by_root: Counter[str] = msgspec.field(default_factory=Counter)
    found: Counter[str] = msgspec.field(default_factory=Counter)

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
    matched = add(scores, "events", sentence["id"], want, have)
    scores.by_root.update(str(row["cameo"])[:2] for row in want)
    scores.found.update(str(want[i]["cameo"])[:2] for i, _ in matched)
    if TRAP in sentence["id"]:
        real = {j for i, j in matched if want[i]["status"] == "occurred"}
        scores.traps += 1
        scores.trapped += any(row.get("status") == "occurred" and j not in real for j, row in enumerate(have))
