"""What Spanish brings to the grammar: its words and verbs, their agreement, the gender of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.common.grammar import Speech
from training.es.inflection import finish
from training.es.lexicon import LEXICON, names
from training.es.verb_phrases import VERB, verb

if TYPE_CHECKING:
    from random import Random

    from training.common.trees import Node

__all__ = ["SPANISH"]


def _word(core: str, rng: Random, adjective: bool) -> Node:  # noqa: FBT001 (the grammar calls it so)
    if VERB.fullmatch(core) and not core.endswith(".p"):
        return verb(core, rng)
    return LEXICON.word(core, adjective=adjective)


SPANISH = Speech(
    _word,
    finish,
    names,
    feats={
        "_F": {"Gender": "Fem", "Number": "Sing"},
        "_M": {"Gender": "Masc", "Number": "Sing"},
        "_P": {"Gender": "Masc", "Number": "Plur"},
        "MP": {"Gender": "Masc", "Number": "Plur"},
        "FP": {"Gender": "Fem", "Number": "Plur"},
    },
    flat="flat",
)
