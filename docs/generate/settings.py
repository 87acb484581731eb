"""The reference of settings: the variables of the environment that commands read, from the commands themselves."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import typer

from depeche.cli.app import app

_OPENING = """# Settings

depeche has no file of settings: what a command does is in its call. What would be the same in every call may stand in
the environment instead; an option on the command line wins.

| variable | the same as | of | by default |
| --- | --- | --- | --- |
"""
_CLOSING = """
The width of tables follows the terminal, or `COLUMNS`; colours are left out where standard output is no terminal, or
`NO_COLOR` is set.
"""


def page() -> str:
    """The page, as Markdown."""
    return _OPENING + "".join(_rows()) + _CLOSING


def variables() -> dict[tuple[str, str, str], list[str]]:
    """The commands that read a variable, by its name, its option and the default of that."""
    found = defaultdict(list)
    for name, parameter in _parameters(typer.main.get_command(app), ()):
        given = getattr(parameter, "envvar", None)
        for variable in (given,) if isinstance(given, str) else given or ():
            default = "" if parameter.default is None else f"`{parameter.default}`"
            found[variable, parameter.opts[0], default].append(name)
    return found


def _rows() -> Iterator[str]:
    for (variable, option, default), commands in variables().items():
        names = ", ".join(f"`{name}`" for name in commands)
        yield f"| `{variable}` | `{option}` | {names} | {default} |\n"


def _parameters(command: Any, above: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for parameter in command.params:
        yield " ".join(above), parameter
    for name, inner in getattr(command, "commands", {}).items():
        yield from _parameters(inner, (*above, name))
