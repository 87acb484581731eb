"""The reference of the command line."""

import inspect
from collections.abc import Callable
from enum import Enum
from typing import Any, get_args, get_type_hints

from typer.models import ArgumentInfo, OptionInfo

from depeche.cli.app import app, options


def page() -> str:
    """The command line's reference, as Markdown."""
    parts = ["# Commands", "", _OPENING, ""]
    parts += _command("depeche", options, "[OPTIONS] COMMAND …")
    for info in app.registered_commands:
        if info.name and info.callback:
            parts += _command(f"depeche {info.name}", info.callback)
    for group in app.registered_groups:
        for info in group.typer_instance.registered_commands if group.typer_instance else ():
            if info.name and info.callback:
                parts += _command(f"depeche {group.name} {info.name}", info.callback)
    return "\n".join([*parts, EXITS])


_OPENING = "What each command takes, as `depeche COMMAND --help` tells it too."

EXITS = """## Exit codes

| code | meaning |
| --- | --- |
| 0 | all inputs were read |
| 1 | a failure, or a figure under its floor (`evaluate`) |
| 2 | a wrong call |
| 3 | finished, but some inputs were rejected; each has its line on standard error |
"""


def _command(name: str, function: Callable[..., Any], usage: str | None = None) -> list[str]:
    hints = get_type_hints(function, include_extras=True)
    rows = []
    arguments = []
    for parameter in inspect.signature(function).parameters.values():
        kind, info = get_args(hints[parameter.name])
        label = _label(parameter, info)
        rows.append(f"| `{label}` | {info.help}{_choices(kind)}{_default(parameter)} |")
        if isinstance(info, ArgumentInfo):
            arguments.append(label)
    call = " ".join([name, usage or " ".join((["[OPTIONS]"] if rows else []) + arguments)]).strip()
    table = ["| | |", "| --- | --- |", *rows, ""] if rows else []
    return [f"## {name}", "", inspect.getdoc(function) or "", "", "```", call, "```", "", *table]


def _label(parameter: inspect.Parameter, info: ArgumentInfo | OptionInfo) -> str:
    if isinstance(info, ArgumentInfo):
        return (info.metavar or parameter.name.upper()).replace("|", "\\|")
    # typer takes the first name of an annotated option for its default
    named = [name for name in (info.default, *(info.param_decls or ())) if isinstance(name, str)]
    return ", ".join(named or ["--" + parameter.name.replace("_", "-")])


def _choices(kind: Any) -> str:
    values = [kind, *get_args(kind)]
    found = [value for value in values if isinstance(value, type) and issubclass(value, Enum)]
    return f" One of: {', '.join(str(member.value) for member in found[0])}." if found else ""


def _default(parameter: inspect.Parameter) -> str:
    number = isinstance(parameter.default, int) and not isinstance(parameter.default, bool)
    return f" Default: {parameter.default}." if number else ""
