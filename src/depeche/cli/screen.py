"""The terminal: consoles, and one line for an error."""

import sys
from typing import TYPE_CHECKING

from depeche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console


def console(*, width: int | None = None, force: bool = False) -> "Console":
    """The console of standard output; no colours where it is no terminal."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, width=width, force_terminal=force or None)


def complain(message: str, where: str | None = None) -> None:
    """One line on standard error: where, what, what to do."""
    line = " ".join(visible(message).split())
    place = f"{visible(where)}: " if where else ""
    print(f"depeche: {place}{line}", file=sys.stderr)
