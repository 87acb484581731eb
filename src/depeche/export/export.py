"""Exporting a ledger: what there is to export, and to which files."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import ColumnElement, Connection

from depeche.errors import UsageError
from depeche.export import ftm, gdelt, jsonld, plover, tables
from depeche.export.codebook import codebook
from depeche.export.files import delimited, fresh, parquet
from depeche.export.layout import Layout
from depeche.export.told import Chosen, Told, count, told
from depeche.ledger.schema import FACTS

SUFFIXES = {"csv": ".csv", "parquet": ".parquet"}
_OWN = {"gdelt": ".export.CSV", "jsonld": ".jsonld", "ftm": ".ftm.json"}
_GRAPHS = {"jsonld": jsonld, "ftm": ftm}
WHATS = ("facts", *FACTS, "plover", "gdelt", "jsonld", "ftm")

Watch = Callable[[Iterator[Told], str, int], Iterator[Told]]


def export(
    connection: Connection,
    what: str,
    to: Path,
    chosen: Chosen,
    *,
    form: str = "csv",
    force: bool = False,
    watch: Watch | None = None,
) -> list[Path]:
    """Write what is asked for (one of WHATS) into a folder or file; the files that were written.

    All of them are written or none. `watch` gets the facts, what they are and their number, and passes them on.
    """

    def facts(kind: str, name: str, conditions: tuple[ColumnElement[bool], ...]) -> Iterator[Told]:
        found = told(connection, kind, chosen, *conditions)
        return watch(found, name, count(connection, kind, chosen, *conditions)) if watch else found

    files = paths(what, to, form)
    with ExitStack() as stack:
        parts = {name: stack.enter_context(fresh(path, force=force)) for name, path in files.items()}
        for name, part in parts.items():
            if name in _GRAPHS:
                graph = _GRAPHS[name]
                graph.write(part, (facts(kind, kind, rows) for kind, rows in graph.KINDS.items()))
                continue
            made = layout(name)
            write = parquet if form == "parquet" else delimited
            write(part, made, made.lines(facts(made.kind, name, made.conditions)))
    return list(files.values())


def explain(to: Path, *, force: bool = False) -> Path:
    """Write the codebook into a folder or file; the file that was written."""
    path = to / "codebook.md" if to.is_dir() else to
    with fresh(path, force=force) as part:
        part.write_text(codebook(), encoding="utf-8")
    return path


def layout(name: str) -> Layout:
    """The layout of a table of facts or of event data."""
    if name == "plover":
        return plover.LAYOUT
    return gdelt.LAYOUT if name == "gdelt" else tables.layout(name)


def paths(what: str, to: Path, form: str) -> dict[str, Path]:
    """The file of each part; a folder where there is one, or where many are written, else the file itself."""
    if what not in WHATS:
        raise UsageError(f"'{what}' cannot be exported; one of {', '.join(WHATS)} can")
    suffix = _OWN.get(what, SUFFIXES[form])
    if form == "parquet" and what in _OWN:
        raise UsageError(f"{what} has a format of its own; leave --format out")
    if what == "facts":
        if to.exists() and not to.is_dir():
            raise UsageError(f"{to}: facts are seven files; give a folder")
        return {name: to / f"{name}{suffix}" for name in FACTS}
    return {what: to / f"{what}{suffix}" if to.is_dir() else to}
