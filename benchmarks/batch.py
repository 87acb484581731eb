"""A batch by one worker and by two: how much faster two are, and the memory that each takes.

Beside it stands what the machine itself gives: two processes that read, each by itself, against one.
"""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.texts import dispatches
from depeche import collector
from depeche.batch.batch import batch
from depeche.batch.local import Local
from depeche.batch.nursery import Nursery
from depeche.batch.plan import Setting
from depeche.batch.slices import SIZE
from depeche.reader import Reader

_SLICES = 24  # many, so that the last ones do not count
_ROUNDS = 3  # one worker and two taken in turns; the fastest of each counts


def measure(language: str) -> Iterator[str]:
    """Lines of a report: words a second of one worker and of two, their ratio, mebibytes of each worker."""
    texts = dispatches(language)
    texts = [texts[number % len(texts)] for number in range(_SLICES * SIZE)]
    words = sum(len(text.split()) for text in texts)
    memory: list[tuple[int, int]] = []
    with TemporaryDirectory() as folder, Nursery((language,)) as nursery:
        file = Path(folder) / "texts.jsonl"
        file.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
        _seconds(file, nursery, language, 1, memory)
        collector.settle()
        times, bare = ({1: float("inf"), 2: float("inf")} for _ in range(2))
        reader = Reader(language)
        list(reader.pipe(texts[:SIZE]))
        for _ in range(_ROUNDS):
            for workers in times:
                times[workers] = min(times[workers], _seconds(file, nursery, language, workers, memory))
                bare[workers] = min(bare[workers], _alone(reader, texts[: len(texts) // 2], workers))
    yield f"one worker ({language}): {words / times[1]:,.0f} words/s, {len(texts) / times[1]:,.1f} dispatches/s"
    yield f"two workers ({language}): {words / times[2]:,.0f} words/s, {times[1] / times[2]:.2f} times as fast"
    yield f"two processes that only read, against one ({language}): {2 * bare[1] / bare[2]:.2f} times as fast"
    own, all_told = map(max, zip(*memory, strict=True))
    yield f"memory of a worker ({language}): at most {own} MiB of its own, {all_told} MiB with what all share"


def _seconds(
    file: Path, nursery: Nursery, language: str, workers: int, memory: list[tuple[int, int]]
) -> float:
    """Seconds of a batch by so many workers that are forked for it; their memory is added to `memory`."""
    setting = Setting(language=language)
    with TemporaryDirectory() as out:
        start = time.perf_counter()
        engine = Local(workers, nursery=nursery)
        batch(
            [str(file)], Path(out), engine, setting, watch=lambda _: memory.extend(_memory(nursery.process))
        )
        return time.perf_counter() - start


def _alone(reader: Reader, texts: list[str], processes: int) -> float:
    """Seconds until so many forks of this process have each read all texts."""
    start = time.perf_counter()
    children = []
    for _ in range(processes):
        child = os.fork()
        if child == 0:
            list(reader.pipe(texts))
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    return time.perf_counter() - start


def _memory(process: int) -> Iterator[tuple[int, int]]:
    """For each child of a process: mebibytes of its own, and those it ever had with what it shares."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    for child in children:
        own = _kibibytes(Path(f"/proc/{child}/smaps_rollup"), "Private_Dirty:")
        yield own // 1024, _kibibytes(Path(f"/proc/{child}/status"), "VmHWM:") // 1024


def _kibibytes(file: Path, name: str) -> int:
    try:
        lines = file.read_text(encoding="ascii").splitlines()
    except OSError:  # it has ended
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
