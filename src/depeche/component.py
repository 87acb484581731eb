"""A spaCy component: ``nlp.add_pipe("depeche")`` gives every Doc its record as ``doc._.dispatch``."""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from depeche.languages import codes
from depeche.reader import Reader
from depeche.reading import LIMIT
from depeche.record import Record

__all__ = ["Dispatch", "create"]


class Dispatch:
    """The component: the Doc's text is read as a dispatch; offsets of the record count in ``doc.text``.

    The dispatch is cut into zones, and these are parsed by the language pack's own pipeline, whatever stands
    before the component: datelines and page noise would mislead a parse of the whole.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        if not Doc.has_extension("dispatch"):
            Doc.set_extension("dispatch", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.dispatch``; published is taken from ``doc.user_data["published"]`` if it is there."""
        doc._.dispatch = self.record(doc)
        return doc

    def record(self, doc: Doc) -> Record:
        """The record of the Doc's text."""
        return self.reader.read(doc.text, published=doc.user_data.get("published"))

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing to save: the words are in the package."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> "Dispatch":
        """Nothing to load."""
        return self


@Language.factory("depeche", assigns=["doc._.dispatch"], default_config={"language": None, "limit": LIMIT})
def create(nlp: Language, name: str, language: str | None, limit: int) -> Dispatch:
    """Make the component for a pipeline; `language` names the pack, by default the pipeline's."""
    code = language or (nlp.lang if nlp.lang in codes() else None)
    return Dispatch(Reader(code, limit=limit))
