"""A brief as text, Markdown or a page of HTML."""

import html
import textwrap
from collections.abc import Callable

from depeche.dossier.brief import Brief, Line
from depeche.dossier.words import Words

_WIDTH = 96


def as_text(brief: Brief, words: Words) -> str:
    """Plain text, wrapped."""
    out = [brief.title, "=" * len(brief.title), brief.basis, ""]
    for section in brief.sections:
        out += [section.title, "-" * len(section.title)]
        out += [_wrapped("  " + line.text + _numbers(line, "[{}]"), "    ") for line in section.lines]
        out.append("")
    if brief.notes:
        title = words.title("notes")
        out += [title, "-" * len(title)]
        out += [_wrapped(f"[{number}] {told}", "    ") for number, told in _notes(brief, words)]
    return "\n".join(out).rstrip() + "\n"


def as_markdown(brief: Brief, words: Words) -> str:
    """Markdown with footnotes."""
    out = [f"# {_marked(brief.title)}", "", _marked(brief.basis), ""]
    for section in brief.sections:
        out += [f"## {_marked(section.title)}", ""]
        out += [f"- {_marked(line.text)}{_numbers(line, '[^{}]')}" for line in section.lines]
        out.append("")
    out += [f"[^{number}]: {_marked(told)}" for number, told in _notes(brief, words)]
    return "\n".join(out).rstrip() + "\n"


def as_html(brief: Brief, words: Words) -> str:
    """A page of its own, without scripts, that prints well."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">',
        f"<title>{html.escape(brief.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{html.escape(brief.title)}</h1>\n<p>{html.escape(brief.basis)}</p>",
    ]
    for section in brief.sections:
        lines = "".join(f"<li>{html.escape(line.text)}{_links(line)}</li>\n" for line in section.lines)
        parts.append(f"<h2>{html.escape(section.title)}</h2>\n<ul>\n{lines}</ul>")
    if brief.notes:
        notes = "".join(
            f'<li id="note-{number}">{html.escape(told)}</li>\n' for number, told in _notes(brief, words)
        )
        parts.append(f"<h2>{html.escape(words.title('notes'))}</h2>\n<ol>\n{notes}</ol>")
    return "\n".join([*parts, "</body>\n</html>\n"])


FORMATS: dict[str, Callable[[Brief, Words], str]] = {"text": as_text, "md": as_markdown, "html": as_html}

_STYLE = """
body { font: 10.5pt/1.4 Georgia, "Times New Roman", serif; max-width: 44em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; margin-bottom: 0; } h2 { font-size: 1.05em; margin: 1.2em 0 .2em; }
ul { margin: 0; padding-left: 1.1em; } ol { font-size: .85em; color: #333; } sup a { text-decoration: none; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } h2 { break-after: avoid; } }
"""


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _numbers(line: Line, form: str) -> str:
    return "".join((" " if "^" not in form else "") + form.format(number) for number in line.notes)


def _links(line: Line) -> str:
    return "".join(f'<sup><a href="#note-{number}">{number}</a></sup>' for number in line.notes)


def _notes(brief: Brief, words: Words) -> list[tuple[int, str]]:
    return [
        (
            note.number,
            words.phrase(
                "note",
                date=words.date(note.published),
                title=" ".join((note.title or f"№ {note.dispatch}").split()),
                words=" ".join(note.words.split()),
            ),
        )
        for note in brief.notes
    ]


def _marked(text: str) -> str:
    """Text in which nothing is markup."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
