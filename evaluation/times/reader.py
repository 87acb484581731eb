"""The times of a document, read as the product reads them."""

from depeche.languages import load
from depeche.reader import Reader
from depeche.reading import Document
from depeche.understanding.times import Times, read_times


def times_of(reader: Reader, document: Document, published: str | None) -> Times:
    """Parse a document and read its times against a date of publication."""
    return read_times(reader.parse(document), load(document.language), published)
