"""What a brief is made of: sections of lines, each with the numbers of its footnotes."""

import msgspec


class Note(msgspec.Struct, frozen=True):
    """A footnote: the dispatch, its day and headline, and the exact words; none where the line quotes them.

    `like` is the number of the first footnote of the same dispatch, whose headline need not be told again.
    """

    number: int
    dispatch: int
    published: str | None
    title: str | None
    words: str
    like: int | None = None


class Line(msgspec.Struct, frozen=True):
    """A line of a brief, what it is about in a word or two, and the numbers of its footnotes."""

    text: str
    notes: tuple[int, ...] = ()
    lead: str = ""


class Section(msgspec.Struct, frozen=True):
    """A part of a brief."""

    title: str
    lines: tuple[Line, ...]


class Brief(msgspec.Struct, frozen=True):
    """A dossier in the words of a language."""

    title: str
    basis: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
