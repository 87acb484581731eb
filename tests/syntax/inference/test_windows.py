import numpy
import pytest

from depeche.languages import codes, load
from depeche.syntax.inference.layers import layers
from depeche.syntax.inference.products import blocks
from depeche.syntax.inference.windows import Windows


@pytest.fixture(scope="module", params=codes())
def encode(request):
    return load(request.param).pipeline.get_pipe("tok2vec").model.get_ref("encode")


def vectors(*lengths):
    random = numpy.random.default_rng(sum(lengths))
    return [random.standard_normal((length, 128), dtype=numpy.float32) for length in lengths]


@pytest.mark.parametrize("rows", [8, 96])
def test_it_encodes_as_thinc_does(encode, rows):
    given = vectors(7, 0, 1, 300)
    found, wanted = Windows(layers(encode), encode.attrs["pad"], rows).predict(given), encode.predict(given)
    assert list(map(len, found)) == [7, 0, 1, 300]
    for one, other in zip(found, wanted, strict=True):
        assert numpy.allclose(one, other, atol=2e-5)


@pytest.mark.skipif(blocks() is None, reason="this machine rounds a row differently in different company")
def test_a_text_does_not_see_its_company(encode):
    encoder = Windows(layers(encode), encode.attrs["pad"], blocks().rows)
    given = vectors(*range(0, 400, 13))
    for one, other in zip(given, encoder.predict(given), strict=True):
        [alone] = encoder.predict([one])
        assert numpy.array_equal(alone, other)
