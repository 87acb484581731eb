"""What French brings to the grammar: its words and verbs, their agreement, the gender of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.common.grammar import Speech
from training.fr.inflection import finish
from training.fr.lexicon import LEXICON
from training.fr.verb_phrases import VERB, verb

if TYPE_CHECKING:
    from random import Random

    from training.common.trees import Node

__all__ = ["FRENCH"]


def _word(core: str, rng: Random, adjective: bool) -> Node:  # noqa: FBT001 (the grammar calls it so)
    if VERB.fullmatch(core) and not core.endswith(".p"):
        return verb(core, rng)
    return LEXICON.word(core, adjective=adjective)


FRENCH = Speech(
    _word,
    finish,
    LEXICON.entries,
    feats={
        "_F": {"Gender": "Fem", "Number": "Sing"},
        "_M": {"Gender": "Masc", "Number": "Sing"},
        "_P": {"Gender": "Masc", "Number": "Plur"},
    },
    flat="flat:name",
)
