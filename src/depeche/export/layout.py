"""A layout: the columns of a file, and the rows that it makes of each fact."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement

from depeche.export.told import Told

Cell = str | int | float | bool | None
Line = tuple[Cell, ...]
Type = Literal["text", "whole number", "number", "yes or no"]


class Column(msgspec.Struct, frozen=True):
    """A column: its name in the file, what its cells are, and what they hold; without `holds` it stays empty."""

    name: str
    type: Type = "text"
    holds: str = ""


class Layout(msgspec.Struct, frozen=True):
    """What is written of the facts of a table, and how.

    `lines` is told the facts in order and gives the lines of the file; `head` says whether the names of the columns
    stand in a first line.
    """

    kind: str
    columns: tuple[Column, ...]
    lines: Callable[[Iterator[Told]], Iterator[Line]]
    conditions: tuple[ColumnElement[bool], ...] = ()
    delimiter: str = ","
    head: bool = True


def line(columns: tuple[Column, ...], cells: dict[str, Any]) -> Line:
    """The cells in the order of the columns; those that are not given are empty."""
    return tuple(cells.get(column.name) for column in columns)
