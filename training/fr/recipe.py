"""What the French pipeline is made of: its treebanks, its grammar, its names, its table of verbs."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.languages.fr.tokenizer import parseable
from training.common.assemble import Finish
from training.common.augment import Typography
from training.common.conllu import numbered
from training.common.corpus import Recipe
from training.common.grammar import Grammar
from training.common.names import marked, renamed
from training.fr import fenec
from training.fr.conllu import SCHEME, read
from training.fr.entities import clues
from training.fr.lemmas import verb_forms
from training.fr.lexicon import entries
from training.fr.speech import FRENCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from spacy.language import Language
    from spacy.tokens import Doc

    from depeche.languages.fr.pipeline.lemma_table import LemmaTable
    from training.common.trees import Node, Sentence, Token

__all__ = ["FINISH", "RECIPE"]

_DATA = Path(__file__).parent / "data"
_WRITTEN = [
    "Sequoia/fr_sequoia-ud-train", "Sequoia/fr_sequoia-ud-dev", "GSD/fr_gsd-ud-dev", "FQB/fr_fqb-ud-test",
    "PUD/fr_pud-ud-test",
]  # fmt: skip
_SPOKEN = [f"{name}/fr_{name.lower()}-ud-{part}" for name in ("Rhapsodie", "ParisStories")
           for part in ("train", "dev", "test")]  # fmt: skip
_FENEC = ("defense", "encyclopedia")


def _sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a part of a treebank with their names: as marked by hand, else as far as known."""
    for key, sentence in numbered(path, SCHEME):
        by_hand = marked(_DATA / "names", path.stem, key, sentence)
        yield clues().labelled(sentence) if by_hand is None else by_hand


def _renamed(sentence: Sentence, rng: Random) -> list[Token]:
    return renamed(sentence, rng, entries)


def _grammar(clause: Callable[[Random], Node]) -> Grammar:
    return Grammar(_DATA / "grammar", FRENCH, clause=clause)


def _named(nlp: Language, folder: Path) -> Iterator[Doc]:
    """The passages of FENEC that may be trained on."""
    for path in sorted((folder / "fenec").glob("*.txt")):
        if not path.name.startswith(_FENEC):
            continue
        for passage in fenec.read(path):
            doc = nlp.make_doc(parseable(passage.text))
            spans = [doc.char_span(*name, alignment_mode="expand") for name in passage.names]
            doc.set_ents([span for span in spans if span is not None])
            yield doc


def _fill(table: LemmaTable, treebanks: Path) -> None:
    paths = sorted(treebanks.glob("*/*.conllu"))
    sentences = itertools.chain.from_iterable(read(path) for path in paths if "-test" not in path.stem)
    table.fill(verb_forms(sentences))


RECIPE = Recipe(
    code="fr",
    tokenizer="depeche_fr_tokenizer",
    written=_WRITTEN,
    spoken=_SPOKEN,
    clauses_from=[_WRITTEN[0], _WRITTEN[2]],
    dev="Sequoia/fr_sequoia-ud-dev",
    house=Typography("«", "»", inner_space=True, curly_apostrophes=0.2),
    sentences=_sentences,
    renamed=_renamed,
    grammar=_grammar,
    named=_named,
)
FINISH = Finish(
    {
        "name": "depeche_fr",
        "description": "French dispatches: parts of speech, morphology, dependencies, lemmas of verbs, names.",
    },
    "depeche_fr_lemma_table",
    _fill,
    "Le ministre a déclaré jeudi que Paris soutiendrait l'accord.",
    "déclarer",
)
