"""The years that a text names, and what they say of the year in which it was published."""

from collections.abc import Iterable, Iterator

import msgspec

from depeche.languages.pack import Pack
from depeche.syntax.parse import Parse
from depeche.understanding.times import tense
from depeche.understanding.times.anchors import outermost, words_of
from depeche.understanding.times.context import PRESENT
from depeche.understanding.times.grammar import Node

AFTER_TOLD = 6  # how many years after the last year that the text names a dispatch may be from
PLANS = ("end", "year_range", "range")
POSSIBLE = (1800, 2150)


class Years(msgspec.Struct, frozen=True):
    """The last year that a text looks back on, and the first that it looks ahead to in the future tense."""

    earliest: int | None = None
    latest: int | None = None

    def possible(self) -> range:
        """The years from which the text may be; what only looks ahead is from that year or the one before."""
        if self.earliest is None:
            return range(self.latest - 1, self.latest + 1) if self.latest is not None else range(0)
        ahead = self.latest is not None and self.latest >= self.earliest
        last = self.earliest + AFTER_TOLD - 1
        return range(self.earliest, (min(last, self.latest or last) if ahead else last) + 1)

    @property
    def why(self) -> str:
        """What bounds them, in words."""
        if self.earliest is None:
            return f"the text looks ahead to {self.latest}"
        return f"the text names {self.earliest}"


def years(body: Iterable[Node], parse: Parse | None, pack: Pack) -> Years:
    """Of the nodes of a text; without its parse every year but those of deadlines and plans counts as told."""
    told, ahead = [], []
    for node in body:
        if node.make in PLANS:
            continue
        since = node.make == "since"
        later = int(since and _bare(node))  # what has been so since a year is told in a later one
        for year in _years(node):
            if not POSSIBLE[0] <= year <= POSSIBLE[1]:
                continue
            where = -1 if since else side(node, parse, pack)
            if where > 0:
                ahead.append(year)
            elif where < 0:
                told.append(year + later)
    return Years(max(told, default=None), min(ahead, default=None))


def side(node: Node, parse: Parse | None, pack: Pack) -> int:
    """1 where the clause of a node says what will be, 0 where it tells of plans and wishes, else -1."""
    head = outermost(words_of(node, parse)) if parse is not None else None
    if head is None:
        return -1
    known = tense.words(pack)
    if tense.to_come(head, known):
        return 1
    direction = tense.direction(head, known)
    planned = direction.sign > 0 and (direction.weight != PRESENT or tense.wished(head, known))
    unsure = direction.sign == 0 and direction.why != ""
    return 0 if planned or unsure else -1


def _bare(node: Node) -> bool:
    """Whether it names a year and nothing narrower."""
    inner = [value for value in node.args.values() if isinstance(value, Node)]
    return bool(inner) and inner[0].make in ("year", "plain_year")


def _years(node: Node) -> Iterator[int]:
    for value in node.args.values():
        if isinstance(value, Node):
            yield from _years(value)
    if "yyyy" in node.args:
        yield int(node.args["yyyy"])
    if "dmy" in node.args and node.args["dmy"][2] > 99:
        yield int(node.args["dmy"][2])
