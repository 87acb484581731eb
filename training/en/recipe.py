"""What the English pipeline is made of: its treebank, its grammar, its names, its tables of forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from training.common.assemble import Finish
from training.common.augment import Typography
from training.common.conllu import numbered
from training.common.corpus import Recipe
from training.common.grammar import Grammar
from training.common.names import marked, renamed
from training.en.conllu import SCHEME, read
from training.en.entities import clues
from training.en.lemmas import noun_table, verb_table
from training.en.lexicon import entries
from training.en.marked import uner, wikigold, with_names
from training.en.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from spacy.language import Language
    from spacy.tokens import Doc

    from depeche.languages.en.pipeline.lemma_table import LemmaTable
    from training.common.trees import Node, Sentence, Token

__all__ = ["FINISH", "RECIPE"]

_DATA = Path(__file__).parent / "data"
_TRAIN, _DEV = "EWT/en_ewt-ud-train", "EWT/en_ewt-ud-dev"
_UNER = {"en_ewt-ud-dev": "uner-ewt/en_ewt-ud-dev.iob2"}
"""The parts whose names Universal NER has marked and we train on; the others are kept for measuring."""


def _sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a part of a treebank with their names: as marked by hand, else as far as known."""
    file = path.parents[3] / "ner" / "en" / _UNER.get(path.stem, "none")
    by_others = uner(file) if file.exists() else {}
    for key, sentence in numbered(path, SCHEME):
        found = with_names(sentence, *by_others[key]) if key in by_others else None
        found = found or marked(_DATA / "names", path.stem, key, sentence)
        yield clues().labelled(sentence) if found is None else found


def _renamed(sentence: Sentence, rng: Random) -> list[Token]:
    return renamed(sentence, rng, entries)


def _grammar(clause: Callable[[Random], Node]) -> Grammar:
    return Grammar(_DATA / "grammar", ENGLISH, clause=clause)


def _named(nlp: Language, folder: Path) -> Iterator[Doc]:
    return wikigold(nlp, folder / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt")


def _fill(table: LemmaTable, treebanks: Path) -> None:
    sentences = [each for name in (_TRAIN, _DEV) for each in read(treebanks / f"{name}.conllu")]
    table.fill(verb_table(sentences), noun_table(sentences))


RECIPE = Recipe(
    code="en",
    tokenizer="depeche_en_tokenizer",
    written=[_TRAIN, _DEV],
    spoken=[],
    clauses_from=[_TRAIN],
    dev=_DEV,
    house=Typography(
        "“",
        "”",
        inner_space=False,
        curly_apostrophes=0.0,
        straight=0.4,
        single=0.15,
        title_case=0.04,
        headlines=0.3,
    ),
    sentences=_sentences,
    renamed=_renamed,
    grammar=_grammar,
    named=_named,
    steps=7500,
    second_leg=1500,
    named_times=1,
    varied_share=0.6,
)
FINISH = Finish(
    {
        "name": "depeche_en",
        "description": "English dispatches: parts of speech, morphology, dependencies, lemmas, names.",
    },
    "depeche_en_lemma_table",
    _fill,
    "The minister declared on Thursday that Paris would support the accord.",
    "declare",
)
