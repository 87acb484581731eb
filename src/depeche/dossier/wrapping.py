"""Text in lines of a width: what `textwrap` makes of it, several times as fast."""

import re
import textwrap

# Blanks that textwrap turns into plain ones, and words of other blanks alone, which it drops at the ends of lines.
_OTHER = re.compile(r"[\t\n\x0b\x0c\r]|(?<![^ ])[^\S ]+(?![^ ])")


def wrapped(text: str, width: int, indent: str) -> str:
    """The text in lines of at most `width` characters, those after the first indented; no word is broken."""
    if _OTHER.search(text):
        return _by_textwrap(text, width, indent)
    lines, lead, rest = [], "", text.rstrip(" ")
    while len(lead) + len(rest) > width:
        at = rest.rfind(" ", 0, width - len(lead) + 1)
        head = rest[:at].rstrip(" ") if at > 0 else ""
        if not head:  # a word longer than a line, or blanks before one
            return _by_textwrap(text, width, indent)
        lines.append(lead + head)
        lead, rest = indent, rest[at:].lstrip(" ")
    lines.append(lead + rest)
    return "\n".join(lines)


def _by_textwrap(text: str, width: int, indent: str) -> str:
    return textwrap.fill(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
