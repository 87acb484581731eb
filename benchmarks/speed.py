"""What reading costs over the bare pipeline, on the same texts in one run."""

import gc
import time
from collections.abc import Iterator, Sequence

from benchmarks.texts import dispatches
from depeche.languages import load
from depeche.reader import Reader
from depeche.reading.readable import readable
from depeche.syntax.parse import pieces

_TIMES = 4  # each text, so that the pipeline's batches fill
_ROUNDS = 5  # taken in turns; the fastest of them counts


def _seconds(work: Sequence[str], run: "object") -> float:
    """Seconds of processor time, which other work on the machine disturbs least."""
    start = time.process_time()
    for _ in run(work):  # type: ignore[operator]
        pass
    return time.process_time() - start


def measure(language: str) -> Iterator[str]:
    """Lines of a report: words a second of the bare pipeline and of the reader, and their ratio."""
    reader = Reader(language)
    texts = dispatches(language) * _TIMES
    words = sum(len(text.split()) for text in texts)
    nlp = load(language).pipeline
    plain = [part for text in texts for part in _parts(reader, text)]
    for _ in reader.pipe(texts[:1]):
        gc.freeze()  # as `depeche read` does once all is loaded
    bare = whole = float("inf")
    for _ in range(_ROUNDS):
        bare = min(bare, _seconds(plain, nlp.pipe))
        whole = min(whole, _seconds(texts, reader.pipe))
    yield f"bare pipeline ({language}): {words / bare:,.0f} words/s"
    yield f"reading ({language}): {words / whole:,.0f} words/s"
    yield f"ratio ({language}): {whole / bare:.2f}"


def _parts(reader: Reader, text: str) -> list[str]:
    """The zones of a text as the pipeline is given them."""
    document = reader.document(text)
    pack = load(document.language)
    return [readable(document.text, zone, pack).text for zone in pieces(document)]
