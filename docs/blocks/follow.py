"""Following a page: run its steps, and compare what it shows with what comes out, or write that anew."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs.blocks.page import Step, again, fits, steps
from docs.blocks.session import CORPUS, ROOT, Failed, Session

_WITH_LEDGER = re.compile(r"---\n(?:.*\n)*?ledger: corpus\n")  # the page goes on from where another ended


def pages() -> list[Path]:
    """The pages with something to run: the README and all of docs."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in found if any(steps(page.read_text(encoding="utf-8")))]


def outputs(
    text: str, folder: Path, kept: Path, names: Mapping[str, str] | None = None
) -> Iterator[tuple[Step, list[str] | None]]:
    """Each step of a page with the lines that it prints; Failed where a command is not well."""
    session = Session(folder, kept, names)
    if _WITH_LEDGER.match(text):
        session.run(Step("command", CORPUS))
    for step in steps(text):
        try:
            yield step, session.run(step)
        except Exception as error:
            raise Failed(f"{step.source.strip()}\n{error}") from error
    session.end()


def stale(text: str, folder: Path, kept: Path, names: Mapping[str, str] | None = None) -> list[str]:
    """What a page shows that is not what comes out, ready to be read."""
    return [
        "\n".join([f"$ {step.source.strip()}", *told])
        for step, told in outputs(text, folder, kept, names)
        if told is not None and step.shown is not None and not fits(step.shown, told)
    ]


def renewed(text: str, kept: Path, names: Mapping[str, str] | None = None) -> str:
    """The page with what comes out now."""
    lines = text.splitlines()
    with tempfile.TemporaryDirectory() as folder:
        done = list(outputs(text, Path(folder), kept, names))
    for step, told in reversed(done):
        if told is not None and step.shown is not None and not fits(step.shown, told):
            anew = again(step.shown, told)
            if step.kind == "more":
                anew = anew[1:-1] or step.shown[1:-1]  # what is not found again is for a person to mend
            lines[step.first : step.last] = [f"{step.indent}{line}".rstrip() for line in anew]
    return "\n".join(lines) + "\n"
