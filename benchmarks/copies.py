"""Near-copies among made dispatches: how many are told, how many others are taken for copies, and what it takes."""

import time
from collections.abc import Iterator

import numpy

from benchmarks.made import records
from benchmarks.made.stories import story
from depeche.funnel import originals
from depeche.minhash import PERMUTATIONS, signature

_NUMBER = 3_000  # dispatches, of which some copy and others retell an earlier one
_SEED = 1


def measure(language: str) -> Iterator[str]:
    """Lines of a report; none where no dispatches are made in the language."""
    made = [
        (story(number, _SEED), record.text)
        for number, record in enumerate(records(range(_NUMBER), seed=_SEED))
        if record.document.language == language
    ]
    if not made:
        return
    start = time.process_time()
    signatures = b"".join(signature(text) for _, text in made)
    middle = time.process_time()
    found = set(originals(numpy.frombuffer(signatures, dtype=">u4").reshape(-1, PERMUTATIONS)))
    end = time.process_time()
    numbers = {one.number for one, _ in made}
    copies = {at for at, (one, _) in enumerate(made) if one.fate == "copied" and one.root in numbers}
    retold = sum(one.fate == "retold" for one, _ in made)
    yield f"near-copies told ({language}): {len(copies & found)} of {len(copies)}"
    others = f"{len(found - copies)} of {len(made) - len(copies):,}, {retold} of which retell another"
    yield f"others taken for copies ({language}): {others}"
    rates = f"{len(made) / (middle - start):,.0f} texts/s, told apart {len(made) / (end - middle):,.0f}/s"
    yield f"signatures ({language}): {rates}"
