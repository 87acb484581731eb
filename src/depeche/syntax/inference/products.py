"""Matrix products by the BLAS that numpy brings, which makes use of what the processor has.

Thinc multiplies by its own, which takes two to three times as long on a processor of the last ten years. The one
that numpy brings may round a row differently in different company, and a text must be read the same in any batch:
rows are therefore multiplied in blocks of one size, and a size is used only where the machine is seen to give each
row the same product wherever it stands in its block. Where no size passes, products stay thinc's.
"""

from functools import lru_cache
from typing import Any

import numpy
from thinc.api import Model, NumpyOps

_SIZES = (96, 48, 8)  # rows of a block, the swiftest first
_TRIED = ((384, 384), (512, 384), (128, 1024))  # widths before and after
_SHIFTS = (1, 2, 5, 11, 40)


class Blocks(NumpyOps):  # type: ignore[misc]  # thinc has no types of it
    """Thinc's operations, with products in blocks of `rows` rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False  # noqa: FBT001, FBT002
    ) -> Any:  # fmt: skip
        """The product of x, or its transpose, by y, or its transpose; written to `out` where it is given."""
        if trans1:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        right = y.T if trans2 else y
        if out is None:
            out = numpy.empty((len(x), right.shape[1]), dtype=x.dtype)
        whole = len(x) - len(x) % self.rows
        if whole:
            numpy.matmul(self._blocks(x[:whole]), right, out=self._blocks(out[:whole]))
        if whole < len(x):
            last = numpy.zeros((1, self.rows, x.shape[1]), dtype=x.dtype)
            last[0, : len(x) - whole] = x[whole:]
            out[whole:] = numpy.matmul(last, right)[0, : len(x) - whole]
        return out

    def _blocks(self, rows: Any) -> Any:
        return rows.reshape(-1, self.rows, rows.shape[1])


def quicken(model: Model[Any, Any]) -> None:
    """Let a model multiply in blocks, if it runs on the processor by thinc's own products."""
    ops = blocks()
    for node in model.walk():
        if ops and type(node.ops) is NumpyOps:
            node.ops = ops


@lru_cache
def blocks() -> Blocks | None:
    """The operations in the largest blocks that this machine multiplies alike everywhere; None if there are none."""
    return next((ops for ops in map(Blocks, _SIZES) if all(_steady(ops, *widths) for widths in _TRIED)), None)


def _steady(ops: Blocks, before: int, after: int) -> bool:
    """Whether each row has the same product, bit for bit, wherever it stands."""
    random = numpy.random.default_rng(before + after)
    left = random.standard_normal((2 * ops.rows, before), dtype=numpy.float32)
    right = random.standard_normal((after, before), dtype=numpy.float32)
    whole = ops.gemm(left, right, trans2=True)
    return all(
        numpy.array_equal(ops.gemm(left[shift:], right, trans2=True), whole[shift:]) for shift in _SHIFTS
    )
