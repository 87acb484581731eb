"""The work of ``depeche read``: gather the inputs, read them one by one, write what comes out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

import msgspec

from depeche import collector
from depeche.cli.screen import complain
from depeche.errors import DepecheError, InputError, UnreadableFile, UsageError

if TYPE_CHECKING:
    from depeche.reader import Reader, Rejected
    from depeche.reading.files import Source
    from depeche.record import Record

STDIN = "-"


def run(
    paths: Sequence[str],
    *,
    manifest: str | None,
    published: str | None,
    language: str | None,
    layout: str | None,
    pipeline: str | None,
    limit: int,
    gpu: bool,
    output: str | None,
) -> int:
    """Read all inputs; the exit code."""
    from depeche.reader import Reader
    from depeche.reading.published import check

    check(published)
    inputs = list(gather(paths, manifest=manifest, published=published))
    reader = Reader(language, pipeline=pipeline, limit=limit, gpu=gpu)
    layout = layout or ("text" if output is None and sys.stdout.isatty() else "json")
    code = 0
    with ExitStack() as stack:
        out = stack.enter_context(_open(output)) if output else sys.stdout
        for place, outcome in enumerate(watched(outcomes(reader, inputs, limit), len(inputs))):
            code = max(code, _write(outcome, layout, out), key=(0, 3, 1).index)
            if place == 0:  # words and pipeline are loaded
                collector.settle()
    return code


def gather(
    paths: Sequence[str], *, manifest: str | None, published: str | None
) -> Iterator["Source | Rejected"]:
    """The files to read, in order; a folder is searched. UsageError where there is nothing to read."""
    from depeche.reader import Rejected
    from depeche.reading.files import Source, folder
    from depeche.reading.files import manifest as rows

    if manifest:
        yield from (Source(row.path, row.published or published) for row in rows(manifest))
    if not paths and not manifest:
        if sys.stdin.isatty():
            raise UsageError("nothing to read; name files, a folder, or - for standard input")
        paths = [STDIN]
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            yield Source(path, published)
            continue
        try:
            found = list(folder(Path(path)))
        except UnreadableFile as error:
            yield Rejected(path, error)
            continue
        if not found:
            yield Rejected(path, UnreadableFile("no texts or pages in this folder"))
        yield from (Source(file, published) for file in found)


def outcomes(
    reader: "Reader", inputs: Iterable["Source | Rejected"], limit: int
) -> Iterator["Record | Rejected"]:
    """A record for each input, or why there is none; files that stand together are read in batches."""
    from depeche.reader import Rejected

    for apart, run in groupby(inputs, key=lambda given: given.path == STDIN or isinstance(given, Rejected)):
        if not apart:
            yield from reader.attempt(cast("Iterator[Source]", run))
            continue
        for given in run:
            yield given if isinstance(given, Rejected) else _standard_input(reader, given, limit)


def _standard_input(reader: "Reader", given: "Source", limit: int) -> "Record | Rejected":
    from depeche.reader import Rejected

    data = sys.stdin.buffer.read(4 * limit + 1)
    try:
        document = reader.document(data, published=given.published)
        return reader.read(msgspec.structs.replace(document, path=STDIN))
    except DepecheError as error:
        return Rejected(STDIN, error)


def watched(rows: Iterator["Record | Rejected"], total: int) -> Iterator["Record | Rejected"]:
    """The same rows, with a progress bar on standard error where there are many and somebody is looking."""
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from rows
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(rows, total=total, description="reading", console=Console(stderr=True), transient=True)


def _write(outcome: "Record | Rejected", layout: str, out: TextIO) -> int:
    """Write one outcome; the exit code that it asks for."""
    from depeche.reader import Rejected
    from depeche.record import facts, json

    if isinstance(outcome, Rejected):
        complain(str(outcome.error), outcome.path)
        if layout != "text":
            print(facts.rejected(outcome.path, outcome.error.code, str(outcome.error)), file=out, flush=True)
        return 3 if isinstance(outcome.error, InputError | UsageError) else 1
    if layout == "text":
        from depeche.cli.show import show

        show(outcome, out)
    else:
        print(facts.to_facts(outcome) if layout == "facts" else json.to_json(outcome), file=out, flush=True)
    return 0


def _open(path: str) -> TextIO:
    try:
        return Path(path).open("w", encoding="utf-8")
    except OSError as error:
        raise DepecheError(f"{path}: cannot be written: {error.strerror}") from error
