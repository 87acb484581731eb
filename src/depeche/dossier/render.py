"""A brief as text, Markdown or a page of HTML."""

import textwrap
from collections.abc import Callable
from functools import lru_cache

from depeche.dossier.outline import Brief, Line, Note
from depeche.dossier.page import as_html
from depeche.dossier.words import Words
from depeche.dossier.wrapping import wrapped

_WIDTH = 100
_HEADLINE = 60  # characters of a headline in a footnote


def as_text(brief: Brief, words: Words) -> str:
    """Plain text, wrapped."""
    out = [brief.title, "=" * len(brief.title), brief.basis, ""]
    for section in brief.sections:
        out.append(section.title.upper())
        out += [_wrapped(f"  {_led(line)}{_numbers(line, ' [{}]')}", "    ") for line in section.lines]
        out.append("")
    if brief.notes:
        out.append(words.title("notes").upper())
        out += [_wrapped(f"[{number}] {told}", "    ") for number, told in notes(brief, words)]
    return "\n".join(out).rstrip() + "\n"


def height(brief: Brief, words: Words) -> int:
    """The lines of plain text."""
    return as_text(brief, words).count("\n")


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


@lru_cache(maxsize=2000)  # a brief is written over and over until it fits its pages
def _wrapped(text: str, indent: str) -> str:
    return wrapped(text, _WIDTH, indent)


def _led(line: Line) -> str:
    return f"{line.lead} — {line.text}" if line.lead else line.text


def _numbers(line: Line, form: str) -> str:
    return "".join(form.format(number) for number in line.notes)


def _marked(text: str) -> str:
    """Text in which nothing is markup."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
