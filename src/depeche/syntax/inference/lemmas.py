"""The trained lemmatizer, with the lemma of a word by a tree of edits worked out once."""

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy

from depeche.kept import MOST

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ROWS = 192  # words at a time
_LOWEST = numpy.finfo(numpy.float32).min


class Lemmas:
    """Gives lemmas as spaCy's EditTreeLemmatizer does: by the likeliest of its best trees that fits the word."""

    def __init__(self, lemmatizer: Any) -> None:
        self._lemmatizer = lemmatizer
        self._model = lemmatizer.model
        self._strings = lemmatizer.vocab.strings
        self._kept: dict[tuple[int, int], int] = {}

    def __call__(self, docs: "list[Doc]") -> "list[Doc]":
        """Set the lemmas of the docs, in place."""
        if not any(map(len, docs)):
            return docs
        words, given = numpy.concatenate([doc.to_array(["ORTH", "LEMMA"]) for doc in docs]).T.tolist()
        vectors = numpy.concatenate(self._model.get_ref("tok2vec").predict(docs))
        found: list[int] = []
        for at in range(0, len(words), _ROWS):
            best = self._best(words[at : at + _ROWS], vectors[at : at + _ROWS])
            found += [known or lemma for known, lemma in zip(given[at : at + _ROWS], best, strict=True)]
        keys: Any = numpy.array(found, dtype=numpy.uint64)
        for doc, (start, end) in zip(docs, pairwise(accumulate(map(len, docs), initial=0)), strict=True):
            doc.from_array(["LEMMA"], keys[start:end])
        return docs

    def _best(self, words: list[int], vectors: Any) -> list[int]:
        """The lemmas of some words: the scores of so few stay in the processor's cache."""
        scores = self._model.get_ref("softmax").predict(vectors)
        likeliest = scores.argmax(axis=1).tolist()
        return [
            self._lemma(word, label) or self._next_best(word, label, row)
            for word, label, row in zip(words, likeliest, scores, strict=True)
        ]

    def _lemma(self, word: int, label: int) -> int:
        """The lemma of a word by the tree of a label, as the key of a string; 0 where the tree does not fit."""
        key = word, label
        if (lemma := self._kept.get(key)) is None:
            tree = self._lemmatizer.cfg["labels"][label]
            found = self._lemmatizer.trees.apply(tree, self._strings[word])
            if len(self._kept) >= MOST:
                self._kept.clear()
            lemma = self._kept[key] = 0 if found is None else self._strings.add(found)
        return lemma

    def _next_best(self, word: int, label: int, scores: Any) -> int:
        """The lemma by the next best trees; where none fits the word itself, or what the backoff says."""
        for _ in range(1, min(self._lemmatizer.top_k, len(scores))):
            scores[label] = _LOWEST
            label = int(scores.argmax())
            if lemma := self._lemma(word, label):
                return lemma
        return word if self._lemmatizer.backoff == "orth" else 0
