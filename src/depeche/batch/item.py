"""What becomes of the items of a batch: the functions that every engine calls."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Literal

import msgspec

from depeche.batch.plan import Setting
from depeche.errors import DepecheError, TooCostly
from depeche.funnel import Sifted, narrow, sift, survey
from depeche.reader import Reader, Rejected
from depeche.reading.articles import Article, Broken
from depeche.reading.document import Document
from depeche.reading.published import check
from depeche.record import Record

Step = Literal["finding", "extraction", "reading"]


class Dropped(msgspec.Struct, frozen=True):
    """An item that is not to be read, and the stage of the funnel that dropped it.

    `title` is the headline that came with the article, `copy_of` the number of the item that it is a near-copy of.
    """

    origin: str
    reason: str
    title: str | None = None
    copy_of: int | None = None


class Refused(msgspec.Struct, frozen=True):
    """An item that cannot be read, why, and at which step that was seen."""

    origin: str
    code: str
    message: str
    step: Step


class Read(msgspec.Struct, frozen=True):
    """An item that was read; `title` and `given` are the headline and the date that came with the article."""

    origin: str
    title: str | None
    given: str | None
    record: Record


Outcome = Read | Dropped | Refused
Item = Article | Broken | Dropped | Refused  # an article, or what became of it already
# Told which item is worked on next (None: all of them at once) and how much text it is.
Watch = Callable[[int | None, int], AbstractContextManager[object]]


def unwatched(_number: int | None, _characters: int) -> AbstractContextManager[object]:
    """No watch at all."""
    return nullcontext()


def look(items: Sequence[Item], setting: Setting, watch: Watch = unwatched) -> list[Sifted]:
    """What is known of each item by its plain text, in order, so that copies can be told before any is read."""
    return [_looked(number, item, setting, watch) for number, item in enumerate(items)]


def _looked(number: int, item: Item, setting: Setting, watch: Watch) -> Sifted:
    if not isinstance(item, Article) or len(item.data) > setting.limit:
        return Sifted()
    with watch(number, len(item.data)):
        try:
            check(item.published)
        except DepecheError:  # the reader will refuse it, and its copies are to be read
            return Sifted()
        return survey(item.data, gate=setting.gate, language=setting.language)


def work(
    items: Sequence[Item], reader: Reader, *, gate: bool = False, watch: Watch = unwatched
) -> list[Outcome]:
    """What becomes of each item, in order; the same whichever items stand beside it.

    With a `gate` only what may be about foreign relations is read (`depeche.funnel`).
    Everything that a hostile page can blow up happens inside `watch`, which may end the process.
    """
    taken = [_taken(number, item, reader, watch, gate=gate) for number, item in enumerate(items)]
    documents = [one for one in taken if isinstance(one, Document)]
    with watch(None, sum(len(document.text) for document in documents)):
        records = iter(list(reader.attempt(documents, at_once=True)))
    return [_outcome(item, one, records) for item, one in zip(items, taken, strict=True)]


def _taken(
    number: int, item: Item, reader: Reader, watch: Watch, *, gate: bool
) -> Document | Dropped | Refused:
    """The document of an item, or why there is none."""
    if isinstance(item, Broken):
        return refused(item.origin, item.error, "finding")
    if not isinstance(item, Article):
        return item
    with watch(number, len(item.data)):
        try:
            return _through(item, reader) if gate else reader.document(item)
        except DepecheError as error:
            return refused(item.origin, error, "extraction")


def _through(item: Article, reader: Reader) -> Document | Dropped:
    """What the funnel leaves of an article."""
    if reason := sift(item.data, language=reader.language):
        return Dropped(item.origin, reason)
    return narrow(reader.document(item)) or Dropped(item.origin, "passages")


def _outcome(
    item: Item, taken: Document | Dropped | Refused, records: Iterator[Record | Rejected]
) -> Outcome:
    if not isinstance(taken, Document):
        return taken
    record = next(records)
    if isinstance(record, Rejected):
        return refused(item.origin, record.error, "reading")
    title = item.title if isinstance(item, Article) else None
    return Read(item.origin, title, taken.given, record)


def refused(origin: str, error: DepecheError, step: Step) -> Refused:
    """An item that cannot be read; where the memory did not suffice the text is at fault, not the reader."""
    if isinstance(error.__cause__, MemoryError):
        error = TooCostly("reading it takes more memory than it may")
    return Refused(origin, error.code, str(error), step)
