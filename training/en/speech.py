"""What English brings to the grammar: its words and verbs, and their agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.common.grammar import Speech
from training.en.inflection import finish
from training.en.lexicon import LEXICON
from training.en.verb_phrases import VERB, verb

if TYPE_CHECKING:
    from random import Random

    from training.common.trees import Node

__all__ = ["ENGLISH"]


def _word(core: str, rng: Random, adjective: bool) -> Node:  # noqa: FBT001 (the grammar calls it so)
    return verb(core, rng) if VERB.fullmatch(core) else LEXICON.word(core, adjective=adjective)


ENGLISH = Speech(_word, finish, LEXICON.entries, proper={"Number": "Sing"})
