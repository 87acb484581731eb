"""Times of one sentence, through the French pipeline."""

from functools import cache

from depeche.languages import load
from depeche.reader import Reader
from depeche.reading import Document
from depeche.record import Zone
from depeche.syntax.parse import Parse
from depeche.understanding.times import Times, read_times


@cache
def reader() -> Reader:
    """One reader for all tests."""
    return Reader("fr")


def document(text: str, *, kind: str = "body") -> Document:
    """A document of one paragraph."""
    return Document(text=text, language="fr", zones=(Zone(kind, 0, len(text)),))  # type: ignore[arg-type]


def parsed(text: str) -> Parse:
    """One paragraph, parsed."""
    return reader().parse(document(text))


def read(text: str, published: str | None) -> Times:
    """The times of one paragraph."""
    return read_times(parsed(text), load("fr"), published)
