"""Where a time expression hangs in the tree."""

from bisect import bisect_left
from collections.abc import Sequence

from depeche.syntax.parse import Parse
from depeche.syntax.words import Word
from depeche.understanding.times.grammar import Node


def words_of(node: Node, parse: Parse) -> list[Word]:
    """The parse's words inside the node's characters; none where the zone is not parsed."""
    first = bisect_left(parse.start, node.start)
    if first and parse.end[first - 1] > node.start:
        first -= 1
    last = bisect_left(parse.start, node.end)
    return [parse.doc[i] for i in range(first, last)]


def outermost(words: Sequence[Word]) -> Word | None:
    """The word whose head stands outside the expression."""
    if not words:
        return None
    inside = {word.i for word in words}
    outward = [word for word in words if word.head.i not in inside or word.head.i == word.i]
    return next((word for word in outward if word.pos_ not in ("ADP", "DET", "PUNCT")), words[-1])
