"""The page on gold: the fields of each table, between its markers."""

import re
from typing import Any, get_args

import msgspec

from depeche.evaluation import shape

_FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", re.DOTALL)


def page(text: str) -> str:
    """The page on gold, with the fields of each table between its markers."""
    common = {field.name for field in msgspec.structs.fields(shape.Row)}
    rows = ["| table | fields it must have | fields it may have |", "| --- | --- | --- |"]
    rows += [
        f"| {table.name} | {_fields(_row_of(table.type), common)} |"
        for table in msgspec.structs.fields(shape.Facts)
        if table.name != "path"
    ]
    return _FIELDS.sub(lambda _: "\n".join(rows) + "\n", text)


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
