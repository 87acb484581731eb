"""A brief as text, Markdown or a page of HTML."""

import textwrap
from collections.abc import Callable
from functools import lru_cache

from depeche.dossier.outline import Brief, Line, Note
from depeche.dossier.page import as_html
from depeche.dossier.words import Words
from depeche.dossier.wrapping import wrapped

_WIDTH = 100
_INDENT = "    "  # of the lines after the first
_HEADLINE = 60  # characters of a headline in a footnote


def as_text(brief: Brief, words: Words) -> str:
    """Plain text, wrapped."""
    out = [brief.title, "=" * len(brief.title), brief.basis, ""]
    for section in brief.sections:
        out.append(section.title.upper())
        out += [_wrapped(f"  {_led(line)}{_numbers(line, ' [{}]')}") for line in section.lines]
        out.append("")
    if brief.notes:
        out.append(words.title("notes").upper())
        out += [_wrapped(f"[{number}] {told}") for number, told in notes(brief, words)]
    return "\n".join(out).rstrip() + "\n"


def height(brief: Brief, words: Words) -> int:
    """The lines of plain text; a brief is measured over and over until it fits its pages."""
    lines = 4 + sum(2 + sum(map(_height, section.lines)) for section in brief.sections)
    if not brief.notes:
        return lines - 1  # the last one is blank
    # A number takes the place of its digits, whichever they are.
    told = (f"[{'0' * len(str(number))}] {told}" for number, told in notes(brief, words))
    return lines + 1 + sum(_extent(one)[0] for one in told)


def _height(line: Line) -> int:
    """The lines that a line takes: those of its words, and those to which its numbers run over."""
    count, length = _extent(f"  {_led(line)}")
    for number in line.notes:
        room = len(f" [{number}]")
        length += room
        if length > _WIDTH:
            count, length = count + 1, len(_INDENT) + room - 1
    return count


@lru_cache(maxsize=5_000)
def _extent(text: str) -> tuple[int, int]:
    """The lines that a text takes, and the characters of the last."""
    lines = _wrapped(text).split("\n")
    return len(lines), len(lines[-1])


def as_markdown(brief: Brief, words: Words) -> str:
    """Markdown with footnotes."""
    out = [f"# {_marked(brief.title)}", "", _marked(brief.basis), ""]
    for section in brief.sections:
        out += [f"## {_marked(section.title)}", ""]
        for line in section.lines:
            lead = f"**{_marked(line.lead)}** — " if line.lead else ""
            out.append(f"- {lead}{_marked(line.text)}{_numbers(line, '[^{}]')}")
        out.append("")
    out += [f"[^{number}]: {_marked(told)}" for number, told in notes(brief, words)]
    return "\n".join(out).rstrip() + "\n"


def _page(brief: Brief, words: Words) -> str:
    return as_html(brief, words, notes(brief, words))


FORMATS: dict[str, Callable[[Brief, Words], str]] = {"text": as_text, "md": as_markdown, "html": _page}


def notes(brief: Brief, words: Words) -> list[tuple[int, str]]:
    """The footnotes with their numbers, in words."""
    return [(note.number, _note(note, words)) for note in brief.notes]


@lru_cache(maxsize=2000)
def _note(note: Note, words: Words) -> str:
    title = textwrap.shorten(note.title or f"№ {note.dispatch}", _HEADLINE, placeholder=" …")
    source = words.phrase("as", number=note.like) if note.like else title
    name = "note" if note.words else "note-bare"
    return words.phrase(name, date=words.date(note.published), title=source, words=note.words)


def _wrapped(text: str) -> str:
    return wrapped(text, _WIDTH, _INDENT)


def _led(line: Line) -> str:
    return f"{line.lead} — {line.text}" if line.lead else line.text


def _numbers(line: Line, form: str) -> str:
    return "".join(form.format(number) for number in line.notes)


def _marked(text: str) -> str:
    """Text in which nothing is markup."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
