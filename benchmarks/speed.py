"""What reading costs over the bare pipeline, and over what others parse with, on the same texts in one run."""

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import spacy

from benchmarks.texts import dispatches
from depeche import collector
from depeche.languages import load
from depeche.reader import Reader
from depeche.reading.readable import readable
from depeche.syntax.inference import run
from depeche.syntax.parse import MOST, pieces

# UDPipe has an environment of its own, with a model for each language (see `udpipe.py`).
UDPIPE = Path(".venv/udpipe")
USUAL = {"en": "en_core_web_sm", "es": "es_core_news_sm", "fr": "fr_core_news_sm"}  # pipelines of spaCy
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
        collector.settle()  # as `depeche read` does once all is loaded
    work: dict[str, Callable[[], Iterable[object]]] = {
        "bare pipeline, run by spaCy": lambda: nlp.pipe(plain),
        "bare pipeline, run by depeche": lambda: _groups(pack.pipeline, plain),
        "reading": lambda: reader.pipe(texts),
    }
    usual = spacy.load(USUAL[language]) if find_spec(USUAL[language]) else None
    if usual is not None:
        work[USUAL[language]] = lambda: usual.pipe(plain)
    best = dict.fromkeys(work, float("inf"))
    for _ in range(_ROUNDS):
        for name, start in work.items():
            best[name] = min(best[name], _seconds(start))
    if (others := _udpipe(language, nlp, plain)) is not None:
        best["UDPipe, tagging and parsing"] = others
    else:
        yield f"UDPipe ({language}): no model in {UDPIPE}"
    if usual is None:
        yield f"{USUAL[language]}: not installed"
    for name, seconds in best.items():
        rate = f"{words / seconds:,.0f} words/s, {len(texts) / seconds:,.1f} dispatches/s"
        yield f"{name} ({language}): {rate}; reading takes {best['reading'] / seconds:.2f} times as long"


def _seconds(start: Callable[[], Iterable[object]]) -> float:
    """Seconds of processor time, which other work on the machine disturbs least."""
    begin = time.process_time()
    for _ in start():
        pass
    return time.process_time() - begin


def _udpipe(language: str, nlp: spacy.language.Language, texts: Sequence[str]) -> float | None:
    """Seconds of UDPipe over the words and sentences that the pipeline finds; None where it is not there."""
    model = UDPIPE / f"{language}.udpipe"
    if not model.exists():
        return None
    sentences = (" ".join(token.text for token in one) for doc in nlp.pipe(texts) for one in doc.sents)
    given = "\n".join(" ".join(sentence.split()) for sentence in sentences)
    command: list[str | Path] = [UDPIPE / "bin" / "python", "benchmarks/udpipe.py", "speed", model]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _groups(nlp: spacy.language.Language, texts: Sequence[str]) -> Iterator[object]:
    for at in range(0, len(texts), MOST):
        yield from run(nlp, texts[at : at + MOST])


def _parts(reader: Reader, text: str) -> list[str]:
    """The zones of a text as the pipeline is given them."""
    document = reader.document(text)
    pack = load(document.language)
    return [readable(document.text, zone, pack).text for zone in pieces(document)]
