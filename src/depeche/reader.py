"""The Reader: dispatches in, records out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from depeche.batches import batches
from depeche.errors import DepecheError, InputError, ReadingFailed
from depeche.languages import Pack, load
from depeche.languages.pack import pipeline_named
from depeche.reading import LIMIT, Document, read_document
from depeche.reading.articles.article import Article
from depeche.reading.files import Source, contents
from depeche.record import Record
from depeche.syntax.inference.device import accelerator
from depeche.syntax.parse import Parse, parse_all
from depeche.understanding import understand

if TYPE_CHECKING:
    from spacy.language import Language

Input = str | bytes | Path | Source | Article | Document


class Rejected(msgspec.Struct, frozen=True):
    """An input of a batch that was not read, and why; `path` is None where it came from no file."""

    path: str | None
    error: DepecheError


class Reader:
    """Reads dispatches into records; the language packs and their pipelines are loaded once.

    `language` is an ISO 639-1 code if all dispatches are in one language, else it is found out for each.
    `pipeline` names an installed spaCy pipeline with Universal Dependencies labels to use in place of the
    packs' own. `limit` is the most characters of a dispatch. With `gpu` words are encoded on an accelerator. Raises
    UnknownLanguage, PipelineError and NoAccelerator.
    """

    def __init__(
        self,
        language: str | None = None,
        *,
        pipeline: str | None = None,
        limit: int = LIMIT,
        gpu: bool = False,
    ) -> None:
        self.language = load(language.lower()).code if language else None
        self.limit = limit
        self.gpu = gpu
        if gpu:
            accelerator()
        self._pipeline = pipeline_named(pipeline) if pipeline else None

    def read(self, source: Input, *, published: str | date | None = None) -> Record:
        """The record of one dispatch: its text, the bytes of a file, a path, an Article, or a Document.

        A string is always the text itself, never a path. `published` is the date of publication if known
        (``2019-12-17``, ``2019-12`` or ``2019``). Raises InputError and BadDate.
        """
        return self._understand(self.document(source, published=published))

    def pipe(self, sources: Iterable[Input]) -> Iterator[Record]:
        """The records of many dispatches, in order, as they are asked for.

        Reading looks ahead, up to 64 inputs once many have been asked for, since many are parsed together at
        less cost; records are the same as those of `read`. The first input that cannot be read raises its
        InputError when its turn comes; `attempt` goes on instead.
        """
        for outcome in self.attempt(sources):
            if isinstance(outcome, Rejected):
                raise outcome.error
            yield outcome

    def attempt(self, sources: Iterable[Input], *, at_once: bool = False) -> Iterator[Record | Rejected]:
        """Like `pipe`, with a Rejected in the place of each input that cannot be read.

        With `at_once` many are parsed together from the first on: for who waits for all of them anyhow.
        """
        for batch in batches(map(self._taken, sources), _characters, at_once=at_once):
            parses = self._parses([document for _, document in batch if isinstance(document, Document)])
            for path, document in batch:
                yield self._outcome(path, document, parses)

    def _taken(self, source: Input) -> "tuple[str | None, Document | DepecheError]":
        try:
            return _path(source), self.document(source)
        except DepecheError as error:
            return _path(source), error

    def _parses(self, documents: Sequence[Document]) -> "Iterator[Parse | None]":
        """The parses of a batch as they are asked for; None for each from where it cannot be parsed as one."""
        try:
            yield from self._parse_all(documents)
        except Exception:  # noqa: BLE001 - each is then parsed by itself, which says what is wrong with which
            yield from repeat(None)

    def _outcome(
        self, path: str | None, document: Document | DepecheError, parses: "Iterator[Parse | None]"
    ) -> Record | Rejected:
        if isinstance(document, DepecheError):
            return Rejected(path, document)
        try:
            return self._understand(document, next(parses))
        except DepecheError as error:
            return Rejected(path, error)

    def document(self, source: Input, *, published: str | date | None = None) -> Document:
        """The document of an input, before anything is understood."""
        if isinstance(source, Document):
            return source
        if isinstance(source, Article):
            found = self.document(source.data, published=published or source.published)
            return msgspec.structs.replace(found, path=source.origin, title=found.title or source.title)
        path, data = _path(source), source
        if isinstance(source, Source):
            published = published or source.published
        if isinstance(source, Path | Source):
            data = contents(path or "", self.limit)
        if not isinstance(data, str | bytes):
            raise InputError(f"a {type(source).__name__} is nothing to read; give text, bytes or a Path")
        return read_document(data, path=path, published=published, language=self.language, limit=self.limit)

    def parse(self, document: Document) -> Parse:
        """The parse of a document by its language's pipeline."""
        return next(self._parse_all([document]))

    def _parse_all(self, documents: Sequence[Document]) -> "Iterator[Parse]":
        """The parses of documents, in order; those of one language are parsed together."""
        codes = dict.fromkeys(document.language for document in documents)
        parses = {code: self._parse_of(code, documents) for code in codes}
        for document in documents:
            yield next(parses[document.language])

    def _parse_of(self, code: str, documents: Sequence[Document]) -> "Iterator[Parse]":
        """The parses of the documents in a language, as they are asked for."""
        pack = load(code)
        own = (document for document in documents if document.language == code)
        return parse_all(self.nlp(pack), own, pack, gpu=self.gpu)

    def nlp(self, pack: Pack) -> "Language":
        """The spaCy pipeline that reads the language of `pack`."""
        return self._pipeline or pack.pipeline

    def _understand(self, document: Document, parse: Parse | None = None) -> Record:
        try:
            parse = parse or self.parse(document)
            record = understand(parse, load(document.language))
            parse.doc.release()
            return record
        except DepecheError:
            raise
        except Exception as error:
            raise ReadingFailed(
                f"depeche failed on this text ({type(error).__name__}: {error}); please report it"
            ) from error


def _characters(taken: "tuple[str | None, Document | DepecheError]") -> int:
    return len(taken[1].text) if isinstance(taken[1], Document) else 0


def _path(source: Input) -> str | None:
    if isinstance(source, Source | Document):
        return source.path
    if isinstance(source, Article):
        return source.origin
    return str(source) if isinstance(source, Path) else None


def read(text: str, published: str | date | None = None, language: str | None = None) -> Record:
    """The record of one dispatch; for many, make a Reader.

    Raises InputError where it cannot be read and BadDate where `published` is no date.
    """
    return Reader(language).read(text, published=published)
