"""Score a pipeline: ``python -m evaluation.parser.score [fr|en|es] [--model PATH] [--shared PATH] [-v]``.

The lists of this folder need nothing else; the treebanks and the texts with names are looked for under
``--shared`` or ``$DEPECHE_SHARED`` (default ``../shared``) and skipped where they are not.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from depeche import languages
from evaluation.parser.conll import compare
from evaluation.parser.languages import LANGUAGES, Scored
from evaluation.parser.lists import inverted, weak_points
from evaluation.parser.names import names
from evaluation.parser.ud import converted_words, gold_texts, gold_words, system_words

if TYPE_CHECKING:
    from spacy.language import Language

_RUN = 6
"""How many sentences of a treebank are read as one text."""


def _line(name: str, scores: dict[str, float]) -> str:
    return f"{name:12}" + "  ".join(f"{measure} {value:.1f}" for measure, value in scores.items())


def _lists(nlp: Language, code: str, *, verbose: bool) -> None:
    share, failed = inverted(nlp, code)
    print(_line("inverted", {"subjects": share}))
    counts, failed_facts = weak_points(nlp, code)
    shares = {kind: 100 * right / total for kind, (right, total) in counts.items()}
    right, total = (sum(column) for column in zip(*counts.values(), strict=True))
    print(_line("weak points", shares | {"all": 100 * right / total}))
    if verbose:
        print(*failed, *failed_facts, sep="\n")


def _treebank(nlp: Language, scored: Scored, path: Path) -> None:
    docs = list(nlp.pipe(scored.parseable(text) for text in gold_texts(path, run=_RUN)))
    scores = compare(gold_words(path), system_words(docs, scored.contractions))
    name = path.name.split("-")[0].split("_")[1]
    print(_line(name, scores))
    if scored.scheme is not None:
        converted = compare(converted_words(scored.scheme(path)), system_words(docs, {}))
        print(_line(f"{name}, ours", converted))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", nargs="?", choices=sorted(LANGUAGES), default="fr")
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DEPECHE_SHARED", "../shared")))
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    code, scored = options.language, LANGUAGES[options.language]
    nlp = spacy.load(options.model or Path(languages.__file__).parent / code / "pipeline")
    _lists(nlp, code, verbose=options.verbose)
    for name in scored.treebanks:
        path = options.shared / "treebanks" / code / f"{name}.conllu"
        if path.exists():
            _treebank(nlp, scored, path)
        else:
            print(f"{path.stem}: skipped, not found under {options.shared}")
    folder = options.shared / "ner" / code
    for title, passages in scored.names.items():
        if folder.exists() and "ner" in nlp.pipe_names:
            print(_line(title, names(nlp, passages(folder))))
        else:
            print(f"{title}: skipped, no texts or no recogniser")


if __name__ == "__main__":
    main()
