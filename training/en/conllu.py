"""The English treebanks in our scheme.

Contractions are as many tokens as they have words. Relations stay those of the English treebanks of UD 2.15:
a title before a name is ``nmod:desc``, the rest of a name ``flat``, a name after an office with an article
``appos``; speech after the words said is their head. Commas between the parts of a clause hang on the clause.
Person and number of past tenses, which only their subject tells, are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.common import conllu
from training.common.conllu import Row, Scheme
from training.en.punctuation import rehang

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from training.common.trees import Token

__all__ = ["SCHEME", "read"]

_KEPT = "Case Definite Gender Mood Number Person Polarity Poss PronType Reflex Tense VerbForm Voice"
_RELATIONS = {
    "root": "ROOT", "nsubj:outer": "nsubj", "csubj:outer": "csubj", "csubj:pass": "csubj", "dep": "nmod",
    "goeswith": "flat", "advcl:relcl": "advcl", "dislocated": "parataxis", "orphan": "nmod",
}  # fmt: skip
_AGREEING = frozenset({"Number", "Person"})


def _forget_agreement(words: list[Row]) -> None:
    """Drop what only the subject of a past tense tells."""
    for word in words:
        if "Tense=Past" in word.feats and word.lemma != "be":
            pairs = [pair for pair in word.feats.split("|") if pair.split("=")[0] not in _AGREEING]
            word.feats = "|".join(pairs)


def _plain(words: list[Row]) -> None:
    """Give apostrophes and hyphens their plain form, as `parseable` does."""
    for word in words:
        word.form = word.form.replace("\u2019", "'").replace("\u2018", "'").replace("`", "'")
        word.lemma = word.lemma.replace("\u2019", "'")


SCHEME = Scheme(frozenset(_KEPT.split()), _RELATIONS, (_forget_agreement, _plain, rehang), whole=False)


def read(path: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a CoNLL-U file."""
    return (sentence for _, sentence in conllu.numbered(path, SCHEME))
