"""Near-copies among many texts, by their signatures alone: of each wire the first is read.

A text is a near-copy of an earlier one, itself no copy, where their signatures agree in most values. Longer updates
and cut reprints agree in fewer, and are read.
"""

from collections.abc import Iterator
from typing import Any

import numpy

from depeche.minhash import PERMUTATIONS, ROWS

ENOUGH = 0.8  # of the values of two signatures
_AT_ONCE = 1 << 14  # pairs whose signatures are compared at a time


def originals(signatures: Any) -> dict[int, int]:
    """For each near-copy its original, as rows of an array of signatures (texts × 128, in the order of the texts).

    Takes time in proportion to n log n and, beside the array of 512 bytes a text, 100 bytes a text, or six times that
    where nearly all are copies.
    """
    copies: dict[int, int] = {}
    for later, earlier in _alike(signatures):
        original = copies.get(earlier, earlier)
        if original != earlier and not _agree(signatures, later, original):
            continue
        copies[later] = min(original, copies.get(later, original))
    return copies


def _alike(signatures: Any) -> Iterator[tuple[int, int]]:
    """Pairs of texts that agree, the later first, in the order of the later ones."""
    pairs = _met(signatures)
    for at in range(0, len(pairs), _AT_ONCE):
        some = pairs[at : at + _AT_ONCE]
        same = signatures[some[:, 0]] == signatures[some[:, 1]]
        yield from map(tuple, some[same.mean(axis=1) >= ENOUGH].tolist())


def _met(signatures: Any) -> Any:
    """Pairs (later, earlier): each text with the first that shares a band with it, of every band; in order."""
    found = [numpy.empty((0, 2), dtype=numpy.int64)]
    for start in range(0, PERMUTATIONS, ROWS):
        band = numpy.ascontiguousarray(signatures[:, start : start + ROWS]).view(f"V{ROWS * 4}").ravel()
        _, first, of = numpy.unique(band, return_index=True, return_inverse=True)
        earlier = first[of.ravel()]
        later = numpy.flatnonzero(earlier != numpy.arange(len(band)))
        found.append(numpy.stack([later, earlier[later]], axis=1))
    return numpy.unique(numpy.concatenate(found), axis=0)


def _agree(signatures: Any, one: int, other: int) -> bool:
    return bool((signatures[one] == signatures[other]).mean() >= ENOUGH)
