"""A parsed dispatch: its words, paragraph by paragraph, with exact offsets into the text as given."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from depeche.languages import Pack
from depeche.reading.document import Document
from depeche.reading.enacting import enacted
from depeche.reading.readable import Readable, readable, with_subject
from depeche.record import Span, Zone
from depeche.syntax.compounds import compounds
from depeche.syntax.inference import run
from depeche.syntax.ligatures import ligatures
from depeche.syntax.mending_first import Endings, first_plural
from depeche.syntax.words import Word, Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A paragraph longer than this is parsed in pieces, so that memory stays bounded.
LONGEST = 20_000
# Pieces are parsed together up to so many, or to so many characters in all.
MOST = 128
ENOUGH = 40_000
WIDER = 8  # times as many on an accelerator


class Parse:
    """The words of a document's title and body paragraphs, parsed paragraph by paragraph.

    `doc` holds the words; word `i` stands at `start[i]:end[i]` in `document.text` and in the paragraph
    `paragraph[i]` (an index into `zones`). Sentences never cross paragraphs. `put_in` are words that do not stand in
    the document: subjects that were put before verbs without any.
    """

    def __init__(
        self,
        document: Document,
        doc: Words,
        zones: Sequence[Zone],
        starts: list[int],
        ends: list[int],
        of: list[int],
        put_in: frozenset[int] = frozenset(),
    ) -> None:
        self.document = document
        self.doc = doc
        self.zones = tuple(zones)
        self.start = starts
        self.end = ends
        self.paragraph = of
        self.put_in = put_in

    def __len__(self) -> int:
        return len(self.doc)

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` … `last`, both included."""
        return self.start[first], self.end[last]

    def words(self, span: Span) -> str:
        """The text of a span of characters."""
        return self.document.text[span[0] : span[1]]

    def tokens(self, span: Span) -> list[Word]:
        """The words that begin inside a span of characters, in order."""
        return list(self.doc[bisect_left(self.start, span[0]) : bisect_left(self.start, span[1])])

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
    docs: "Iterable[Doc]",
    copies: Sequence[Readable] | None = None,
    known: Mapping[str, str] | None = None,
    endings: Endings = (),
    begin: tuple[str, ...] = (),
) -> Parse:
    """One Parse from the parsed pieces of a document.

    `copies[n]` is what was parsed for piece `n`; without them each piece was parsed character for character. Takes one
    Doc a zone from `docs`, no more. `known` are the words with hyphens that count as one, `endings` those of the first
    person plural, `begin` how words with a ligature begin.
    """
    if not zones:
        raise ValueError("a document without a title and a body has nothing to parse")
    words = Words.of(islice(docs, len(zones)), known, endings, begin)
    columns = words.columns
    starts: list[int] = []
    ends: list[int] = []
    of: list[int] = []
    for number, (zone, (first, shift)) in enumerate(zip(zones, words.pieces, strict=True)):
        last = words.pieces[number + 1][0] if number + 1 < len(zones) else len(words)
        idx, text = columns.idx[first:last], columns.text[first:last]
        at = copies[number].at if copies else None
        if at is None:
            shift -= zone.start
            starts += [place - shift for place in idx]
            ends += [place - shift + len(word) for place, word in zip(idx, text, strict=True)]
        else:
            starts += [at[place - shift] for place in idx]
            ends += [at[place - shift + len(word) - 1] + 1 for place, word in zip(idx, text, strict=True)]
        of += [number] * (last - first)
    added = [n for n, copy in enumerate(copies or ()) if copy.put_in]
    return Parse(document, words, zones, starts, ends, of, frozenset(words.pieces[n][0] for n in added))


def parse_all(
    nlp: "Language", documents: Iterable[Document], pack: Pack, *, gpu: bool = False
) -> Iterator[Parse]:
    """Parse documents of the language of `pack` together, with `gpu` on an accelerator."""
    parted = [(document, pieces(document)) for document in documents]
    copies = [_copies(document, zones, pack) for document, zones in parted]
    docs = _parsed(nlp, (copy.text for own in copies for copy in own), gpu=gpu)
    for (document, zones), own in zip(parted, copies, strict=True):
        yield join(document, zones, docs, own, compounds(pack), first_plural(pack), ligatures(pack))


def _copies(document: Document, zones: Sequence[Zone], pack: Pack) -> list[Readable]:
    """What the pipeline is given of each piece."""
    copies = [readable(document.text, zone, pack) for zone in zones]
    verbs = enacted(document.text, zones, pack)
    return [with_subject(copy, pack) if copy.start in verbs else copy for copy in copies] if verbs else copies


def _parsed(nlp: "Language", texts: Iterable[str], *, gpu: bool) -> "Iterator[Doc]":
    """The texts parsed in groups of bounded size, so that memory stays bounded too."""
    wider = WIDER if gpu else 1
    group: list[str] = []
    filled = 0
    for text in texts:
        if group and (len(group) == wider * MOST or filled + len(text) > wider * ENOUGH):
            yield from run(nlp, group, gpu=gpu)
            group, filled = [], 0
        group.append(text)
        filled += len(text)
    yield from run(nlp, group, gpu=gpu)
