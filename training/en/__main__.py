"""Train the English pipeline and put it in its place: ``python -m training.en``."""

from __future__ import annotations

from pathlib import Path

from depeche.languages.en import tokenizer
from training.common.command import command
from training.en.recipe import FINISH, RECIPE

if __name__ == "__main__":
    pipeline = Path(tokenizer.__file__).parent / "pipeline"
    command(RECIPE, FINISH, pipeline, texts=9000, about=__doc__)
