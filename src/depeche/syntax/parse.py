"""A parsed dispatch: one spaCy Doc over the paragraphs, with exact offsets into the text as given."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from depeche.reading.document import Document
from depeche.record import Span, Zone

# A paragraph longer than this is parsed in pieces, so that memory stays bounded.
LONGEST = 20_000


class Parse:
    """The tokens of a document's title and body paragraphs, parsed paragraph by paragraph.

    `doc` is one spaCy Doc; token `i` stands at `start[i]:end[i]` in `document.text` and in the
    paragraph `paragraph[i]` (an index into `zones`). Sentences never cross paragraphs.
    """

    def __init__(
        self,
        document: Document,
        doc: Doc,
        zones: Sequence[Zone],
        starts: list[int],
        of: list[int],
        ends: list[int] | None = None,
    ) -> None:
        self.document = document
        self.doc = doc
        self.zones = tuple(zones)
        self.start = starts
        self.end = ends or [start + len(token) for start, token in zip(starts, doc, strict=True)]
        self.paragraph = of

    def __len__(self) -> int:
        return len(self.doc)

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` … `last`, both included."""
        return self.start[first], self.end[last]

    def words(self, span: Span) -> str:
        """The text of a span of characters."""
        return self.document.text[span[0] : span[1]]

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that begin inside a span of characters, in order."""
        from bisect import bisect_left

        return [
            self.doc[i] for i in range(bisect_left(self.start, span[0]), bisect_left(self.start, span[1]))
        ]

    def in_title(self, i: int) -> bool:
        """Whether token `i` belongs to the headline."""
        return self.zones[self.paragraph[i]].kind == "title"


def pieces(document: Document) -> tuple[Zone, ...]:
    """The zones to parse: the title and the body, long ones cut at a blank."""
    out: list[Zone] = []
    for zone in document.zones:
        if zone.kind in ("title", "body"):
            out.extend(_cut(document.text, zone))
    return tuple(out)


def _cut(text: str, zone: Zone) -> Iterator[Zone]:
    start = zone.start
    while zone.end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = blank if blank > 0 else start + LONGEST
        yield Zone(zone.kind, start, middle)
        start = middle
    yield Zone(zone.kind, start, zone.end)


def join(
    document: Document,
    zones: Sequence[Zone],
    docs: Iterable[Doc],
    places: Sequence[Sequence[int] | None] | None = None,
) -> Parse:
    """One Parse from the parsed pieces of a document.

    `places[n][k]` is where character `k` of the text parsed for piece `n` stands in the document; None
    where the piece was parsed character for character.
    """
    parts = list(docs)
    starts: list[int] = []
    ends: list[int] = []
    of: list[int] = []
    for number, (zone, part) in enumerate(zip(zones, parts, strict=True)):
        at = places[number] if places else None
        for token in part:
            first, last = token.idx, token.idx + len(token) - 1
            starts.append(at[first] if at else zone.start + first)
            ends.append((at[last] if at else zone.start + last) + 1)
        of.extend([number] * len(part))
    whole = Doc.from_docs(parts, ensure_whitespace=True, exclude=["tensor", "user_data"]) if parts else None
    if whole is None:
        raise ValueError("a document without a title and a body has nothing to parse")
    return Parse(document, whole, zones, starts, of, ends)


def parse(nlp: Language, document: Document, readable: Iterable[str] | None = None) -> Parse:
    """Parse one document; `readable` are the texts of its pieces if the caller has made them parseable."""
    zones = pieces(document)
    texts = readable if readable is not None else [document.text[z.start : z.end] for z in zones]
    return join(document, zones, nlp.pipe(texts))
