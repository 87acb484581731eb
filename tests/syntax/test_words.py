import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from depeche.languages import load
from depeche.syntax.grammar import once_by
from depeche.syntax.trees import below, children, conjuncts, marker, subject
from depeche.syntax.words import Words, once
from depeche.understanding.acts.lexicon import grammar

VOCAB = Vocab()


@pytest.fixture(scope="module")
def parsed():
    """Two paragraphs as spaCy parses them."""
    texts = [
        "M. Lavrov, qui était à Paris, a dit vendredi qu'il « condamnait » l'attaque et saluait Rome.",
        "Les États-Unis et la Chine se sont accusés. Ils l'ont aussi démenti le 3 mai 2021.",
    ]
    return list(load("fr").pipeline.pipe(texts))


def shape(n, heads, deps=None):
    """The words of a tree of `n` words with these heads."""
    doc = Doc(VOCAB, words=[f"w{i}" for i in range(n)], heads=heads, deps=deps or ["dep"] * n)
    return Words.of([doc])


def test_each_word_says_what_its_token_says(parsed):
    words = Words.of(parsed)
    tokens = [token for doc in parsed for token in doc]
    assert len(words) == len(tokens)
    for word, token in zip(words, tokens, strict=True):
        same = (
            "text",
            "lower_",
            "lemma_",
            "pos_",
            "dep_",
            "is_punct",
            "is_space",
            "is_quote",
            "is_lower",
            "is_alpha",
        )
        for name in same:
            assert getattr(word, name) == getattr(token, name), (name, token)
        for feature in ("Gender", "Number", "Tense", "VerbForm", "PronType", "Person"):
            assert word.morph.get(feature) == token.morph.get(feature)


def test_the_tree_is_that_of_the_tokens(parsed):
    words = Words.of(parsed)
    at = 0
    for doc in parsed:
        for token in doc:
            word = words[at + token.i]
            assert word.head is words[at + token.head.i]
            assert [c.i - at for c in word.children] == [c.i for c in token.children]
            assert [c.i - at for c in word.subtree] == [c.i for c in token.subtree]
            assert (word.left_edge.i - at, word.right_edge.i - at) == (token.left_edge.i, token.right_edge.i)
            assert (word.sent.start - at, word.sent.end - at) == (token.sent.start, token.sent.end)
            below = [other.i for other in doc if token.is_ancestor(other)]
            assert [o.i - at for o in words[at : at + len(doc)] if word.is_ancestor(o)] == below
        at += len(doc)


def test_pieces_are_joined_by_a_blank(parsed):
    words = Words.of(parsed)
    assert words.text == parsed[0].text + " " + parsed[1].text
    assert words.pieces == ((0, 0), (len(parsed[0]), len(parsed[0].text) + 1))
    assert all(words.text[word.idx : word.idx + len(word)] == word.text for word in words)
    assert [sentence.text for sentence in words.sents] == [s.text for doc in parsed for s in doc.sents]
    names = [(e.start, e.end, e.label_) for e in words.ents]
    assert names == [
        (first + e.start, first + e.end, e.label_)
        for doc, (first, _) in zip(parsed, words.pieces, strict=True)
        for e in doc.ents
    ]


def test_an_empty_piece_keeps_its_place():
    doc = Doc(VOCAB, words=["a"], heads=[0], deps=["ROOT"])
    words = Words.of([Doc(VOCAB), doc, Doc(VOCAB)])
    assert [first for first, _ in words.pieces] == [0, 0, 1]


def test_neighbours_end_with_the_text():
    words = shape(3, [1, 1, 1])
    assert words[0].nbor() is words[1]
    for i, step in ((0, -1), (2, 1)):
        with pytest.raises(IndexError):
            words[i].nbor(step)


@given(st.data())
def test_any_tree_holds_together(data):
    n = data.draw(st.integers(1, 20))
    order = data.draw(st.permutations(range(n)))  # each word hangs on one before it in this order
    heads = [0] * n
    for place, i in enumerate(order):
        heads[i] = i if place == 0 else order[data.draw(st.integers(0, place - 1))]
    words = shape(n, heads)
    for word in words:
        expected = {word.i}
        while True:
            wider = expected | {o.i for o in words if o.head.i in expected}
            if wider == expected:
                break
            expected = wider
        assert [o.i for o in word.subtree] == sorted(expected)
        assert (word.left_edge.i, word.right_edge.i) == (min(expected), max(expected))
        assert {o.i for o in words if word.is_ancestor(o)} == expected - {word.i}


def test_the_deepest_tree_is_walked():
    n = 5_000
    words = shape(n, [0, *range(n - 1)], ["ROOT", *["conj"] * (n - 1)])
    assert len(words[0].subtree) == len(conjuncts(words[-1])) == len(below(words[0])) == n
    assert words[0].is_ancestor(words[-1])
    assert subject(words[-1]) is None


def test_relations_and_markers_are_read_from_the_tree(parsed):
    words = Words.of(parsed)
    paris = next(word for word in words if word.text == "Paris")
    assert marker(paris) == "à"
    assert [child.text for child in children(paris, "case")] == ["à"]


class Memory(dict):
    """A dictionary that can be watched."""


def test_released_words_are_freed_at_once(parsed):
    words = Words.of(parsed)
    words.memory = Memory()
    watch = weakref.ref(words.memory)
    words.release()
    gc.disable()
    try:
        del words
        assert watch() is None
    finally:
        gc.enable()


def test_words_are_found_by_their_lemma(parsed):
    words = Words.of(parsed)
    assert [word.text for word in words.of_lemma({"dire", "saluer"})] == ["dit", "saluait"]
    assert words.of_lemma(()) == []


def test_pieces_are_told_without_the_blanks_around_them(parsed):
    words = Words.of(parsed)
    assert [words.text[start:end] for start, end in words.spans] == [doc.text for doc in parsed]


def test_a_question_about_a_word_is_answered_once():
    asked = []

    @once
    def ask(word):
        asked.append(word.i)
        return word.i > 1

    words = shape(3, [0, 0, 1])
    assert [ask(word) for word in (*words, *words)] == [False, False, True] * 2
    assert asked == [0, 1, 2]


def test_a_question_by_a_grammar_is_answered_once_for_each():
    asked = []

    french, english = (grammar(load(code)) for code in ("fr", "en"))

    @once_by
    def ask(word, by):
        asked.append(word.i)
        return by is french

    word = shape(1, [0])[0]
    assert [ask(word, g) for g in (french, french, english, english)] == [True, True, False, False]
    assert asked == [0, 0]
