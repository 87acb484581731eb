"""The command that trains a language's pipeline and puts it in its place."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from training.common.assemble import assemble
from training.common.blend import blend
from training.common.corpus import build
from training.common.train import anneal, train

if TYPE_CHECKING:
    from training.common.assemble import Finish
    from training.common.corpus import Recipe

__all__ = ["command"]

_RATE_ON = 0.0009
"""The rate at which a trained pipeline learns from new corpora: less than from nothing, more than to anneal."""


def command(recipe: Recipe, finish: Finish, pipeline: Path, *, texts: int, about: str | None) -> None:
    """Convert, draw, train and assemble, as the command line says."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DEPECHE_SHARED", "../shared")))
    parser.add_argument("--work", type=Path, default=Path(f"build/training-{recipe.code}"))
    parser.add_argument("--out", type=Path, default=pipeline)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--texts", type=int, default=texts, help="texts drawn from the grammar")
    parser.add_argument("--steps", type=int, default=None, help="fewer steps, to try things out")
    parser.add_argument("--on", type=Path, default=None, help="a pipeline to train on, on corpora drawn anew")
    options = parser.parse_args()
    build(recipe, options.shared, options.work, seed=options.seed, texts=options.texts)
    checkpoint = _trained_on(recipe, options) if options.on else _trained(recipe, options)
    assemble(checkpoint, options.shared / "treebanks" / recipe.code, options.out, finish)


def _trained(recipe: Recipe, options: argparse.Namespace) -> Path:
    """The last checkpoint of a training from nothing, in one leg or two."""
    steps = options.steps or recipe.steps
    checkpoint = train(options.work, tokenizer=recipe.tokenizer, seed=options.seed, steps=steps)
    if recipe.second_leg:
        work, seed = options.work / "second", options.seed + 1
        build(recipe, options.shared, work, seed=seed, texts=options.texts)
        steps = min(steps, recipe.second_leg)
        checkpoint = anneal(checkpoint, work, tokenizer=recipe.tokenizer, seed=seed, steps=steps)
    return checkpoint


def _trained_on(recipe: Recipe, options: argparse.Namespace) -> Path:
    """A pipeline trained on, blended with what it was."""
    steps, seed = options.steps or recipe.steps, options.seed
    checkpoint = anneal(
        options.on, options.work, tokenizer=recipe.tokenizer, seed=seed, steps=steps, rate=_RATE_ON
    )
    return blend(options.on, checkpoint, options.work / "blended")
