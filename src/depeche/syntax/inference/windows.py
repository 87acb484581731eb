"""The encoder of words on a CPU: what each word is in the company of its neighbours.

Thinc takes each step over all words before it takes the next, and so goes through memory a dozen times a layer. Here a
block of words goes through the whole layer while it lies in the processor's cache, and weights lie as products want them.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy

from depeche.syntax.inference.layers import SMALLEST, Layer

_Matrix = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]


class Windows:
    """Encodes words as a spaCy encoder of windows (`MaxoutWindowEncoder`) does, `rows` words at a time.

    `pad` words of nothing part two texts, as many as there are layers or more.
    Each word has the same vector, bit for bit, in any company, where the machine multiplies blocks of so many rows alike
    everywhere (`depeche.syntax.inference.products`).
    """

    def __init__(self, layers: Sequence[Layer], pad: int, rows: int) -> None:
        self._rows = rows
        self._pad = pad
        self._layers = [_Block(layer, rows) for layer in layers]

    def predict(self, vectors: Sequence[Any]) -> list[Any]:
        """The vectors of the words of each text in their company."""
        around = max(layer.around for layer in self._layers)
        starts = list(accumulate((len(one) + self._pad for one in vectors), initial=self._pad + around))
        height = -((around - starts[-1]) // self._rows) * self._rows + 2 * around
        x: _Matrix = numpy.zeros((height, vectors[0].shape[1]), dtype=numpy.float32)
        y = numpy.zeros_like(x)
        for start, one in zip(starts, vectors, strict=False):
            x[start : start + len(one)] = one
        for layer in self._layers:
            for at in range(around, height - around, self._rows):
                layer.write(x, y, at)
            x, y = y, x
        return [x[start : end - self._pad] for start, end in pairwise(starts)]


class _Block:
    """A layer over a block of words, with room for what it works out on the way."""

    def __init__(self, layer: Layer, rows: int) -> None:
        self.around = layer.around
        self._rows, self._layer = rows, layer
        seen, width = layer.weights.shape[0], layer.gain.shape[0]
        self._seen: _Matrix = numpy.empty((rows, seen), dtype=numpy.float32)
        self._products: _Matrix = numpy.empty((rows, layer.pieces * width), dtype=numpy.float32)
        self._pieces = [self._products[:, at * width : (at + 1) * width] for at in range(layer.pieces)]
        self._best: _Matrix = numpy.empty((rows, width), dtype=numpy.float32)
        self._even = numpy.full(width, 1 / width, dtype=numpy.float32)
        self._row: _Matrix = numpy.empty((rows, 1), dtype=numpy.float32)

    def write(self, x: _Matrix, y: _Matrix, at: int) -> None:
        """Write to `y` what the words of `x` from row `at` on become."""
        layer, best, row = self._layer, self._best, self._row
        width = x.shape[1]
        for place in range(2 * self.around + 1):
            first = at - self.around + place
            self._seen[:, place * width : (place + 1) * width] = x[first : first + self._rows]
        numpy.matmul(self._seen, layer.weights, out=self._products)
        self._products += layer.bias
        numpy.maximum(self._pieces[0], self._pieces[-1], out=best)
        for piece in self._pieces[1:-1]:
            numpy.maximum(best, piece, out=best)
        numpy.vecdot(best, self._even, out=row[:, 0])  # the mean
        best -= row
        numpy.vecdot(best, best, out=row[:, 0])
        row *= self._even[0]
        row += SMALLEST
        numpy.sqrt(row, out=row)
        best /= row
        best *= layer.gain
        best += layer.shift
        numpy.add(x[at : at + self._rows], best, out=y[at : at + self._rows])
