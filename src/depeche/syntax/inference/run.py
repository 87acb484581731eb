"""The components of a pipeline over a group of texts, each by the swiftest way that is known for its kind.

What is known: matrix products by the machine's own BLAS (`products`), vectors and lemmas worked out once for a word
(`vectors`, `lemmas`), its company looked at while it lies in the processor's cache (`windows`), and greedy transitions of
all texts in step (`transitions`). Any other component is run as spaCy runs it.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from depeche.syntax.inference.lemmas import Lemmas
from depeche.syntax.inference.products import quicken
from depeche.syntax.inference.transitions import Transitions, steps_alike
from depeche.syntax.inference.vectors import Vectors, embeds_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Stages keep the room that they work in, and products let other threads run.
_ONE_AT_A_TIME = Lock()
_Stage = Callable[[list["Doc"]], list["Doc"]]


def run(nlp: "Language", texts: Sequence[str], *, gpu: bool = False) -> list["Doc"]:
    """The texts as the pipeline annotates them, in order; each as if it were alone.

    With `gpu` words are encoded on an accelerator; NoAccelerator where there is none.
    """
    docs = [nlp.make_doc(text) for text in texts]
    with _ONE_AT_A_TIME:
        for stage in _stages(nlp, gpu=gpu):
            docs = stage(docs)
    return docs


@lru_cache(maxsize=8)
def _stages(nlp: "Language", *, gpu: bool) -> tuple[_Stage, ...]:
    """What is done for each component; the pipeline's models are made ready for it."""
    stages = []
    for _, component in nlp.pipeline:
        if model := getattr(component, "model", None):
            quicken(model)
        stages.append(_stage(component, gpu=gpu))
    return tuple(stages)


def _stage(component: Any, *, gpu: bool) -> _Stage:
    from spacy.pipeline import EditTreeLemmatizer

    if embeds_words(component):
        return Vectors(component, gpu=gpu)
    if steps_alike(component):
        return Transitions(component)
    if type(component) is EditTreeLemmatizer and not component.overwrite:
        return Lemmas(component)
    if hasattr(component, "pipe"):
        return lambda docs: list(component.pipe(docs, batch_size=max(1, len(docs))))
    return lambda docs: [component(doc) for doc in docs]
