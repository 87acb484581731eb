"""Characters that mean the same to every pipeline: spaces, apostrophes and hyphens of all kinds."""

import itertools
import unicodedata

__all__ = ["plain"]


def plain() -> dict[int, str]:
    """A table for `str.translate`: each such character becomes the plain one, one for one.

    Spaces, line ends, control, zero-width and direction marks become a plain space.
    """
    table = dict.fromkeys(range(32), " ") | {0x7F: " ", 0x85: " ", 0xFEFF: " ", 0xFFFD: " "}
    for code in itertools.chain(range(0x80, 0x500), range(0x2000, 0x3100)):
        if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp", "Cf", "Cc"}:
            table[code] = " "
    table |= dict.fromkeys(map(ord, "\u2019\u02bc\u2018\u201b\u2032`\u00b4\u02b9"), "'")
    return table | dict.fromkeys(map(ord, "\u2010\u2011\u2043\u2212\u00ad"), "-")
