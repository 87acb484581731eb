"""News in brief: paragraphs that begin with a label ("Mali. Le gouvernement a …") are each a text of their own."""

import re
from itertools import accumulate

from depeche.syntax.parse import Parse

# One to three capitalised words and a full stop; no abbreviation of a title ("M.", "Gen.").
_WORD = r"[^\W\d_a-zß-ÿ][\w'’]*"
_BETWEEN = r"(?:[-/–]| (?:(?:et|and|y|of|the|de|du|des|la|les|del|los|las) )*(?:[dl]['’])*)"
_LABEL = re.compile(rf"((?:{_WORD}{_BETWEEN}){{0,2}}{_WORD})\. +[^\W\da-zß-ÿ]")
SHORTEST = 4
LEAST = 2  # labels without which a text is no news in brief


def items(parse: Parse) -> list[int]:
    """The number of the item that each paragraph belongs to; all the same where the text has no labels."""
    begins = [_labelled(parse.document.text[zone.start : zone.end]) for zone in parse.zones]
    if sum(begins) < LEAST:
        return [0] * len(begins)
    return list(accumulate(map(int, begins)))


def _labelled(paragraph: str) -> bool:
    found = _LABEL.match(paragraph.lstrip())
    return found is not None and (len(found[1]) >= SHORTEST or (len(found[1]) > 1 and found[1].isupper()))
