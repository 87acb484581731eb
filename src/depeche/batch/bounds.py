"""What the work on one item may cost: processor time and memory, held by the system itself."""

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEBIBYTE = 1 << 20
_SPACE, _DATA = 0, 5  # places in /proc/self/statm: of all address space, of what is private and written


@contextmanager
def processor_time(seconds: float) -> Iterator[None]:
    """End this process by SIGPROF when it has worked for longer, whatever it is in the midst of."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def more_memory(mebibytes: int, *, gpu: bool = False) -> None:
    """Let this process take so much memory over what it has; beyond, there is a MemoryError.

    All address space counts, but with an accelerator only what is written: its driver reserves many gigabytes of the
    other.
    """
    limit, counted = (resource.RLIMIT_DATA, _DATA) if gpu else (resource.RLIMIT_AS, _SPACE)
    _, hard = resource.getrlimit(limit)
    most = _taken(counted) + mebibytes * MEBIBYTE
    resource.setrlimit(limit, (most if hard < 0 else min(most, hard), hard))


def _taken(which: int) -> int:
    """Bytes that this process has, by their place in `statm`; those it ever touched where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[which])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return pages * os.sysconf("SC_PAGE_SIZE")
