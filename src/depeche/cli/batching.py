"""The work of ``depeche batch``: choose an engine, show how far it is, tell what came of it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from depeche.errors import UsageError

if TYPE_CHECKING:
    from depeche.batch.batch import Engine, Watch

_PLAIN = 3  # stages of a batch of no archive and without a funnel: they are not told
_EXTRAS = {"pyarrow": "parquet", "ray": "ray"}


def run(
    inputs: Sequence[str],
    *,
    out: str,
    engine: str,
    workers: int | None,
    address: str | None,
    gpu: bool,
    language: str | None,
    funnel: tuple[bool, bool],
    columns: tuple[str | None, ...],
    bounds: tuple[int, float, int, int],
    json: bool,
) -> int:
    """Read all articles; the exit code."""
    _need("pyarrow", "a batch")
    from depeche.batch.batch import batch
    from depeche.batch.plan import Setting
    from depeche.batch.remote import bare as shown
    from depeche.batch.report import report as report_of
    from depeche.languages import load
    from depeche.reading.articles import Columns

    limit, seconds, memory, part = bounds
    gate, once = funnel
    setting = Setting(
        language=load(language.lower()).code if language else None,
        gate=gate,
        once=once,
        gpu=gpu,
        columns=Columns(*columns),
        limit=limit,
        seconds=seconds,
        memory=memory,
        part=part,
    )
    if gpu:
        _has_accelerator(engine)
    with _watched() as watch:
        made = batch(inputs, out, _engine(engine, workers, address), setting, watch=watch)
    report = report_of(shown(out), made.tally, gate=gate, once=once)
    if json:
        from depeche.record.json import line

        print(line(report))
    else:
        _tell(report)
    return 3 if report["rejected"] else 0


def _engine(name: str, workers: int | None, address: str | None) -> "Engine":
    if name == "ray":
        _need("ray", "--engine ray")
        from depeche.batch.cluster import Cluster

        return Cluster(workers, address=address)
    if address:
        raise UsageError("--address is of a Ray cluster; give --engine ray with it")
    from depeche.batch.local import Local

    return Local(workers)


def _has_accelerator(engine: str) -> None:
    """See that there is one before workers are started."""
    if engine == "ray":
        raise UsageError("--gpu is of the local engine; give it without --engine ray")
    from depeche.syntax.inference.device import accelerator

    accelerator()


def _need(module: str, what: str) -> None:
    if find_spec(module) is None:
        raise UsageError(f"{what} needs {module}: pip install 'depeche[{_EXTRAS[module]}]'")


@contextmanager
def _watched() -> "Iterator[Watch | None]":
    """What is told of the counts: a line on standard error while somebody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("loading", total=None)

        def watch(tally: dict[str, int]) -> None:
            keys = ("looked at", "items", "read", "dropped", "rejected")
            done = [f"{tally.get(key, 0):,} {key}" for key in keys if key in tally or key != "looked at"]
            progress.update(task, description=", ".join(done))

        yield watch


def _tell(report: dict[str, Any]) -> None:
    """The counts, on standard error."""
    parts = [f"{report['read']:,} of {report['items']:,} read{_in_brackets(report['languages'])}"]
    for what in ("dropped", "rejected"):
        if report[what]:
            where = f"; see {report['out']}/{'rejects' if what == 'rejected' else what}"
            parts.append(f"{sum(report[what].values()):,} {what}{_in_brackets(report[what], where)}")
    print(f"{report['out']}: {', '.join(parts)}", file=sys.stderr)
    steps = [f"{stage['stage']} {stage['in']:,}" for stage in report["stages"]]
    if len(steps) > _PLAIN:
        print(" → ".join([*steps, f"read {report['read']:,}"]), file=sys.stderr)
    print(", ".join(f"{count:,} {kind}" for kind, count in report["facts"].items()), file=sys.stderr)


def _in_brackets(counts: dict[str, int], where: str = "") -> str:
    words = ", ".join(f"{key} {count:,}" for key, count in counts.items())
    return f" ({words}{where})" if words else ""
