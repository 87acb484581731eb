"""The dispatches that newcomers may try: our own, of invented people."""

from functools import lru_cache
from pathlib import Path

import msgspec

from depeche.errors import DepecheError

_HERE = Path(__file__).parent


class Example(msgspec.Struct, frozen=True):
    """A dispatch to try: the name of its file without ending, its headline, its text."""

    name: str
    title: str
    text: str


@lru_cache
def examples() -> tuple[Example, ...]:
    """The examples: within the package where it was installed, else beside the sources."""
    for folder in (_HERE / "examples", _HERE.parent.parent.parent / "examples"):
        files = sorted(folder.glob("dispatch*.txt"))
        if files:
            return tuple(_example(path) for path in files)
    raise DepecheError("the example dispatches are not there; install depeche again")


def _example(path: Path) -> Example:
    text = path.read_text(encoding="utf-8")
    return Example(path.stem, text.strip().partition("\n")[0], text)
