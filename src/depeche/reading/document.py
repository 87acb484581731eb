"""A document: the text of a dispatch with its zones and what the page says of itself."""

import msgspec

from depeche.record import Zone


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The text exactly as given (or, for HTML, as extracted), cut into zones that cover all words.

    `stamps` are spans in metadata lines and datelines where the page tells a date of its own
    ("17/12" in an update line, "28 juil 2025" in a dateline), best first.
    `given` is the caller's date of publication, checked, as EDTF.
    """

    text: str
    language: str
    zones: tuple[Zone, ...]
    stamps: tuple[tuple[int, int], ...] = ()
    given: str | None = None
    place: str | None = None
    title: str | None = None
    path: str | None = None
    encoding: str | None = None
    media_type: str = "text/plain"

    def body(self) -> tuple[Zone, ...]:
        """The zones that are read for facts: body paragraphs, in order."""
        return tuple(zone for zone in self.zones if zone.kind == "body")
