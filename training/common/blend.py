"""The mean of a pipeline before and after it was trained on: what was learnt new, and little of the old forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import spacy

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["blend"]

_BLENDED = ("tok2vec", "morphologizer", "parser", "ner")


def blend(before: Path, after: Path, out: Path) -> Path:
    """Write `after` with the mean of its weights and those of `before` to `out`.

    The lemmatizer stays the one of `after`, which numbers its edits anew.
    """
    old, new = spacy.load(before), spacy.load(after)
    for name in _BLENDED:
        parts: list[Any] = [pipeline.get_pipe(name) for pipeline in (old, new)]
        for was, now in zip(*(part.model.walk() for part in parts), strict=True):
            for parameter in now.param_names:
                if now.has_param(parameter):
                    mean = 0.5 * was.get_param(parameter) + 0.5 * now.get_param(parameter)
                    now.set_param(parameter, mean)
    new.to_disk(out)
    return out
