"""Read the times of a parsed dispatch."""

import re
from collections.abc import Iterator

from depeche.languages.pack import Pack
from depeche.record import Zone
from depeche.syntax.parse import Parse
from depeche.syntax.words import Word
from depeche.understanding.times import grammar, lexer, lexicon, tense
from depeche.understanding.times.anchors import outermost, words_of
from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import Context, Direction, Reference, Said
from depeche.understanding.times.expression import Kind, TimeExpression, Times
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.ranks import ranked
from depeche.understanding.times.resolve import resolve

PAGE = ("dateline", "metadata")
STOP = re.compile(r"[.!?…][\s»\"”]")
SAID = 200  # how many of the last times an anaphor may look back on
ASIDE = ("ago", "since", "since_dur", "end", "within")
SINCE = ("since", "since_dur")  # what a rank may be told of
YEARS = (1700, 2150)  # a bare number of four figures is a year only between these


class Nodes:
    """What the grammar finds in stretches of one text, not yet resolved; each stretch is read once."""

    def __init__(self, text: str, pack: Pack) -> None:
        self._text = text
        self._pack = pack
        self._read: dict[tuple[int, int, bool], list[Node]] = {}

    def __call__(self, start: int, end: int, *, page: bool) -> list[Node]:
        """The nodes of ``text[start:end]``, which `page` says to be a dateline or metadata."""
        key = start, end, page
        if key not in self._read:
            self._read[key] = nodes(self._text, start, end, self._pack, page=page)
        return self._read[key]


def nodes(text: str, start: int, end: int, pack: Pack, *, page: bool) -> list[Node]:
    """What the grammar finds in ``text[start:end]``, not yet resolved; offsets are those of `text`."""
    return grammar.load(pack).read(lexer.items(lexicon.load(pack), text, start, end), page=page)


def read_times(parse: Parse, pack: Pack, published: str | None, found: Nodes | None = None) -> Times:
    """The time expressions of all zones but noise, resolved against the publication's date (EDTF or None).

    `found` is what the grammar found in the document's text before.
    """
    reading = _Reading(parse, pack, published)
    found = found or Nodes(parse.document.text, pack)
    for number, zone in enumerate(zone for zone in parse.document.zones if zone.kind != "noise"):
        for node in found(zone.start, zone.end, page=zone.kind in PAGE):
            reading.take(node, number, zone)
    return Times(tuple(reading.expressions), reading.anchors, reading.words.belonging)


class _Reading:
    """The state of one reading: what was found so far."""

    def __init__(self, parse: Parse, pack: Pack, published: str | None) -> None:
        self.parse = parse
        self.text = parse.document.text
        self.reference = Reference.of(published)
        self.words = tense.words(pack)
        self.expressions: list[TimeExpression] = []
        self.anchors: list[tuple[Word, TimeExpression]] = []
        self.said: list[Said] = []

    def take(self, node: Node, paragraph: int, zone: Zone) -> None:
        """Resolve one node and keep it, unless the tree says that it is no time."""
        tokens = words_of(node, self.parse)
        head = outermost(tokens)
        if node.make in ("plain_year", "year") and not self._is_year(node, tokens):
            return
        if node.make == "feast" and self.text[node.end : node.end + 2].lstrip(" ")[:1].isupper():
            return  # a forename
        direction = tense.direction(head, self.words) if head is not None else Direction()
        context = Context(
            self.reference, direction, tuple(self.said[-SAID:]), paragraph, self._sentence(node, zone)
        )
        value = resolve(node, context)
        for part in _parts(node) if value is None and node.make == "pair" else ():
            self.take(part, paragraph, zone)
        if value is not None or node.make not in ("pair", "offset"):
            self._keep(node, value, context, tokens, head)

    def _keep(
        self, node: Node, value: Value | None, context: Context, tokens: list[Word], head: Word | None
    ) -> None:
        time = TimeExpression(
            span=(node.start, node.end),
            first=tokens[0].i if tokens else None,
            last=tokens[-1].i if tokens else None,
            text=self.text[node.start : node.end],
            value=value.edtf if value else None,
            reason=_reason(node, value, context),
            kind=_kind(node, value),
            granularity=value.grain if value else None,
        )
        self.expressions.append(time)
        if head is not None and not (
            node.make in SINCE and ranked(tokens[0], self.words.rank, self.words.title)
        ):
            self.anchors.append((head, time))
        if value is not None and value.low is not None:
            aside = node.make in ASIDE
            self.said.append(Said(node.start, context.paragraph, value.low, value.grain, aside))

    def _is_year(self, node: Node, tokens: list[Word]) -> bool:
        """Whether a bare number is a year: not too far off, and not the count of something to its right."""
        if "year_word" in node.args:
            return True
        if not YEARS[0] <= int(node.args.get("yyyy", YEARS[0])) <= YEARS[1]:
            return False
        return not any(token.dep_ == "nummod" and token.head.i > token.i for token in tokens)

    def _sentence(self, node: Node, zone: Zone) -> int:
        """Where the sentence that holds the node begins, by its stops."""
        begin = max(zone.start, node.start - 400)
        stops = [match.end() for match in STOP.finditer(self.text, begin, node.start)]
        return stops[-1] if stops else begin


def _parts(node: Node) -> Iterator[Node]:
    return (value for value in node.args.values() if isinstance(value, Node))


def _kind(node: Node, value: Value | None) -> Kind:
    if node.make == "set":
        return "set"
    if value is None:
        return "vague"
    if node.make in ("since", "since_dur", "end", "within"):
        return "bound"
    return "interval" if "/" in value.edtf else "date"


def _reason(node: Node, value: Value | None, context: Context) -> str:
    if node.make in ("set", "vague"):
        return f"{node.rule}: no value"
    if value is None:
        why = "cannot be told from the text" if context.today else "the date of publication is unknown"
        return f"{node.rule}: {why}"
    return f"{node.rule}; {context.direction.why}" if context.direction.why else node.rule
