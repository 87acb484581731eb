"""Dependency trees as they are built (nodes) and as they are written down (tokens)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

__all__ = ["Node", "Sentence", "Token", "linearize", "plant"]


@dataclass(frozen=True)
class Token:
    """One token of a sentence; `head` is an index into the sentence, the token's own for the root.

    `entity` is ``O``, ``B-PER``, ``I-PER``, … or empty where nobody knows.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool = True
    entity: str = ""


Sentence = Sequence[Token]


@dataclass(eq=False)
class Node:
    """A word with its dependents on either side, in the order of the sentence."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str] = field(default_factory=dict)
    dep: str = "ROOT"
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)
    space: bool = True
    entity: str = "O"
    verb: tuple[str, str, str] | None = None
    """Lemma, mood and tense of a finite verb, or ``Part`` for the mood of a participle that agrees."""
    made: bool = True
    """Whether the grammar made the word, which then inflects; words of treebanks stay as they are."""

    def children(self) -> Iterator[Node]:
        """The dependents from left to right."""
        yield from self.left
        yield from self.right

    def words(self) -> Iterator[Node]:
        """The nodes of the subtree in the order of the sentence."""
        for child in self.left:
            yield from child.words()
        yield self
        for child in self.right:
            yield from child.words()

    def child(self, *deps: str) -> Node | None:
        """The first dependent with one of the relations `deps`."""
        return next((child for child in self.children() if child.dep in deps), None)


def linearize(root: Node) -> list[Token]:
    """Write a tree down as a sentence."""
    order = list(root.words())
    index = {id(node): position for position, node in enumerate(order)}
    heads = {id(child): index[id(node)] for node in order for child in node.children()}
    return [
        Token(
            node.form,
            node.lemma,
            node.upos,
            "|".join(f"{name}={value}" for name, value in sorted(node.feats.items())),
            heads.get(id(node), index[id(node)]),
            node.dep,
            node.space,
            node.entity,
        )
        for node in order
    ]


def plant(sentence: Sentence) -> Node | None:
    """Read a sentence as a tree, or return None if it is not projective or not one tree."""
    nodes = [
        Node(
            token.form,
            token.lemma,
            token.upos,
            dict(pair.split("=", 1) for pair in token.feats.split("|") if pair),
            token.dep,
            space=token.space,
            entity=token.entity,
            made=False,
        )
        for token in sentence
    ]
    roots = [node for position, node in enumerate(nodes) if sentence[position].head == position]
    for position, token in enumerate(sentence):
        if token.head != position:
            side = nodes[token.head].left if position < token.head else nodes[token.head].right
            side.append(nodes[position])
    if len(roots) != 1 or [id(node) for node in roots[0].words()] != [id(node) for node in nodes]:
        return None
    return roots[0]
