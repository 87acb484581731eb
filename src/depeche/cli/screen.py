"""The terminal: consoles, and words of a dispatch made safe to show."""

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_RETURN = re.compile(r"\r(?!\n)")
_UNSAFE = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"}
    | {0x7F: 0x2421, 0x0D: " "}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0x61C, 0xFEFF], "\ufffd")
    | dict.fromkeys([*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)], "\ufffd")
)


def visible(words: str) -> str:
    """The words with each control character replaced by one that only shows, so offsets stay right."""
    return _RETURN.sub("\n", words).translate(_UNSAFE)


def console(*, width: int | None = None, force: bool = False) -> "Console":
    """The console of standard output; no colours where it is no terminal."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, width=width, force_terminal=force or None)


def complain(message: str, where: str | None = None) -> None:
    """One line on standard error: where, what, what to do."""
    line = " ".join(visible(message).split())
    place = f"{visible(where)}: " if where else ""
    print(f"depeche: {place}{line}", file=sys.stderr)
