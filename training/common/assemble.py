"""Make of a trained checkpoint the pipeline that ships: a table of lemmas added, the rest made small."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import spacy
from spacy.util import registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.language import Language

__all__ = ["Finish", "assemble"]

_META = {"version": "0.1.0", "author": "The depeche authors", "license": "CC BY-SA 4.0"}


@dataclass(frozen=True)
class Finish:
    """What makes a checkpoint a language's pipeline.

    `meta` describes it; `table` is the name of the component with the lemmas, `fill` fills it from the
    folder of the treebanks; a word of `text` has the lemma `lemma` if all went well.
    """

    meta: dict[str, str]
    table: str
    fill: Callable[[Any, Path], None]
    text: str
    lemma: str


def _prune(nlp: Language, meta: dict[str, str]) -> None:
    """Forget what training left behind: paths, scores of the corpora."""
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        nlp.config.pop(section, None)
    nlp.meta.update(_META | meta)
    nlp.meta["performance"] = {}


def assemble(checkpoint: Path, treebanks: Path, out: Path, finish: Finish) -> None:
    """Write the pipeline of `checkpoint` into the folder `out`, beside the Python files that are there."""
    nlp = spacy.load(checkpoint)
    if finish.table not in nlp.pipe_names:
        finish.fill(nlp.add_pipe(finish.table, after="trainable_lemmatizer"), treebanks)
    # The tokenizer as its module makes it now, not as the checkpoint remembers it.
    nlp.tokenizer = registry.resolve({"made": nlp.config["nlp"]["tokenizer"]})["made"](nlp)
    _prune(nlp, finish.meta)
    out.mkdir(parents=True, exist_ok=True)
    for old in (path for path in out.iterdir() if path.is_dir() and path.name != "__pycache__"):
        shutil.rmtree(old)
    nlp.to_disk(out)
    assert finish.lemma in {token.lemma_ for token in spacy.load(out)(finish.text)}
