"""The trained lemmatizer, with the lemma of a word by a tree of edits worked out once."""

from typing import TYPE_CHECKING, Any

import numpy

from depeche.kept import MOST

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOWEST = numpy.finfo(numpy.float32).min


class Lemmas:
    """Gives lemmas as spaCy's EditTreeLemmatizer does: by the likeliest of its best trees that fits the word."""

    def __init__(self, lemmatizer: Any) -> None:
        self._lemmatizer = lemmatizer
        self._strings = lemmatizer.vocab.strings
        self._kept: dict[tuple[int, int], int] = {}

    def __call__(self, docs: "list[Doc]") -> "list[Doc]":
        """Set the lemmas of the docs, in place."""
        if not any(map(len, docs)):
            return docs
        for doc, scores in zip(docs, self._lemmatizer.model.predict(docs), strict=True):
            words = doc.to_array("ORTH").tolist()
            best = scores.argmax(axis=1).tolist()
            for token, word, label, row in zip(doc, words, best, scores, strict=True):
                if not token.lemma:
                    token.lemma = self._lemma(word, label) or self._next_best(word, label, row)
        return docs

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
