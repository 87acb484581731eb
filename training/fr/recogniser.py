"""The last step of the training: the recogniser alone, on top of the encoder that the others settled.

Names are few and partly left open in the corpora, so the recogniser is not done when the parser is. Here it
goes over them again while everything else stays as it is.
"""

from __future__ import annotations

import itertools
from random import Random
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import Adam

from training.fr.corpus import blank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["polish"]

_CORPORA = ["made", "named", "named", "written"]
_RATES = [0.001, 0.0003]
"""The learning rate of each time through the corpora."""


def _documents(work: Path) -> list[Doc]:
    vocab = blank().vocab
    bins = (DocBin().from_disk(work / "train" / f"{name}.spacy") for name in _CORPORA)
    return list(itertools.chain.from_iterable(docs.get_docs(vocab) for docs in bins))


def _examples(nlp: Language, docs: list[Doc]) -> Iterator[Example]:
    for doc in docs:
        yield Example(nlp.make_doc(doc.text), doc)


def polish(checkpoint: Path, work: Path, *, seed: int) -> Path:
    """Train the recogniser of `checkpoint` on; return the folder of the result, ``work/polished``."""
    nlp, rng = spacy.load(checkpoint), Random(seed)
    docs = _documents(work)
    optimizer = Adam(learn_rate=_RATES[0], use_averages=True)
    with nlp.select_pipes(enable=["tok2vec", "ner"]):
        for rate in _RATES:
            optimizer.learn_rate = rate
            rng.shuffle(docs)
            for batch in minibatch(_examples(nlp, docs), size=8):  # type: ignore[no-untyped-call]
                nlp.update(batch, sgd=optimizer, drop=0.2, exclude=["tok2vec"], annotates=["tok2vec"])
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(work / "polished")
    return work / "polished"
