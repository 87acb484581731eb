"""The actors of one dispatch, and who each of its words stands for."""

from typing import Any


class Actors:
    """People and mentions of a parsed dispatch."""

    def __init__(self, **parts: Any) -> None:
        self.parts = parts
        self.people = tuple(figure.row for figure in parts["figures"])
