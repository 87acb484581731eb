"""The encoder of words on an accelerator: is it right there, and how fast.

    python benchmarks/gpu.py take FILE            here: weights, words of our gold, what the processor makes of them
    python3 benchmarks/gpu.py run FILE RESULT     on the machine with the accelerator: needs numpy and cupy alone
    python benchmarks/gpu.py compare FILE RESULT  here: are the records the same from what came out there?

FILE is of some 6 MB. `run` tells words a second of numpy on one core and of cupy, for batches of several sizes.
"""

import importlib.util
import os
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy

CODE = "fr"
BATCHES = (4_000, 8_000, 64_000, 512_000)  # words
_ROUNDS = 5  # the fastest counts


def take(file: str) -> None:
    """Write what `run` needs."""
    from depeche.syntax.inference.layers import layers

    encode, given = _encode(), _given()
    kept: dict[str, Any] = {"pad": encode.attrs["pad"], "lengths": [len(one) for one in given]}
    for number, layer in enumerate(layers(encode)):
        kept |= {f"{number} {name}": value for name, value in layer._asdict().items()}
    numpy.savez_compressed(file, given=numpy.concatenate(given), **kept)


def run(file: str, result: str) -> None:
    """Encode on the processor and on the accelerator, and tell how fast each is."""
    known, device = _module("layers"), _module("device")
    library = device.accelerator() if "--numpy" not in sys.argv else numpy
    kept = numpy.load(file)
    layers = [_layer(kept, number, known.Layer) for number in range(sum(" weights" in name for name in kept))]
    ends = numpy.cumsum(kept["lengths"])[:-1]
    given = numpy.split(kept["given"], ends)
    here, there = (device.Encoder(layers, int(kept["pad"]), xp) for xp in (numpy, library))
    found = there.predict(given)
    wanted = here.predict(given)
    worst = max(float(abs(one - other).max()) for one, other in zip(found, wanted, strict=True) if len(one))
    print(f"{len(kept['given']):,} words: largest difference {worst:.2g}")
    alone = [there.predict([one])[0] for one in given[:50]]
    steady = all(numpy.array_equal(one, other) for one, other in zip(alone, found, strict=False))
    print(f"each text as if it were alone, bit for bit: {steady}")
    numpy.save(result, numpy.concatenate(found))
    for words in BATCHES:
        some = [kept["given"][at % 4000 :][:100] for at in range(0, words, 100)]
        slow, fast = _best(here, some[:80]) * words / min(words, 8_000), _best(there, some)
        told = f"{words / slow:,.0f} words/s of numpy, {words / fast:,.0f} of cupy"
        print(f"{words:,} words: {told}, {slow / fast:.1f} times")


def compare(file: str, result: str) -> None:
    """Tell how many records are the same when words are encoded by what came out on the accelerator."""
    from depeche.reader import Reader
    from depeche.syntax.inference.run import _stages

    found, encode, texts = numpy.load(result), _encode(), _texts()
    before = list(Reader(CODE).pipe(texts))

    class Taken:
        """Answers with what came out on the accelerator, text by text."""

        def __init__(self) -> None:
            self.starts = {one.tobytes(): start for one, start in _runs(file)}

        def predict(self, vectors: Any) -> list[Any]:
            starts = [self.starts[one.tobytes()] for one in vectors]
            return [found[at : at + len(one)] for at, one in zip(starts, vectors, strict=True)]

    stage = next(one for one in _stages(_nlp(), gpu=False) if hasattr(one, "_encode"))
    stage._encode = Taken()
    try:
        after = list(Reader(CODE).pipe(texts))
    finally:
        stage._encode = encode
    same = sum(one == other for one, other in zip(before, after, strict=True))
    print(f"records the same: {same} of {len(texts)}")


def _runs(file: str) -> Any:
    """Each text's words and the place of the first."""
    kept = numpy.load(file)
    starts = numpy.cumsum([0, *kept["lengths"]])[:-1]
    return (
        (kept["given"][start : start + length], start)
        for start, length in zip(starts, kept["lengths"], strict=True)
    )


def _layer(kept: Any, number: int, kind: Any) -> Any:
    found = {name: kept[f"{number} {name}"] for name in kind._fields}
    return kind(**{name: value if value.ndim else int(value) for name, value in found.items()})


def _best(encoder: Any, some: Any) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        encoder.predict(some)
        best = min(best, time.perf_counter() - start)
    return best


def _module(name: str) -> Any:
    """A module of inference, without the package around it, of which a machine of others has not all it needs."""
    errors = types.ModuleType("depeche.errors")
    errors.NoAccelerator = RuntimeError  # type: ignore[attr-defined]
    sys.modules["depeche.errors"] = errors
    place = Path(__file__).parents[1] / f"src/depeche/syntax/inference/{name}.py"
    spec = importlib.util.spec_from_file_location(f"depeche.syntax.inference.{name}", place)
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    sys.modules[module.__name__] = module
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    return module


def _nlp() -> Any:
    from depeche.languages import load

    return load(CODE).pipeline


def _encode() -> Any:
    return _nlp().get_pipe("tok2vec").model.get_ref("encode")


def _texts() -> list[str]:
    from benchmarks.texts import dispatches

    return dispatches(CODE)


def _given() -> list[Any]:
    """The vectors of the words of our gold before they see each other, piece by piece as they are read."""
    from depeche.reader import Reader
    from depeche.syntax.inference.run import _stages

    stage = next(one for one in _stages(_nlp(), gpu=False) if hasattr(one, "_encode"))
    met: list[Any] = []
    encode = stage._encode

    class Listening:
        def predict(self, vectors: Any) -> Any:
            met.extend(vectors)
            return encode.predict(vectors)

    stage._encode = Listening()
    try:
        list(Reader(CODE).pipe(_texts()))
    finally:
        stage._encode = encode
    return met


if __name__ == "__main__":
    steps: dict[str, Callable[..., None]] = {"take": take, "run": run, "compare": compare}
    steps[sys.argv[1]](*sys.argv[2:4])
