"""What reading costs over the bare pipeline, on the same texts in one run."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

import spacy

from benchmarks.texts import dispatches
from depeche.languages import load
from depeche.reader import Reader
from depeche.reading.readable import readable
from depeche.syntax.inference import run
from depeche.syntax.parse import MOST, pieces

_TIMES = 4  # each text, so that the pipeline's batches fill
_ROUNDS = 5  # taken in turns; the fastest of them counts


def measure(language: str) -> Iterator[str]:
    """Lines of a report: words a second of the pipeline and of the reader, and how long reading takes over it.

    The pipeline is measured twice: as spaCy runs it (`Language.pipe`), and as the reader does.
    """
    reader = Reader(language)
    texts = dispatches(language) * _TIMES
    words = sum(len(text.split()) for text in texts)
    pack = load(language)
    plain = [part for text in texts for part in _parts(reader, text)]
    for _ in reader.pipe(texts[:1]):
        nlp = spacy.load(pack.folder / "pipeline")  # untouched by the reader
        gc.freeze()  # as `depeche read` does once all is loaded
    work: dict[str, Callable[[], Iterable[object]]] = {
        "bare pipeline, run by spaCy": lambda: nlp.pipe(plain),
        "bare pipeline, run by depeche": lambda: _groups(pack.pipeline, plain),
        "reading": lambda: reader.pipe(texts),
    }
    best = dict.fromkeys(work, float("inf"))
    for _ in range(_ROUNDS):
        for name, start in work.items():
            best[name] = min(best[name], _seconds(start))
    for name, seconds in best.items():
        yield f"{name} ({language}): {words / seconds:,.0f} words/s"
    *pipelines, whole = best.values()
    for name, bare in zip(work, pipelines, strict=False):
        yield f"ratio of reading to the {name} ({language}): {whole / bare:.2f}"


def _seconds(start: Callable[[], Iterable[object]]) -> float:
    """Seconds of processor time, which other work on the machine disturbs least."""
    begin = time.process_time()
    for _ in start():
        pass
    return time.process_time() - begin


def _groups(nlp: spacy.language.Language, texts: Sequence[str]) -> Iterator[object]:
    for at in range(0, len(texts), MOST):
        yield from run(nlp, texts[at : at + MOST])


def _parts(reader: Reader, text: str) -> list[str]:
    """The zones of a text as the pipeline is given them."""
    document = reader.document(text)
    pack = load(document.language)
    return [readable(document.text, zone, pack).text for zone in pieces(document)]
