"""The French treebanks in our scheme.

Contractions (``au``, ``du``, ``des``, ``auquel``) are one token, which takes its relation from the
preposition (or from the relative pronoun) and its features from the article. Relations that the treebanks
use differently are brought to one: names after ``M.`` or ``Mme`` are ``flat:name``, names after an office
``appos``.
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

from typing import TYPE_CHECKING

from training.common import conllu
from training.common.conllu import Row, Scheme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from training.common.trees import Token

__all__ = ["SCHEME", "read"]

_KEPT = "Gender Number Person Mood Tense VerbForm PronType Definite Polarity Poss Reflex"
_RELATIONS = {
    "obl:arg": "obl", "obl:mod": "obl", "dep:comp": "dep", "parataxis:insert": "parataxis",
    "parataxis:parenth": "parataxis", "nsubj:caus": "nsubj", "nsubj:outer": "nsubj", "csubj:pass": "csubj",
    "csubj:outer": "csubj", "obj:lvc": "obj", "obj:agent": "obj", "iobj:agent": "iobj", "nmod:appos": "appos",
    "compound": "flat", "expl": "expl:subj", "aux": "aux:tense", "ccomp:cleft": "ccomp", "root": "ROOT",
}  # fmt: skip
_HONORIFICS = set(
    "m. m mm. mme mme. mmes mlle monsieur messieurs madame mesdames mademoiselle dr dr. docteur lord sir "
    "lady maître me mgr saint sainte mr mr. mrs".split()
)


def _harmonise_titles(words: list[Row]) -> None:
    """Make names after M. or Mme flat:name, names after an office appos, everywhere."""
    marked = {word.head for word in words if word.relation == "case"}
    for position, word in enumerate(words):
        if not 0 < word.head <= position or position + 1 in marked:
            continue
        head = words[word.head - 1]
        if head.form.lower() in _HONORIFICS:
            if word.upos == "PROPN" and word.relation in {"nmod", "appos", "flat", "flat:name", "compound"}:
                word.relation = "flat:name"
        elif word.upos == "PROPN":
            if head.upos == "NOUN" and word.relation in {"nmod", "flat", "flat:name", "compound"}:
                word.relation = "appos"
            elif head.upos == "PROPN" and word.relation in {"flat", "compound"}:
                word.relation = "flat:name"


def _harmonise_words(words: list[Row]) -> None:
    """Give the reflexive pronoun the same lemma and features everywhere."""
    for word in words:
        if word.upos == "PRON" and word.form.lower() in {"se", "s'", "s\u2019"}:
            word.lemma, word.feats = "soi", "Person=3|PronType=Prs|Reflex=Yes"


SCHEME = Scheme(frozenset(_KEPT.split()), _RELATIONS, (_harmonise_titles, _harmonise_words))


def read(path: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a CoNLL-U file."""
    return (sentence for _, sentence in conllu.numbered(path, SCHEME))
