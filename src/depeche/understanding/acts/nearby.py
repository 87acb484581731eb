"""The words of a phrase in which another side of an act may be named."""

from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.acts.lexicon import Lexicon

_MOST = 60  # words of a phrase that are looked through


def nearby(token: Word, words: Lexicon) -> list[Word]:
    """A phrase's words, its head first, without those of mere occasions ("en marge du sommet de …")."""
    apart = words.grammar.occasion
    skip: set[int] = set()
    for node in token.subtree:
        marks = {mark.low_lemma for mark in children(node, "mark")}
        apart_here = (
            marker(node) in apart or marks & apart or node.lemma_ in words.margins or node.dep_ == "acl:relcl"
        )
        if node.i != token.i and apart_here:
            skip.update(t.i for t in node.subtree)
    return [token, *[t for t in token.subtree if t.i != token.i and t.i not in skip]][:_MOST]
