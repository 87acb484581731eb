"""Train a pipeline on the corpora that `training.common.corpus` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.cli.train import train as spacy_train
from spacy.util import load_config, load_model_from_config

if TYPE_CHECKING:
    from thinc.api import Config

__all__ = ["anneal", "train"]

_CONFIG = Path(__file__).parent / "config.cfg"
_TRAINED_ON = ("tok2vec", "morphologizer", "parser", "ner")


def _filled(tokenizer: str) -> Config:
    """The configuration with the language's tokenizer, and with spaCy's defaults where it says nothing."""
    base = load_config(_CONFIG, interpolate=False)
    base["nlp"]["tokenizer"] = {"@tokenizers": tokenizer}
    full = load_model_from_config(base, auto_fill=True, validate=False).config
    return full.merge(base)


def _overrides(work: Path, seed: int) -> dict[str, Any]:
    return {
        "system.seed": seed,
        "paths.train": str(work / "train"),
        "paths.dev": str(work / "dev.spacy"),
    }


def anneal(
    checkpoint: Path, work: Path, *, tokenizer: str, seed: int, steps: int, rate: float = 0.0006
) -> Path:
    """Train a checkpoint on with rates that fall from `rate` to nothing; return the folder of the last checkpoint.

    The lemmatizer begins anew: read from disk, spaCy's forgets which edit has which number, and would learn
    one edit for all words.
    """
    config = _filled(tokenizer)
    lemmatizer = config["components"]["trainable_lemmatizer"]
    lemmatizer["model"]["tok2vec"]["width"] = config["components"]["tok2vec"]["model"]["encode"]["width"]
    config["components"] = {name: {"source": str(checkpoint)} for name in _TRAINED_ON}
    config["components"]["trainable_lemmatizer"] = lemmatizer
    config["training"] |= {"max_steps": steps, "eval_frequency": max(steps // 2, 1)}
    config["training"]["optimizer"]["learn_rate"] |= {"warmup_steps": 50, "initial_rate": rate}
    config["training"]["batcher"]["size"]["start"] = 750
    config.to_disk(work / "anneal.cfg")
    spacy_train(work / "anneal.cfg", work / "model", overrides=_overrides(work, seed))
    return work / "model" / "model-last"


def train(work: Path, *, tokenizer: str, seed: int, steps: int | None = None) -> Path:
    """Train on ``work/train``, scoring on ``work/dev.spacy``; return the folder of the last checkpoint."""
    _filled(tokenizer).to_disk(work / "config.cfg")
    overrides = _overrides(work, seed)
    if steps:
        overrides |= {"training.max_steps": steps, "training.eval_frequency": max(1, min(1500, steps // 2))}
    spacy_train(work / "config.cfg", work / "model", overrides=overrides)
    return work / "model" / "model-last"
