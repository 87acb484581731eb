"""What a page tells of days: in its stamps and datelines, and in its text."""

from collections.abc import Iterator
from functools import cached_property

from depeche.languages.pack import Pack
from depeche.reading.document import Document
from depeche.record import Zone
from depeche.syntax.parse import Parse
from depeche.understanding.times.anchors import outermost, words_of
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.clues import BARE
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.read import Nodes
from depeche.understanding.times.resolve import resolve
from depeche.understanding.times.tense import of_a_clause
from depeche.understanding.times.years import Years, side, years

LONGEST_LINE = 90  # characters: a paragraph as short as this, with a full date, dates the page


def whole(value: Value) -> bool:
    """Whether it is a day of which the year is known."""
    return value.low is not None and value.grain == "day"


class Page:
    """A document with what the grammar finds in it, and its tree if there is one."""

    def __init__(self, document: Document, pack: Pack, found: Nodes, parse: Parse | None) -> None:
        self.document = document
        self.found = found
        self._pack, self._parse = pack, parse

    def words(self, node: Node) -> str:
        """A node's characters."""
        return self.document.text[node.start : node.end]

    def zones(self, *kinds: str) -> list[Zone]:
        """The zones of some kinds."""
        return [zone for zone in self.document.zones if zone.kind in kinds]

    @cached_property
    def body(self) -> list[Node]:
        """What stands in the title and the text."""
        return [n for z in self.zones("title", "body") for n in self.found(z.start, z.end, page=False)]

    @cached_property
    def years(self) -> Years:
        """The years that the text names."""
        return years(self.body, self._parse, self._pack)

    def told(self) -> Iterator[Node]:
        """What the text looks back on."""
        return (node for node in self.body if side(node, self._parse, self._pack) < 0)

    def opens(self, node: Node) -> bool:
        """Whether a node dates what the first sentence of the text tells."""
        if self._parse is None:
            return False
        body = [self._parse.tokens((zone.start, zone.end)) for zone in self.zones("body")]
        first, words = next(filter(None, body), []), words_of(node, self._parse)
        head = outermost(words)
        return head is not None and head.sent.start == first[0].sent.start and of_a_clause(head)

    def stamps(self) -> Iterator[tuple[Node, Value]]:
        """The days that the page tells: in its stamps (best first), datelines and metadata, and short lines."""
        body = self.zones("body")
        lines = [(z.start, z.end) for z in [*body[-1:], *body[:1]] if z.end - z.start <= LONGEST_LINE]
        for span in [*self.document.stamps, *((z.start, z.end) for z in self.zones("dateline", "metadata"))]:
            yield from self._days(span)
        for title in self.zones("title"):
            for node, value in self._days((title.start, title.end)):
                if whole(value) and not any(map(str.isalnum, self.document.text[node.end : title.end])):
                    yield node, value  # "… Regular Press Conference on June 3, 2024"
        for span in lines:
            for node, value in self._days(span):
                before = self.document.text[span[0] : node.start].rstrip()
                if whole(value) and before[-1:] in ("", ",") and not self.before(value):
                    yield node, value

    def before(self, value: Value) -> bool:
        """Whether the text names a year after that of a day."""
        return value.low is not None and (self.years.earliest or 0) > value.low.year

    def _days(self, span: tuple[int, int]) -> Iterator[tuple[Node, Value]]:
        for node in self.found(*span, page=True):
            value = dated(node)
            if value is not None:
                yield node, value


def dated(node: Node) -> Value | None:
    """The day, month or year that a full date says."""
    return resolve(node, BARE) if node.make in ("date", "figures") else None
