"""Letting others on the machine go first."""

import os

LOW = 10  # of niceness, as `nice` gives


def give_way() -> None:
    """Work from now on with what processor time others leave, such as who reads the ledger in the browser meanwhile."""
    if hasattr(os, "setpriority") and os.getpriority(os.PRIO_PROCESS, 0) < LOW:
        os.setpriority(os.PRIO_PROCESS, 0, LOW)
