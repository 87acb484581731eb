"""UDPipe 1, trained with its own defaults on a treebank: what tagging and parsing alone cost elsewhere.

    python benchmarks/udpipe.py train TRAIN.conllu MODEL [ROUNDS]
    python benchmarks/udpipe.py speed MODEL < SENTENCES

Needs `ufal.udpipe` alone and is called in an environment of its own, `.venv/udpipe`, where `benchmarks.speed` looks for
it and for a model of each language (`fr.udpipe`); it is no part of depeche. SENTENCES are given one
a line, their words with a blank between; what is told is the seconds of processor time of tagging and parsing them.
"""

import sys
import time
from pathlib import Path
from typing import Any

_ROUNDS = 3  # the fastest counts


def train(treebank: str, place: str, rounds: str = "10") -> None:
    """Train a model: tagger with lemmas, parser; words and sentences are given to it.

    The parser is trained for so many rounds: fewer make it worse but no faster, so one is enough to measure speed.
    """
    udpipe: Any = __import__("ufal.udpipe").udpipe
    error = udpipe.ProcessingError()
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(Path(treebank).read_text(encoding="utf-8"))
    sentences = udpipe.Sentences()
    sentence = udpipe.Sentence()
    while reader.nextSentence(sentence, error):
        sentences.append(sentence)
        sentence = udpipe.Sentence()
    default = udpipe.Trainer.DEFAULT
    given = (
        "morphodita_parsito",
        sentences,
        udpipe.Sentences(),
        "none",
        default,
        f"iterations={rounds}",
        error,
    )
    model = udpipe.Trainer.train(*given)
    if error.occurred():
        raise SystemExit(f"{treebank}: {error.message}")
    Path(place).write_bytes(model)


def speed(place: str, sentences: str) -> float:
    """Seconds that a model takes over sentences."""
    udpipe: Any = __import__("ufal.udpipe").udpipe
    model = udpipe.Model.load(place)
    if not model:
        raise SystemExit(f"{place}: is no model of UDPipe")
    default = udpipe.Pipeline.DEFAULT
    pipeline = udpipe.Pipeline(model, "horizontal", default, default, "conllu")
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        pipeline.process(sentences)
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    if sys.argv[1] == "train":
        train(*sys.argv[2:])
    else:
        print(f"{speed(sys.argv[2], sys.stdin.read()):.2f}")
