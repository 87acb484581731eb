"""The vectors of words: what a word is apart from its company worked out once, its company each time."""

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy

from depeche.syntax.inference.device import Encoder, accelerator
from depeche.syntax.inference.layers import encodes_windows, layers
from depeche.syntax.inference.products import blocks
from depeche.syntax.inference.windows import Windows

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST = 30_000  # kinds of words that are kept: 15 MB


def embeds_words(component: Any) -> bool:
    """Whether a component is an encoder of words that first embeds each by attributes of its own, on a CPU."""
    from spacy.pipeline import Tok2Vec

    if type(component) is not Tok2Vec or not {"embed", "encode"} <= set(component.model.ref_names):
        return False
    first = component.model.get_ref("embed").layers[:1]
    return bool(first and first[0].name == "extract_features" and component.model.ops.device_type == "cpu")


class Vectors:
    """Encodes words as spaCy's Tok2Vec does."""

    def __init__(self, component: Any, *, gpu: bool = False) -> None:
        embed = component.model.get_ref("embed")
        self._component = component
        self._columns = embed.layers[0].attrs["columns"]
        self._layers = embed.layers[1:]
        self._encode = _encoder(component.model.get_ref("encode"), gpu=gpu)
        self._kept: Any = None  # the vectors, in the order of `_places`
        self._places: dict[bytes, int] = {}

    def __call__(self, docs: "list[Doc]") -> "list[Doc]":
        """Set the tensors of the docs, in place."""
        if any(map(len, docs)):
            self._component.set_annotations(docs, self._encode.predict(self._embedded(docs)))
        return docs

    def _embedded(self, docs: "list[Doc]") -> list[Any]:
        """The vectors of each doc's words before they see each other."""
        width = len(self._columns)
        rows = numpy.concatenate([doc.to_array(self._columns).reshape(len(doc), width) for doc in docs])
        keys = rows.view(f"V{rows.itemsize * width}").ravel().tolist()
        if len(self._places) > MOST:
            self._places.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self._places}
        if new:
            self._keep(new, rows[list(new.values())])
        vectors = self._kept[[self._places[key] for key in keys]]
        return [vectors[start:end] for start, end in pairwise(accumulate(map(len, docs), initial=0))]

    def _keep(self, new: dict[bytes, int], rows: Any) -> None:
        """Work out the vectors of words that were not met before."""
        found: Any = [rows]
        for layer in self._layers:
            found = layer.predict(found)
        known = len(self._places)
        self._kept = numpy.concatenate([self._kept[:known], *found]) if known else found[0]
        self._places.update(zip(new, range(known, known + len(new)), strict=True))


def _encoder(encode: Any, *, gpu: bool) -> Any:
    """The swiftest encoder for a model."""
    if not encodes_windows(encode):
        return encode
    pad = encode.attrs["pad"]
    if gpu:
        return Encoder(layers(encode), pad, accelerator())
    return Windows(layers(encode), pad, ops.rows) if (ops := blocks()) else encode
