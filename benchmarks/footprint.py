"""Memory of a reader, and how long a user waits: for help and for the first dispatch."""

import subprocess
import sys
import time
from collections.abc import Iterator

_READ = """
import resource, depeche, sys
from pathlib import Path
depeche.Reader(sys.argv[1]).read(Path(sys.argv[2]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def _run(*arguments: str) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def measure(language: str) -> Iterator[str]:
    """Lines of a report: seconds for ``--help``, seconds and mebibytes for the first dispatch."""
    help_time = min(_run("-m", "depeche.cli", "--help")[0] for _ in range(3))
    yield f"depeche --help: {help_time:.2f} s"
    first, memory = _run("-c", _READ, language, "examples/dispatch.txt")
    yield f"first dispatch ({language}): {first:.2f} s, {memory.strip()} MiB"
