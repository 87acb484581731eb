"""Train a pipeline on the corpora that `training.common.corpus` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.cli.train import train as spacy_train
from spacy.util import load_config, load_model_from_config

if TYPE_CHECKING:
    from thinc.api import Config

__all__ = ["train"]

_CONFIG = Path(__file__).parent / "config.cfg"


def _filled(tokenizer: str) -> Config:
    """The configuration with the language's tokenizer, and with spaCy's defaults where it says nothing."""
    base = load_config(_CONFIG, interpolate=False)
    base["nlp"]["tokenizer"] = {"@tokenizers": tokenizer}
    full = load_model_from_config(base, auto_fill=True, validate=False).config
    return full.merge(base)


def train(work: Path, *, tokenizer: str, seed: int, steps: int | None = None) -> Path:
    """Train on ``work/train``, choosing on ``work/dev.spacy``; return the folder of the last checkpoint."""
    _filled(tokenizer).to_disk(work / "config.cfg")
    overrides: dict[str, Any] = {
        "system.seed": seed,
        "paths.train": str(work / "train"),
        "paths.dev": str(work / "dev.spacy"),
    }
    if steps:
        overrides |= {"training.max_steps": steps, "training.eval_frequency": max(1, min(1500, steps // 2))}
    spacy_train(work / "config.cfg", work / "model", overrides=overrides)
    return work / "model" / "model-last"
