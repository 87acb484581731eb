"""Batches on one small Ray cluster, in a process of their own; called by ``test_cluster.py``.

Arguments: the inputs, then folders to fill. All are filled at the same cluster; while the second is filled, the actors
that read are killed. After the last, ``done`` is printed.
"""

import sys
from contextlib import suppress
from pathlib import Path

import psutil
import ray

from depeche.batch.batch import batch
from depeche.batch.cluster import Cluster
from depeche.batch.plan import Setting

STORE = 80 << 20  # bytes


def fill(corpus, out, watch=None):
    setting = Setting(language="fr", part=7)
    batch([corpus], Path(out), Cluster(2), setting, watch=watch)


def killer():
    """A watch that kills each actor that reads, once."""
    killed = set()

    def kill(_tally):
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.NoSuchProcess):  # it has ended of itself
                if len(killed) < 2 and "Map(Worker)" in " ".join(process.cmdline()):
                    killed.add(process.pid)
                    process.kill()

    return kill, killed


def main():
    corpus, first, *others = sys.argv[1:]
    options = {"num_cpus": 2, "object_store_memory": STORE, "include_dashboard": False}
    Cluster(2)._start(ray, options)  # patiently
    fill(corpus, first)
    print("filled", flush=True)
    for other in others:
        kill, killed = killer()
        fill(corpus, other, kill)
        print(f"killed {len(killed)}", flush=True)
    ray.shutdown()


if __name__ == "__main__":
    main()
