"""Matrix products by the BLAS that numpy brings, which makes use of what the processor has.

Thinc multiplies by its own, which takes up to three times as long on a processor of the last ten years. The one
that numpy brings may round a row differently in different company, and a text must be read the same in any batch:
rows are therefore multiplied in blocks of one size, and a size is used only where the machine is seen to give each
row the same product wherever it stands in its block. Where no size passes, products stay thinc's.
"""

from functools import lru_cache
from typing import Any

import numpy
from thinc.api import Model, NumpyOps

_SIZES = (192, 96, 48, 8)  # rows of a block, the swiftest first
_FEW = (24, 8)  # of a block where there are few rows at a time
_TRIED = ((384, 384), (512, 384), (128, 1024), (128, 85))  # widths before and after
_SHIFTS = (1, 2, 5, 11, 40)


class Blocks(NumpyOps):  # type: ignore[misc]  # thinc has no types of it
    """Thinc's operations, with products in blocks of `rows` rows.

    A product by weights that were `lay`-ed down takes them as they lie best, which is a third of the time less.
    """

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows
        self._laid: dict[tuple[int, int], tuple[Any, Any]] = {}

    def lay(self, weights: Any) -> None:
        """Keep the transpose of weights that never change; `weights` has the values of a product row by row."""
        flat = weights.reshape(-1, weights.shape[-1])
        self._laid[_place(flat)] = (
            flat,
            numpy.ascontiguousarray(flat.T),
        )  # held, so that nothing else takes the place

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False  # noqa: FBT001, FBT002
    ) -> Any:  # fmt: skip
        """The product of x, or its transpose, by y, or its transpose; written to `out` where it is given."""
        if trans1:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        right = self._turned(y) if trans2 else y
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

    def _turned(self, y: Any) -> Any:
        _, laid = self._laid.get(_place(y), (None, None))
        return y.T if laid is None or laid.shape[::-1] != y.shape else laid

    def _blocks(self, rows: Any) -> Any:
        return rows.reshape(-1, self.rows, rows.shape[1])


def _place(matrix: Any) -> tuple[int, int]:
    """Where a matrix lies in memory, and the length of its rows."""
    return matrix.ctypes.data, matrix.shape[-1]


def quicken(model: Model[Any, Any]) -> None:
    """Let a model multiply in blocks, if it runs on the processor by thinc's own products."""
    ops = blocks()
    for node in model.walk():
        if ops and type(node.ops) is NumpyOps:
            node.ops = ops
            if node.has_param("W"):
                ops.lay(node.get_param("W"))


@lru_cache
def blocks(*, few: bool = False) -> Blocks | None:
    """The operations in the largest blocks that this machine multiplies alike everywhere; None if there are none.

    With `few` blocks are of a size for products of a dozen rows at a time.
    """
    sizes = _FEW if few else _SIZES
    return next((ops for ops in map(Blocks, sizes) if all(_steady(ops, *widths) for widths in _TRIED)), None)


def _steady(ops: Blocks, before: int, after: int) -> bool:
    """Whether each row has the same product, bit for bit, wherever it stands."""
    random = numpy.random.default_rng(before + after)
    left = random.standard_normal((2 * ops.rows, before), dtype=numpy.float32)
    right = random.standard_normal((before, after), dtype=numpy.float32)
    turned = right.T.copy().T  # the same matrix as it lies in memory where nobody laid it down
    return all(
        numpy.array_equal(ops.gemm(left[shift:], weights), ops.gemm(left, weights)[shift:])
        for weights in (right, turned)
        for shift in _SHIFTS
    )
