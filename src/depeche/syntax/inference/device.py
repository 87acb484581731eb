"""The encoder of words on an accelerator: what each word is in its company.

It is written for any library that speaks as numpy does: cupy where there is an accelerator, numpy in the tests. Rows are
multiplied in blocks of one size, so that a row has the same product in any company.
"""

import importlib
from collections.abc import Sequence
from itertools import accumulate, pairwise
from types import ModuleType
from typing import Any

import numpy

from depeche.errors import NoAccelerator
from depeche.syntax.inference.layers import SMALLEST, Layer

ROWS = 4_096  # of a block


def accelerator() -> ModuleType:
    """The library that computes on the accelerator of this machine; NoAccelerator where there is none of either."""
    try:
        library = importlib.import_module("cupy")
    except ImportError as error:
        raise NoAccelerator("--gpu needs cupy: pip install 'depeche[gpu]'") from error
    try:
        library.zeros(1).sum().get()
    except Exception as error:  # cupy raises errors of CUDA's driver, compiler and loader, of many kinds
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise NoAccelerator(f"no accelerator that cupy can use ({why}); leave out --gpu") from error
    return library


class Encoder:
    """Encodes words as a spaCy encoder of windows (`MaxoutWindowEncoder`) does, by the library `xp`.

    `pad` words of nothing part two texts.
    """

    def __init__(self, layers: Sequence[Layer], pad: int, xp: Any) -> None:
        self._xp = xp
        self._pad = pad
        self._layers = [_Layer(layer, xp) for layer in layers]

    def predict(self, vectors: Sequence[Any]) -> list[Any]:
        """The vectors of the words of each text in their company, as numpy's arrays."""
        width = vectors[0].shape[1]
        starts = list(accumulate((len(one) + self._pad for one in vectors), initial=self._pad))
        rows = numpy.zeros((-starts[-1] % ROWS + starts[-1], width), dtype=numpy.float32)
        for start, one in zip(starts, vectors, strict=False):
            rows[start : start + len(one)] = one
        x = self._xp.asarray(rows)
        for layer in self._layers:
            x = x + layer(x)
        found = x if self._xp is numpy else x.get()
        return [found[start : end - self._pad] for start, end in pairwise(starts)]


class _Layer:
    """A layer over all words at once."""

    def __init__(self, layer: Layer, xp: Any) -> None:
        self._xp = xp
        self._around, self._pieces = layer.around, layer.pieces
        given = (layer.weights, layer.bias, layer.gain, layer.shift)
        self._weights, self._bias, self._gain, self._shift = map(xp.asarray, given)

    def __call__(self, x: Any) -> Any:
        xp, around = self._xp, self._around
        edge = xp.zeros((around, x.shape[1]), dtype=x.dtype)
        wide = xp.concatenate([edge, x, edge])
        seen = xp.concatenate([wide[at : at + len(x)] for at in range(2 * around + 1)], axis=1)
        products = [xp.matmul(seen[at : at + ROWS], self._weights) for at in range(0, len(seen), ROWS)]
        best = (xp.concatenate(products) + self._bias).reshape(len(x), self._pieces, -1).max(axis=1)
        mean = best.mean(axis=1, keepdims=True)
        variance = best.var(axis=1, keepdims=True) + xp.float32(SMALLEST)
        return (best - mean) * variance ** xp.float32(-0.5) * self._gain + self._shift
