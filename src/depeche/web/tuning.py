"""How a process that serves is set up, beyond what Python does by itself."""

import sys

from depeche import collector

# Seconds after which a thread that computes lets another go on. A query waits for its turn after each row, so that
# beside a long computation a page of a hundred rows takes a hundred times as long as this.
_TURN = 0.0005


def tune() -> None:
    """Set up this process, once what it needs is loaded: lexicons and gazetteers are not gone through again."""
    collector.settle()
    sys.setswitchinterval(_TURN)
