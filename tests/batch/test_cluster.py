import os
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from .corpus import contents

ROOT = Path(__file__).parents[2]
QUIET = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}


@pytest.fixture(scope="module")
def filled(corpus, tmp_path_factory):
    """Folders that one Ray cluster filled, while a third batch at it was killed; and what was told."""
    outs = [tmp_path_factory.mktemp("ray") / name for name in ("plain", "actors-killed", "killed")]
    command = [sys.executable, "-m", "tests.batch.clustered", str(corpus), *map(str, outs)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=QUIET) as running:
        told = [line.strip() for line in islice(filter(_ours, running.stdout), 2)]
        while running.poll() is None and not (outs[2] / "progress").exists():
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
    return outs, told


def _ours(line):
    """Whether a line is of the batches, not of Ray."""
    return line.startswith(("filled", "killed"))


def test_ray_writes_the_same_bytes_as_local_workers(filled, undisturbed):
    assert contents(filled[0][0]) == contents(undisturbed)


def test_actors_that_the_system_kills_are_replaced_and_their_items_redone(filled, undisturbed):
    outs, told = filled
    assert told == ["filled", "killed 2"]
    assert contents(outs[1]) == contents(undisturbed)


def test_a_batch_that_was_killed_on_ray_goes_on_anywhere(filled, undisturbed, run, corpus):
    out = filled[0][2]
    assert b'"finished": true' not in (out / "manifest.json").read_bytes()
    assert list((out / "progress").iterdir())
    run([corpus], out, workers=2)
    assert contents(out) == contents(undisturbed)
