"""Web pages: the dispatch inside the HTML, with the page's own title and date."""

import html
import re
from typing import Any

SUFFIXES = (".html", ".htm", ".xhtml")
# Beyond these, extraction is left to plain stripping: its libraries give up in silence or take too long.
LARGEST = 3_000_000  # characters of markup without scripts and styles
DEEPEST = 200  # nested elements
_SNIFF = 4000
_PAGE = re.compile(
    r"^\W*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</?(?:html|head|body|div|p|span|article|table|meta|title|h1)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
_BREAKS = re.compile(
    r"<(?:/?(?:p|div|h[1-6]|li|tr|table|section|article|header|footer|ul|ol|blockquote|title)|br)\b[^<>]*>",
    re.IGNORECASE,
)
_HIDDEN = ("script", "style", "noscript", "template", "svg", "head")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"]
)


def is_page(text: str, path: str | None = None) -> bool:
    """Whether a text is HTML, by its file's suffix or by its first tags."""
    start = text[:_SNIFF]
    if path and path.lower().endswith(SUFFIXES):
        return "<" in start
    return bool(_PAGE.match(start)) and len(_TAGS.findall(start)) >= 2


def extract(markup: str) -> str:
    """The text of a page: headline, date of publication, then the paragraphs, a blank line between them."""
    bare = _without(markup, ("script", "style", "noscript", "template", "svg"))
    if len(bare) > LARGEST or depth(bare) > DEEPEST:
        return _stripped(bare)
    title, date, body = _article(markup if len(markup) <= LARGEST else bare)
    if not body:
        return _stripped(bare)
    if title:
        body = body.removeprefix(title).lstrip()
    return "\n\n".join(part for part in (title, date, body) if part)


def _article(markup: str) -> tuple[str | None, str | None, str]:
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "50")
    found: Any = bare_extraction(
        markup, include_comments=False, include_tables=True, with_metadata=True, config=config
    )
    if found is None:
        return None, None, ""
    paragraphs = "\n\n".join(line.strip() for line in (found.text or "").splitlines() if line.strip())
    return found.title, _date(markup), paragraphs


def _date(markup: str) -> str | None:
    """The day on which the page says that it came out."""
    from htmldate import find_date

    return find_date(
        markup, original_date=True, extensive_search=False, min_date="1970-01-01", max_date="2100-01-01"
    )


def depth(markup: str) -> int:
    """How deeply the elements nest at most, in one linear pass."""
    deep = most = 0
    for found in _TAG.finditer(markup):
        if found.group(3) or found.group(2).lower() in _VOID:
            continue
        deep = max(0, deep + (-1 if found.group(1) else 1))
        most = max(most, deep)
    return most


def _without(markup: str, names: tuple[str, ...]) -> str:
    """The markup without comments and the elements `names`; an unclosed one runs to the end."""
    low = markup.lower()
    out: list[str] = []
    at = 0
    opening = re.compile(rf"<!--|<(?P<name>{'|'.join(names)})\b")
    while found := opening.search(low, at):
        out.append(markup[at : found.start()])
        name = found.group("name")
        closing = f"</{name}" if name else "-->"
        end = low.find(closing, found.end())
        if end < 0:
            return "".join(out)
        at = low.find(">", end) + 1 if name else end + 3
        if at <= 0:
            return "".join(out)
    return "".join([*out, markup[at:]])


def _stripped(markup: str) -> str:
    """All text of a page, a line for each block."""
    text = re.sub(r"<[^<>]*>", "", _BREAKS.sub("\n", _without(markup, _HIDDEN)))
    lines = (" ".join(line.split()) for line in html.unescape(text).splitlines())
    return "\n\n".join(line for line in lines if line)
