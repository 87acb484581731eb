"""Reading a text that a visitor gives: one at a time, by one reader that is loaded when first asked for."""

from functools import cached_property

import msgspec
from anyio import CapacityLimiter, to_thread

from depeche.reader import Reader
from depeche.record import Record

LONGEST = 200_000  # characters: some hundred pages, read within seconds


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text to read, the day of its publication and its language where they are known."""

    text: str
    published: str | None = None
    language: str | None = None


class Reading:
    """The reader of a server; who comes meanwhile waits without holding up the pages."""

    @cached_property
    def _one_at_a_time(self) -> CapacityLimiter:
        return CapacityLimiter(1)

    async def read(self, given: Given) -> Record:
        """The record of a text; InputError and BadDate as `Reader.read` raises them."""
        return await to_thread.run_sync(_read, given, limiter=self._one_at_a_time)


def _read(given: Given) -> Record:
    reader = Reader(given.language, limit=LONGEST)
    return reader.read(given.text, published=given.published)
