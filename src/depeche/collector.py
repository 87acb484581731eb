"""How Python's collector of unused objects is set up for long work."""

import gc

# New objects after which it looks for unused ones: reading and writing make many, and nearly all go by themselves.
_NEW = 100_000


def settle() -> None:
    """Once lexicons and pipelines are loaded for good: they are not gone through again, and new objects seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW, 20, 50)
