"""Score the French pipeline: ``python -m evaluation.parser.score [--model PATH] [--shared PATH] [-v]``.

The lists of this folder need nothing else; the treebanks and FENEC are looked for under ``--shared`` or
``$DEPECHE_SHARED`` (default ``../shared``) and skipped where they are not.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from depeche.languages.fr import tokenizer
from evaluation.parser.conll import compare
from evaluation.parser.lists import inverted, weak_points
from evaluation.parser.names import names
from evaluation.parser.ud import gold_texts, gold_words, system_words

if TYPE_CHECKING:
    from spacy.language import Language

_SHIPPED = Path(tokenizer.__file__).parent / "pipeline"
_TREEBANKS = ["Sequoia/fr_sequoia-ud-test", "GSD/fr_gsd-ud-test"]
_RUN = 6
"""How many sentences of a treebank are read as one text."""


def _line(name: str, scores: dict[str, float]) -> str:
    return f"{name:12}" + "  ".join(f"{measure} {value:.1f}" for measure, value in scores.items())


def _lists(nlp: Language, *, verbose: bool) -> None:
    share, failed = inverted(nlp)
    print(_line("inverted", {"subjects": share}))
    counts, failed_facts = weak_points(nlp)
    shares = {kind: 100 * right / total for kind, (right, total) in counts.items()}
    right, total = (sum(column) for column in zip(*counts.values(), strict=True))
    print(_line("weak points", shares | {"all": 100 * right / total}))
    if verbose:
        print(*failed, *failed_facts, sep="\n")


def _treebank(nlp: Language, path: Path) -> None:
    docs = nlp.pipe(tokenizer.parseable(text) for text in gold_texts(path, run=_RUN))
    print(_line(path.name.split("-")[0].removeprefix("fr_"), compare(gold_words(path), system_words(docs))))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=_SHIPPED)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DEPECHE_SHARED", "../shared")))
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    nlp = spacy.load(options.model)
    _lists(nlp, verbose=options.verbose)
    for name in _TREEBANKS:
        path = options.shared / "treebanks" / "fr" / f"{name}.conllu"
        if path.exists():
            _treebank(nlp, path)
        else:
            print(f"{path.stem}: skipped, not found under {options.shared}")
    folder = options.shared / "ner" / "fr" / "fenec"
    if folder.exists() and "ner" in nlp.pipe_names:
        print(_line("names", names(nlp, folder)))
    else:
        print("names: skipped, no FENEC or no recogniser")


if __name__ == "__main__":
    main()
