"""What the work on one item may cost: processor time and memory, held by the system itself."""

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEBIBYTE = 1 << 20


@contextmanager
def processor_time(seconds: float) -> Iterator[None]:
    """End this process by SIGPROF when it has worked for longer, whatever it is in the midst of."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def more_memory(mebibytes: int) -> None:
    """Let this process take so much memory over what it has; beyond, there is a MemoryError."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _virtual() + mebibytes * MEBIBYTE
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))


def _virtual() -> int:
    """Bytes of address space that this process has; where the system does not tell, those that it has touched."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return pages * os.sysconf("SC_PAGE_SIZE")
