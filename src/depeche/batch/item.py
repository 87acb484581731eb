"""What becomes of the items of a batch: the one function that every engine calls."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

import msgspec

from depeche.errors import DepecheError, TooCostly
from depeche.funnel import narrow, sift
from depeche.reader import Reader, Rejected
from depeche.reading.articles import Article, Broken
from depeche.reading.document import Document
from depeche.record import Record

Found = Article | Broken


class Dropped(msgspec.Struct, frozen=True):
    """An item that is not to be read, and the stage of the funnel that dropped it."""

    origin: str
    reason: str


class Refused(msgspec.Struct, frozen=True):
    """An item that cannot be read, and why."""

    origin: str
    code: str
    message: str


class Read(msgspec.Struct, frozen=True):
    """An item that was read; `title` and `given` are the headline and the date that came with the article."""

    origin: str
    title: str | None
    given: str | None
    record: Record


Outcome = Read | Dropped | Refused
# Told which item is worked on next (None: all of them at once) and how much text it is.
Watch = Callable[[int | None, int], AbstractContextManager[object]]


def unwatched(_number: int | None, _characters: int) -> AbstractContextManager[object]:
    """No watch at all."""
    return nullcontext()


def work(
    items: Sequence[Found], reader: Reader, *, gate: bool = False, watch: Watch = unwatched
) -> list[Outcome]:
    """What becomes of each item, in order; the same whichever items stand beside it.

    With a `gate` only what may be about foreign relations is read (`depeche.funnel`).
    Everything that a hostile page can blow up happens inside `watch`, which may end the process.
    """
    taken = [_taken(number, item, reader, watch, gate=gate) for number, item in enumerate(items)]
    documents = [one for one in taken if isinstance(one, Document)]
    with watch(None, sum(len(document.text) for document in documents)):
        records = iter(list(reader.attempt(documents)))
    return [_outcome(item, one, records) for item, one in zip(items, taken, strict=True)]


def _taken(
    number: int, item: Found, reader: Reader, watch: Watch, *, gate: bool
) -> Document | Dropped | Refused:
    """The document of an item, or why there is none."""
    if isinstance(item, Broken):
        return refused(item.origin, item.error)
    with watch(number, len(item.data)):
        try:
            return _through(item, reader) if gate else reader.document(item)
        except DepecheError as error:
            return refused(item.origin, error)


def _through(item: Article, reader: Reader) -> Document | Dropped:
    """What the funnel leaves of an article."""
    if reason := sift(item.data, language=reader.language):
        return Dropped(item.origin, reason)
    return narrow(reader.document(item)) or Dropped(item.origin, "irrelevant")


def _outcome(
    item: Found, taken: Document | Dropped | Refused, records: Iterator[Record | Rejected]
) -> Outcome:
    if not isinstance(taken, Document):
        return taken
    record = next(records)
    if isinstance(record, Rejected):
        return refused(item.origin, record.error)
    title = item.title if isinstance(item, Article) else None
    return Read(item.origin, title, taken.given, record)


def refused(origin: str, error: DepecheError) -> Refused:
    """An item that cannot be read; where the memory did not suffice the text is at fault, not the reader."""
    if isinstance(error.__cause__, MemoryError):
        error = TooCostly("reading it takes more memory than it may")
    return Refused(origin, error.code, str(error))
