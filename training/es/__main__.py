"""Train the Spanish pipeline and put it in its place: ``python -m training.es``."""

from __future__ import annotations

from pathlib import Path

from depeche.languages.es import tokenizer
from training.common.command import command
from training.es.recipe import FINISH, RECIPE

if __name__ == "__main__":
    pipeline = Path(tokenizer.__file__).parent / "pipeline"
    command(RECIPE, FINISH, pipeline, texts=11000, about=__doc__)
