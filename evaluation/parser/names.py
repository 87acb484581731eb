"""Names against FENEC's news and speeches, which no pipeline of ours is trained on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from depeche.languages.fr.tokenizer import parseable
from training.fr.fenec import read

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

__all__ = ["names"]

_LABELS = ("PER", "LOC", "ORG")
_TESTED = ("information", "politique")


def names(nlp: Language, folder: Path) -> dict[str, float]:
    """Return the F1 of exact spans in percent, by label and for all; the mapping is `training.fr.fenec`'s."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    system: Counter[str] = Counter()
    paths = sorted(path for path in folder.glob("*.txt") if path.name.startswith(_TESTED))
    for passage in (passage for path in paths for passage in read(path)):
        doc = nlp(parseable(passage.text))
        found = {
            (ent.start_char, ent.end_char, ent.label_)
            for ent in doc.ents
            if ent.label_ in {"PER", "LOC", "ORG"}
        }
        for counter, spans in (
            (gold, set(passage.names)),
            (system, found),
            (right, found & set(passage.names)),
        ):
            counter.update(label for _, _, label in spans)
            counter.update("all" for _ in spans)
    return {
        label: 200 * right[label] / (gold[label] + system[label]) for label in ("PER", "LOC", "ORG", "all")
    }
