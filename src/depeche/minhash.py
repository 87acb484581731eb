"""Signatures of texts by which near-copies of one wire are known.

A text is the set of its shingles, five folded words each; two texts agree in about as many of the values of their
MinHash signatures as they share of all their shingles (A. Broder, On the resemblance and containment of documents,
1997). Texts that agree in a whole band of values are compared.
"""

from itertools import accumulate

import numpy as np
from rensa import RMinHash

from depeche.knowledge.folding import fold

SHINGLE = 5  # words
PERMUTATIONS = 128
ROWS = 4  # of a band: texts that share half of their shingles meet in some band nearly always
WIDTH = 4  # bytes of a value
_SEED = 1


def signature(text: str) -> bytes:
    """The MinHash of a text, four bytes for each permutation."""
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(list(shingles(text)))
    return np.array(minhash.digest(), dtype=f">u{WIDTH}").tobytes()


def shingles(text: str) -> set[str]:
    """The runs of five folded words; of a shorter text, the whole."""
    words = fold(text).split()
    whole = " ".join(words)
    if len(words) <= SHINGLE:
        return {whole}
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    return {whole[start : end - 1] for start, end in zip(starts, starts[SHINGLE:], strict=False)}
