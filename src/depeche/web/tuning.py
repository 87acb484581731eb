"""How a process that serves is set up, beyond what Python does by itself."""

import gc
import sys

# Seconds after which a thread that computes lets another go on. A query waits for its turn after each row, so that
# beside a long computation a page of a hundred rows takes a hundred times as long as this.
_TURN = 0.0005
# New objects after which the collector looks for unused ones: pages make many, and nearly all go by themselves.
_NEW = 100_000


def tune() -> None:
    """Set up this process, once what it needs is loaded: lexicons and gazetteers are not gone through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW, 20, 50)
    sys.setswitchinterval(_TURN)
