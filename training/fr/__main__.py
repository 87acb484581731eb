"""Train the French pipeline and put it in its place: ``python -m training.fr``."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from depeche.languages.fr import tokenizer
from training.fr.assemble import assemble
from training.fr.corpus import build
from training.fr.train import train

_PIPELINE = Path(tokenizer.__file__).parent / "pipeline"


def main() -> None:
    """Convert, draw, train and assemble."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DEPECHE_SHARED", "../shared")))
    parser.add_argument("--work", type=Path, default=Path("build/training-fr"))
    parser.add_argument("--out", type=Path, default=_PIPELINE)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--texts", type=int, default=8000, help="texts drawn from the grammar")
    parser.add_argument("--steps", type=int, default=None, help="fewer steps, to try things out")
    options = parser.parse_args()
    build(options.shared, options.work, seed=options.seed, texts=options.texts)
    checkpoint = train(options.work, seed=options.seed, steps=options.steps)
    assemble(checkpoint, options.shared / "treebanks" / "fr", options.out)


if __name__ == "__main__":
    main()
