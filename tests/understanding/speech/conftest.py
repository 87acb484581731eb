"""Readings of many short texts by the real pipelines, in one pass for the whole session."""

from collections.abc import Callable, Iterable

import msgspec
import pytest

from depeche.languages import load
from depeche.languages.pack import Pack
from depeche.reader import Reader
from depeche.reading import Document
from depeche.reading.readable import readable
from depeche.record import Span, Zone
from depeche.syntax.parse import Parse, join
from depeche.understanding.actors import read_actors
from depeche.understanding.speech import Said, Speech, read_speech


class Reading(msgspec.Struct, frozen=True):
    """A text as parsed, and the speech in it."""

    parse: Parse
    speech: Speech

    def words(self, span: Span | None) -> str | None:
        """The words of a span, None for None."""
        return None if span is None else self.parse.words(span)

    def told(self) -> list[tuple[str | None, str | None, str | None]]:
        """Speaker, cue and content of each statement."""
        return [(said.speaker, said.cue, self.words(said.content)) for said in self.speech.statements]

    def said(self, cue: str | None) -> Said:
        """The first statement with this cue."""
        return next(said for said in self.speech.statements if said.cue == cue)


def paragraphs(text: str, language: str = "fr") -> Document:
    """A document whose lines are body paragraphs."""
    zones, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            zones.append(Zone("body", start, start + len(line)))
        start += len(line) + 1
    return Document(text=text, language=language, zones=tuple(zones))


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The French pack."""
    return load("fr")


def reading_with(pack: Pack) -> Callable[[Iterable[str]], list[Reading]]:
    """What reads many texts in the language of a pack, each a dispatch of its own, whose lines are paragraphs."""

    def read(texts: Iterable[str]) -> list[Reading]:
        documents = [paragraphs(text, pack.code) for text in texts]
        copies = [[readable(doc.text, zone, pack) for zone in doc.zones] for doc in documents]
        docs = pack.pipeline.pipe(copy.text for pieces in copies for copy in pieces)
        readings = []
        for document, pieces in zip(documents, copies, strict=True):
            parse = join(document, document.zones, [next(docs) for _ in pieces], pieces)
            readings.append(Reading(parse, read_speech(parse, pack, read_actors(parse, pack))))
        return readings

    return read


@pytest.fixture(scope="session")
def read_all(pack: Pack) -> Callable[[Iterable[str]], list[Reading]]:
    """Read many French texts, each a dispatch of its own, whose lines are paragraphs."""
    return reading_with(pack)


@pytest.fixture(scope="session")
def read(read_all: Callable[[Iterable[str]], list[Reading]]) -> Callable[[str], Reading]:
    """Read one text whose lines are paragraphs."""
    return lambda text: read_all([text])[0]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader of whole dispatches."""
    return Reader("fr")
