import numpy
import pytest
from thinc.api import Linear, NumpyOps

from depeche.syntax.inference import products
from depeche.syntax.inference.products import Blocks, blocks, quicken

RANDOM = numpy.random.default_rng(1)


def matrix(rows, columns):
    return RANDOM.standard_normal((rows, columns), dtype=numpy.float32)


@pytest.mark.parametrize("rows", [0, 1, 7, 8, 16, 21])
def test_products_are_products(rows):
    left, right = matrix(rows, 12), matrix(5, 12)
    ops = Blocks(8)
    assert numpy.allclose(ops.gemm(left, right, trans2=True), left @ right.T, atol=1e-5)
    assert numpy.allclose(ops.gemm(left, right.T), left @ right.T, atol=1e-5)
    out = numpy.zeros((rows + 1, 5), dtype=numpy.float32)
    ops.gemm(left, right, trans2=True, out=out[1:])
    assert numpy.allclose(out[1:], left @ right.T, atol=1e-5)
    assert not out[0].any()


def test_weights_that_were_laid_down_give_the_same_products_to_them_alone():
    left, right = matrix(21, 12), matrix(5, 12)
    ops = Blocks(8)
    wanted = ops.gemm(left, right, trans2=True)
    ops.lay(right)
    assert numpy.allclose(ops.gemm(left, right, trans2=True), wanted, atol=1e-5)
    assert numpy.allclose(ops.gemm(left, right[:3], trans2=True), wanted[:, :3], atol=1e-5)
    assert numpy.allclose(
        ops.gemm(left[:, :6], right[:, :6], trans2=True), left[:, :6] @ right[:, :6].T, atol=1e-5
    )


def test_transposed_products_are_left_to_thinc():
    left, right = matrix(12, 3), matrix(12, 5)
    assert numpy.allclose(Blocks(8).gemm(left, right, trans1=True), left.T @ right, atol=1e-5)


@pytest.mark.skipif(blocks() is None, reason="this machine rounds a row differently in different company")
def test_a_row_does_not_see_its_company():
    left, right = matrix(500, 384), matrix(384, 384)
    whole = blocks().gemm(left, right, trans2=True)
    for first, last in ((0, 1), (1, 3), (17, 200), (95, 97), (300, 499)):
        assert numpy.array_equal(blocks().gemm(left[first:last], right, trans2=True), whole[first:last])


def test_models_keep_their_products_where_the_machine_rounds_by_company(monkeypatch):
    monkeypatch.setattr(products, "_steady", lambda *_: False)
    blocks.cache_clear()
    model = Linear(2, 3)
    quicken(model)
    assert type(model.ops) is NumpyOps
    blocks.cache_clear()


def test_models_on_other_hardware_are_left_alone():
    class Other(NumpyOps):
        pass

    model = Linear(2, 3)
    model.ops = Other()
    quicken(model)
    assert type(model.ops) is Other
