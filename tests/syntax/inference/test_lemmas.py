import numpy
import pytest

from depeche.languages import load
from depeche.syntax.inference.lemmas import Lemmas


@pytest.fixture(scope="module")
def lemmatizer():
    return load("fr").pipeline.get_pipe("trainable_lemmatizer")


def test_the_next_best_tree_is_taken_where_the_best_does_not_fit(lemmatizer):
    strings = lemmatizer.vocab.strings
    labels, trees = lemmatizer.cfg["labels"], lemmatizer.trees
    word = "condamnera"
    fits = [label for label, tree in enumerate(labels) if trees.apply(tree, word) is not None]
    fails = [label for label, tree in enumerate(labels) if trees.apply(tree, word) is None]
    scores = numpy.zeros(len(labels), dtype="f")
    scores[fails[0]], scores[fits[0]] = 3, 2
    own = Lemmas(lemmatizer)
    assert own._lemma(strings.add(word), fails[0]) == 0
    found = own._next_best(strings.add(word), fails[0], scores)
    assert strings[found] == trees.apply(labels[fits[0]], word)


def test_a_word_that_no_tree_fits_is_its_own_lemma(lemmatizer):
    strings = lemmatizer.vocab.strings
    labels, trees = lemmatizer.cfg["labels"], lemmatizer.trees
    fails = [label for label, tree in enumerate(labels) if trees.apply(tree, "condamnera") is None]
    scores = numpy.zeros(len(labels), dtype="f")
    scores[fails] = 1
    word = strings.add("condamnera")
    assert Lemmas(lemmatizer)._next_best(word, fails[0], scores) == word
