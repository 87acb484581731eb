"""A brief as a page of HTML of its own: no scripts, nothing fetched, two pages of A4 when it is printed."""

from collections.abc import Sequence
from html import escape

from depeche.dossier.outline import Brief, Line
from depeche.dossier.words import Words


def as_html(brief: Brief, words: Words, notes: Sequence[tuple[int, str]]) -> str:
    """The page; each number of a footnote leads to it, and it back to the first line that cites it."""
    body = [f"<header>\n<h1>{escape(brief.title)}</h1>\n<p>{escape(brief.basis)}</p>\n</header>\n<main>"]
    cited: set[int] = set()
    for section in brief.sections:
        lines = "\n".join(f"<li>{_line(line, cited)}</li>" for line in section.lines)
        body.append(f"<section>\n<h2>{escape(section.title)}</h2>\n<ul>\n{lines}\n</ul>\n</section>")
    body.append("</main>")
    if notes:
        items = "\n".join(
            f'<li id="note-{number}">{escape(told)} <a href="#line-{number}" aria-label="↑">↑</a></li>'
            for number, told in notes
        )
        body.append(f"<footer>\n<h2>{escape(words.title('notes'))}</h2>\n<ol>\n{items}\n</ol>\n</footer>")
    return _PAGE.format(
        language=escape(words.language), title=escape(brief.title), style=_STYLE, body="\n".join(body)
    )


def _line(line: Line, cited: set[int]) -> str:
    lead = f"<b>{escape(line.lead)}</b> — " if line.lead else ""
    links = "".join(_link(number, cited) for number in line.notes)
    return f"{lead}{escape(line.text)}{links}"


def _link(number: int, cited: set[int]) -> str:
    anchor = "" if number in cited else f' id="line-{number}"'
    cited.add(number)
    return f'<sup{anchor}><a href="#note-{number}">{number}</a></sup>'


_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5c5852; --line: #d8d3ca; --paper: #fffefb; --link: #7a3b12; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e5dc; --soft: #a8a298; --line: #45413a; --paper: #1b1a18; --link: #e0a878; }
}
body { font: 15px/1.45 Georgia, "Times New Roman", "DejaVu Serif", serif; color: var(--ink); background: var(--paper);
  max-width: 46em; margin: 2em auto; padding: 0 1.2em; overflow-wrap: break-word; }
header { border-bottom: 2px solid var(--ink); margin-bottom: .8em; }
h1 { font-size: 1.7em; margin: 0; } header p { color: var(--soft); margin: .2em 0 .5em; }
h2 { font-size: .8em; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin: 1.2em 0 .25em;
  border-bottom: 1px solid var(--line); }
ul { margin: 0; padding-left: 1.1em; } li { margin: .15em 0; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
sup { line-height: 0; font-size: .7em; } sup a { padding: 0 .12em; }
:target { background: color-mix(in srgb, var(--link) 18%, transparent); }
footer ol { font-size: .82em; line-height: 1.35; color: var(--soft); padding-left: 1.9em; margin: 0; }
@media print {
  @page { size: A4; margin: 13mm 15mm 12mm; }
  :root { --ink: #000; --soft: #333; --line: #bbb; --paper: #fff; --link: #000; }
  body { font-size: 10.3pt; line-height: 1.32; max-width: none; margin: 0; padding: 0; }
  header { margin-bottom: .3em; } h1 { font-size: 15pt; } h2 { margin: .6em 0 .1em; break-after: avoid; }
  li { margin: 0; break-inside: avoid; }
  footer ol { font-size: 8.2pt; line-height: 1.22; columns: 2; column-gap: 6mm; } footer a { display: none; }
}
"""
