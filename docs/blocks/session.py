"""Running the steps of a page in a folder of its own, as a reader would who follows it from top to bottom."""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from docs.blocks.page import Step

ROOT = Path(__file__).parents[2]
CORPUS = "depeche ingest examples/corpus/*.txt"  # what most pages begin with is done once for all of them
LEDGER = "depeche.db"

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_SHELL = re.compile(r"[|;&<?$`~\\\n]")
_INTO = re.compile(r"\s>\s*(\S+)$")
_SETUP = ("make ", "pip ", "source ")
_WORKERS = "depeche batch"  # starts processes of its own: in one of its own, too
# What runs until it is stopped, and what asks for machines that are not here: such calls are only parsed.
_ELSEWHERE = re.compile(r"depeche (?:serve|mcp)\b|s3://|--engine ray")
_EXPORT = re.compile(r"export (\w+)=(\S+)$")
_COMMENT = re.compile(r"\s+#\s.*$")


class Failed(AssertionError):
    """A step that did not do what its page says."""


class Session:
    """One page being followed; `kept` is the folder in which the ledger of the corpus is kept for all pages.

    `names` are words of the page that stand for others here: the address of a server, say.
    """

    def __init__(self, folder: Path, kept: Path, names: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.names = names or {}
        self._kept = kept
        self._told: list[str] = []
        self._variables = {
            "COLUMNS": "80",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
        }
        self._status = 0
        self._namespace: dict[str, Any] = {"__name__": "page"}
        (folder / "examples").symlink_to(ROOT / "examples")

    def run(self, step: Step) -> list[str] | None:
        """Do a step; the lines that it prints, None where it cannot be done on this machine."""
        if step.kind == "more":
            return self._told
        if step.kind == "file":
            (self.folder / step.name).write_text(step.source, encoding="utf-8")
            return []
        if step.kind == "r" and shutil.which("Rscript") is None:
            return None
        with self._here():
            told = self._program(step) if step.kind in ("python", "r") else self._command(step.source)
        for name, other in self.names.items():
            told = told.replace(other, name)
        self._told = [line.rstrip() for line in told.rstrip().splitlines()]
        return self._told

    def end(self) -> None:
        """Failed where the last command was not well and the page does not say so."""
        if self._status:
            raise Failed(f"the exit code is {self._status}; a page that means it goes on with: $ echo $?")

    def _program(self, step: Step) -> str:
        if step.kind == "r":
            return self._subprocess(["Rscript", "-e", step.source])
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(step.source, "page", "exec"), self._namespace)
        return out.getvalue()

    def _command(self, line: str) -> str:
        if line == "echo $?":
            status, self._status = self._status, 0
            return f"{status}\n"
        self.end()
        line = _COMMENT.sub("", line)
        for name, other in self.names.items():
            line = line.replace(name, other)
        if setting := _EXPORT.match(line):
            self._variables[setting[1]] = setting[2]
            return ""
        if line.startswith(_SETUP):
            _known(line)
            return ""
        if _ELSEWHERE.search(line):
            _parsed(line.replace("\\\n", " "))
            return ""
        if line == CORPUS and not (self.folder / LEDGER).exists():
            return self._ingested()
        bare = _QUOTED.sub("", line)
        if line.startswith("depeche ") and not line.startswith(_WORKERS) and not _SHELL.search(bare):
            return self._depeche(line)
        return self._subprocess(["bash", "-c", line])

    def _ingested(self) -> str:
        told = self._kept / "told.txt"
        if not told.exists():
            told.write_text(self._depeche(CORPUS), encoding="utf-8")
            shutil.copy(LEDGER, self._kept / LEDGER)
        else:
            shutil.copy(self._kept / LEDGER, LEDGER)
        return told.read_text(encoding="utf-8")

    def _depeche(self, line: str) -> str:
        """Run the command line in this process, where the pipelines are loaded already."""
        from depeche.cli import main

        into = _INTO.search(line)
        arguments = list(_words(line[: into.start()] if into else line))
        out, told = _stream(), _stream()
        with (
            mock.patch.object(sys, "argv", arguments),
            mock.patch.object(sys, "stdin", _stream()),
            mock.patch.object(sys, "stdout", out if into else told),
            mock.patch.object(sys, "stderr", told),
        ):
            try:
                main()
            except SystemExit as stop:
                self._status = int(stop.code or 0)
        if into:
            Path(into[1]).write_bytes(out.buffer.getvalue())  # type: ignore[attr-defined]
        return told.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]

    def _subprocess(self, command: list[str]) -> str:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
        )
        self._status = done.returncode
        return done.stdout

    @contextlib.contextmanager
    def _here(self) -> Iterator[None]:
        with contextlib.chdir(self.folder), mock.patch.dict(os.environ, self._variables):
            yield


def _words(line: str) -> Iterator[str]:
    """The words of a command; a pattern that is not quoted becomes the files that fit."""
    bare = _QUOTED.sub("", line)
    for word in shlex.split(line):
        if "*" in word and word in bare:
            yield from map(str, sorted(Path().glob(word)))
        else:
            yield word


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _parsed(line: str) -> None:
    """Parse the call of a command that is not run; Failed where it is wrong."""
    import typer

    from depeche.cli.app import app

    _, name, *arguments = shlex.split(line)
    command: Any = vars(typer.main.get_command(app))["commands"][name]
    try:
        command.make_context(name, arguments)
    except Exception as error:
        raise Failed(f"the call is wrong: {error}") from error


def _known(line: str) -> None:
    """What sets up the machine is not done here; Failed where there is no such target, extra or file."""
    tool, _, rest = line.partition(" ")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [f"depeche[{name}]" for name in project["optional-dependencies"]]
    known = {
        "make": re.findall(r"^([a-z-]+):", makefile, re.MULTILINE),
        "pip": [f"install '{what}'" for what in extras],
        "source": [".venv/bin/activate"] if "VENV := .venv\n" in makefile else [],
    }
    if rest not in known[tool]:
        raise Failed(f"no such thing: {line}")
