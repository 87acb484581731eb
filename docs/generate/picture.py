"""The picture of the example as the terminal shows it, with nothing in it that is fetched from elsewhere."""

import io
import re
from pathlib import Path

from rich.console import Console

from depeche.cli.show import render
from depeche.reader import Reader

EXAMPLE = Path(__file__).parents[2] / "examples" / "dispatch.txt"
_FONT = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)


def picture() -> str:
    """The example, as SVG."""
    screen = Console(record=True, width=110, file=io.StringIO(), force_terminal=True, highlight=False)
    record = Reader().read(EXAMPLE.read_text(encoding="utf-8"))
    render(record, screen)
    return _FONT.sub("", screen.export_svg(title="depeche read", unique_id="depeche"))
