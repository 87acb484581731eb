from types import SimpleNamespace

import numpy
import pytest

from depeche import Reader
from depeche.errors import NoAccelerator
from depeche.languages import codes, load
from depeche.syntax.inference import device, run
from depeche.syntax.inference.device import ROWS, Encoder, accelerator
from depeche.syntax.inference.layers import encodes_windows, layers

TEXTS = ["Paris a salué Rome.", "", "Moscou", "Berne et Vienne ont signé lundi un accord à Oslo. " * 40]


def model(code):
    return load(code).pipeline.get_pipe("tok2vec").model


@pytest.fixture(scope="module", params=codes())
def encode(request):
    return model(request.param).get_ref("encode")


def vectors(*lengths):
    random = numpy.random.default_rng(sum(lengths))
    return [random.standard_normal((length, 128), dtype=numpy.float32) for length in lengths]


def test_it_encodes_as_thinc_does(encode):
    assert encodes_windows(encode)
    given = vectors(7, 0, 1, 300)
    found, wanted = Encoder(layers(encode), encode.attrs["pad"], numpy).predict(given), encode.predict(given)
    assert list(map(len, found)) == [7, 0, 1, 300]
    for one, other in zip(found, wanted, strict=True):
        assert numpy.allclose(one, other, atol=2e-5)


def test_texts_are_encoded_each_as_if_alone(encode):
    given = vectors(ROWS - 5, 3, 40)
    encoder = Encoder(layers(encode), encode.attrs["pad"], numpy)
    for one, [other] in zip(
        encoder.predict(given), ([*encoder.predict([one])] for one in given), strict=True
    ):
        assert numpy.allclose(one, other, atol=2e-5)


def test_another_encoder_is_left_as_it_is():
    assert not encodes_windows(model("fr").get_ref("embed"))


def test_what_is_missing_is_told(monkeypatch):
    def missing(_name):
        raise ImportError

    monkeypatch.setattr(device.importlib, "import_module", missing)
    with pytest.raises(NoAccelerator, match=r"pip install 'depeche\[gpu\]'"):
        Reader("fr", gpu=True)

    def fails(_shape):
        raise RuntimeError("cudaErrorNoDevice:\n no CUDA-capable device is detected")

    monkeypatch.setattr(device.importlib, "import_module", lambda _name: SimpleNamespace(zeros=fails))
    with pytest.raises(NoAccelerator, match="cudaErrorNoDevice: no CUDA-capable device is detected"):
        accelerator()


def test_a_pipeline_says_the_same_by_the_library_of_an_accelerator(monkeypatch):
    """The way that words take to the accelerator, with numpy in the place of cupy."""
    monkeypatch.setattr("depeche.syntax.inference.vectors.accelerator", lambda: numpy)
    nlp = load("fr").pipeline
    try:
        assert [doc.to_json() for doc in run(nlp, TEXTS, gpu=True)] == [
            doc.to_json() for doc in run(nlp, TEXTS)
        ]
    finally:
        run.__globals__["_stages"].cache_clear()


def test_records_are_the_same_on_an_accelerator():
    try:
        reader = Reader("fr", gpu=True)
    except NoAccelerator as error:
        pytest.skip(str(error))
    assert list(reader.pipe(TEXTS[::3])) == list(Reader("fr").pipe(TEXTS[::3]))
