"""Two spellings of one name: what transliterations have in common."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

# Letters and groups that transliterations write one way or another, in the order they are replaced.
SAME = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sch", "ch"), ("sh", "ch"),
    ("tch", "ch"), ("ou", "u"), ("oo", "u"), ("aou", "au"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("q", "k"), ("ck", "k"), ("c", "k"), ("z", "s"),
    ("e", "a"), ("o", "a"), ("'", ""), ("-", ""),
)  # fmt: skip
ALIKE = 0.9
SHORT = 4


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """What two transliterations of a name have in common."""
    for old, new in SAME:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=50_000)
def alike(a: str, b: str) -> bool:
    """Whether two words may be one name spelt two ways."""
    if a == b:
        return True
    if min(len(a), len(b)) <= SHORT or (a[0] != b[0] and skeleton(a)[:1] != skeleton(b)[:1]):
        return False
    x, y = skeleton(a), skeleton(b)
    return x == y or (
        abs(len(x) - len(y)) <= 2 and JaroWinkler.similarity(x, y) >= ALIKE and min(len(x), len(y)) > SHORT
    )
