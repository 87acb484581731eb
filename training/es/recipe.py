"""What the Spanish pipeline is made of: its treebanks, its grammar, its names, its tables of forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from training.common.assemble import Finish
from training.common.augment import Typography
from training.common.corpus import Recipe
from training.common.grammar import Grammar
from training.common.names import renamed
from training.es.conllu import read
from training.es.entities import labelled
from training.es.lemmas import nominal_table, verb_table
from training.es.lexicon import entries
from training.es.speech import SPANISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from spacy.language import Language
    from spacy.tokens import Doc

    from depeche.languages.es.pipeline.lemma_table import LemmaTable
    from training.common.trees import Node, Sentence, Token

__all__ = ["FINISH", "RECIPE"]

_DATA = Path(__file__).parent / "data"
_WRITTEN = ["GSD/es_gsd-ud-dev", "PUD/es_pud-ud-test"]


def _sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a part of a treebank with their names as far as they are known."""
    return map(labelled, read(path))


def _renamed(sentence: Sentence, rng: Random) -> list[Token]:
    return renamed(sentence, rng, entries)


def _grammar(clause: Callable[[Random], Node]) -> Grammar:
    return Grammar(_DATA / "grammar", SPANISH, clause=clause)


def _named(nlp: Language, folder: Path) -> Iterator[Doc]:
    """There are no texts with names and no trees."""
    return iter(())


def _fill(table: LemmaTable, treebanks: Path) -> None:
    sentences = [each for name in _WRITTEN for each in read(treebanks / f"{name}.conllu")]
    table.fill(verb_table(sentences), nominal_table(sentences))


RECIPE = Recipe(
    code="es",
    tokenizer="depeche_es_tokenizer",
    written=_WRITTEN * 2,  # they are small beside what is drawn
    spoken=[],
    clauses_from=_WRITTEN,
    dev="GSD/es_gsd-ud-dev",
    house=Typography("«", "»", inner_space=False, curly_apostrophes=0.1, straight=0.3),
    sentences=_sentences,
    renamed=_renamed,
    grammar=_grammar,
    named=_named,
    second_leg=1500,
)
FINISH = Finish(
    {
        "name": "depeche_es",
        "description": "Spanish dispatches: parts of speech, morphology, dependencies, lemmas, names.",
    },
    "depeche_es_lemma_table",
    _fill,
    "El ministro declaró el jueves que París apoyaría el acuerdo.",
    "declarar",
)
