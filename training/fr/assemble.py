"""Make of a trained checkpoint the pipeline that ships: the verb table added, the rest made small."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import spacy

from depeche.languages.fr.pipeline.lemma_table import LemmaTable
from training.fr.conllu import read
from training.fr.lemmas import verb_forms

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

__all__ = ["assemble"]

_META = {
    "name": "depeche_fr",
    "version": "0.1.0",
    "description": "French dispatches: parts of speech, morphology, dependencies, lemmas of verbs, names.",
    "author": "The depeche authors",
    "license": "CC BY-SA 4.0",
}
_TEXT = "Le ministre a déclaré jeudi que Paris soutiendrait l'accord."


def _add_table(nlp: Language, treebanks: Path) -> None:
    paths = sorted(treebanks.glob("*/*.conllu"))
    sentences = itertools.chain.from_iterable(read(path) for path in paths if "-test" not in path.stem)
    table = nlp.add_pipe("depeche_fr_lemma_table", after="trainable_lemmatizer")
    assert isinstance(table, LemmaTable)
    table.fill(verb_forms(sentences))


def _prune(nlp: Language) -> None:
    """Forget what training left behind: paths, scores of the corpora, strings of the training texts."""
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        nlp.config.pop(section, None)
    nlp.meta.update(_META)
    nlp.meta["performance"] = {}


def assemble(checkpoint: Path, treebanks: Path, out: Path) -> None:
    """Write the pipeline of `checkpoint` into the folder `out`, beside the Python files that are there."""
    nlp = spacy.load(checkpoint)
    if "depeche_fr_lemma_table" not in nlp.pipe_names:
        _add_table(nlp, treebanks)
    _prune(nlp)
    out.mkdir(parents=True, exist_ok=True)
    for old in (path for path in out.iterdir() if path.is_dir() and path.name != "__pycache__"):
        shutil.rmtree(old)
    nlp.to_disk(out)
    assert spacy.load(out)(_TEXT)[3].lemma_ == "déclarer"
