"""``python -m docs.generate``: write the pages that are made from the program itself."""

import inspect
import io
import json
import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
from rich.console import Console
from typer.models import ArgumentInfo, OptionInfo

from depeche.cli.app import app, options
from depeche.cli.schema import Answer
from depeche.cli.schema import schema as answer
from depeche.cli.show import render
from depeche.evaluation import shape
from depeche.export.codebook import codebook
from depeche.reader import Reader
from depeche.record.json import schema

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "cli.md"
PICTURE = ROOT / "docs" / "output.svg"
GOLD = ROOT / "docs" / "gold.md"
CODEBOOK = ROOT / "docs" / "codebook.md"
SCHEMA = ROOT / "src" / "depeche" / "record" / "schema.json"
ANSWERS = ROOT / "docs" / "schemas"
EXAMPLE = ROOT / "examples" / "dispatch.txt"


def reference() -> str:
    """The command line's reference, as Markdown."""
    parts = ["# The command line", "", "Written by `make docs` from the program itself.", ""]
    parts += _command("depeche", options, "[OPTIONS] COMMAND …")
    for info in app.registered_commands:
        if info.name and info.callback:
            parts += _command(f"depeche {info.name}", info.callback)
    for group in app.registered_groups:
        for info in group.typer_instance.registered_commands if group.typer_instance else ():
            if info.name and info.callback:
                parts += _command(f"depeche {group.name} {info.name}", info.callback)
    return "\n".join([*parts, EXITS])


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


_FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", re.DOTALL)


def gold() -> str:
    """The page on gold, with the fields of each table between its markers."""
    common = {field.name for field in msgspec.structs.fields(shape.Row)}
    rows = ["| table | fields it must have | fields it may have |", "| --- | --- | --- |"]
    rows += [
        f"| {table.name} | {_fields(_row_of(table.type), common)} |"
        for table in msgspec.structs.fields(shape.Facts)
        if table.name != "path"
    ]
    return _FIELDS.sub(lambda _: "\n".join(rows) + "\n", GOLD.read_text(encoding="utf-8"))


def _row_of(kind: Any) -> Any:
    """The kind of row of a table, which is a tuple of them; the document is one itself."""
    return get_args(kind)[0] if get_args(kind) else kind


def _fields(row: Any, common: set[str]) -> str:
    fields = [field for field in msgspec.structs.fields(row) if field.name not in common]
    must = [field for field in fields if field.required]
    may = [field for field in fields if not field.required]
    return " | ".join(", ".join(map(_field, some)) for some in (must, may))


def _field(field: Any) -> str:
    words = shape.literals(field.type)
    return f"`{field.name}`" + (f" ({' / '.join(words)})" if words else "")


def picture() -> str:
    """The example as the terminal shows it, as SVG."""
    screen = Console(record=True, width=110, file=io.StringIO(), force_terminal=True, highlight=False)
    record = Reader().read(EXAMPLE.read_text(encoding="utf-8"))
    render(record, screen)
    return screen.export_svg(title="depeche read", unique_id="depeche")


def shown(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write all pages."""
    REFERENCE.write_text(reference(), encoding="utf-8")
    GOLD.write_text(gold(), encoding="utf-8")
    CODEBOOK.write_text(codebook(), encoding="utf-8")
    ANSWERS.mkdir(exist_ok=True)
    for what in Answer:
        (ANSWERS / f"{what.value}.json").write_text(shown(answer(what)), encoding="utf-8")
    SCHEMA.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
