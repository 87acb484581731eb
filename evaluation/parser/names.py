"""Names against texts with names that no pipeline of ours is trained on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

__all__ = ["Passage", "names"]

LABELS = ("PER", "LOC", "ORG")
Passage = tuple[str, set[tuple[int, int, str]]]
"""A text that the pipeline reads well, and its names as (start, end, label) in characters."""


def names(nlp: Language, passages: Iterable[Passage]) -> dict[str, float]:
    """Return the F1 of exact spans in percent, by label and for all."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    system: Counter[str] = Counter()
    for doc, wanted in nlp.pipe(passages, as_tuples=True):
        found = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in LABELS}
        for counter, spans in ((gold, wanted), (system, found), (right, found & wanted)):
            counter.update(label for _, _, label in spans)
            counter.update("all" for _ in spans)
    return {label: 200 * right[label] / (gold[label] + system[label] or 1) for label in (*LABELS, "all")}
