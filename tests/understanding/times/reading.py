"""Times of one sentence, through the pipeline of its language."""

from functools import cache

from depeche.languages import load
from depeche.reader import Reader
from depeche.reading import Document
from depeche.record import Zone
from depeche.syntax.parse import Parse
from depeche.understanding.times import Times, read_times


@cache
def reader(language: str = "fr") -> Reader:
    """One reader of a language for all tests."""
    return Reader(language)


def document(text: str, *, kind: str = "body", language: str = "fr") -> Document:
    """A document of one paragraph."""
    return Document(text=text, language=language, zones=(Zone(kind, 0, len(text)),))  # type: ignore[arg-type]


def parsed(text: str, language: str = "fr") -> Parse:
    """One paragraph, parsed."""
    return reader(language).parse(document(text, language=language))


def read(text: str, published: str | None, language: str = "fr") -> Times:
    """The times of one paragraph."""
    return read_times(parsed(text, language), load(language), published)
