"""A dispatch as it is written, so that who joins it to others need not ask for what was just written."""

from types import SimpleNamespace
from typing import Any

import msgspec

from depeche.ledger.rows import Rows


class Written(msgspec.Struct, frozen=True):
    """All rows of a new dispatch by table, with its day, its language, its text and its signature."""

    dispatch: int
    first: str | None
    language: str
    text: str
    signature: bytes
    rows: Rows

    def told(self, table: str, **more: Any) -> list[Any]:
        """The rows of a table as a query would give them, each with some columns more."""
        return [SimpleNamespace(**row, **more) for row in self.rows[table]]
