import subprocess
import sys
from pathlib import Path

import psutil

from .corpus import contents
from .killing import KILLS

FOLDERS = 3  # each filled by batches that are killed, and one that is not


def test_killed_at_random_moments_and_called_again_it_writes_the_same_bytes(undisturbed, corpus, tmp_path):
    outs = [tmp_path / str(number) for number in range(FOLDERS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.batch.killing", "11", str(corpus), *map(str, outs)],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    for out in outs:
        assert contents(out) == contents(undisturbed)
    states = done.stdout.split()
    assert len(states) == FOLDERS * KILLS
    assert "True" in states  # some were killed between two parts
    mine = [
        one
        for one in psutil.process_iter(["cmdline"])
        if "tests.batch.killing" in (one.info["cmdline"] or ())
    ]
    assert psutil.wait_procs([one for one in mine if str(corpus) in one.info["cmdline"]], timeout=60)[1] == []
