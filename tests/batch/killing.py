"""Batches that are killed, again and again, in children of one process; called by ``test_killed.py``.

Arguments: the seed, the folder of the inputs, then folders to fill. For each a batch is killed at random moments,
then one goes on to the end. Words and pipelines are loaded once and forked, so that a run costs only its reading.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from depeche.batch import roles  # noqa: F401 - workers take them
from depeche.batch.batch import batch
from depeche.batch.local import Local
from depeche.batch.nursery import Nursery, tend
from depeche.batch.plan import Setting
from depeche.batch.warm import warm

KILLS = 4
LONGEST = 0.02  # seconds after a part at which a batch is killed: in a few more it would be done


class Process:
    """A child, as far as a nursery asks for it."""

    def __init__(self, pid):
        self.pid = pid

    def wait(self):
        os.waitpid(self.pid, 0)


class Forked(Nursery):
    """A nursery that is a fork of this process."""

    def _started(self, theirs):
        pid = os.fork()
        if pid:
            return Process(pid)
        self._ours.close()
        tend(theirs)
        os._exit(0)


def fill(corpus, out):
    with Forked(()) as nursery:
        batch([corpus], out, Local(2, nursery=nursery), Setting(language="fr", part=7))


def wait(child, out, moments):
    """Until one or two more parts are written, or the batch is done; and then for a moment."""
    wanted = parts(out) + moments.choice((0, 1, 2))
    while parts(out) < wanted and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(0.001)
    time.sleep(moments.uniform(0, LONGEST))


def parts(out):
    return len(list(out.glob("progress/*.json")))


def main():
    moments = random.Random(int(sys.argv[1]))
    warm(("fr",))
    for out in sys.argv[3:]:
        for _ in range(KILLS):
            child = os.fork()
            if child == 0:
                fill(sys.argv[2], out)
                os._exit(0)
            wait(child, Path(out), moments)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            print((Path(out) / "progress").is_dir(), flush=True)
        fill(sys.argv[2], out)


if __name__ == "__main__":
    main()
