"""The whole sentences around words of a text, to be quoted."""

import re

from depeche.record import Span

_LONGEST = 700  # characters of a quotation
# The end of a sentence: a stop and a blank; not after a word of up to three letters, which may be shortened
# ("M.", "Mrs.", "No."). It begins with all letters that it can begin with, for which the engine looks fast.
_END = re.compile(r"[.!?…\n](?:(?<=\n)\s*\n|(?<!\n)(?<!\b\w.)(?<!\b\w\w.)(?<!\b\w\w\w.)[\"'»”’)]*\s+)")


def sentences(text: str, start: int, end: int) -> Span:
    """The span of the sentences that hold ``[start, end)``, within their paragraph; the span itself where long."""
    low = max((match.end() for match in _END.finditer(text, max(0, start - _LONGEST), start)), default=None)
    if low is None:
        low = 0 if start <= _LONGEST else start
    after = _END.search(text, max(start, end - 1), end + _LONGEST)
    high = len(text[: after.start() + 1 if after else min(len(text), end + _LONGEST)].rstrip())
    if after is not None:
        high = after.start() + len(after.group().rstrip())
    return (low, high) if end <= high and high - low <= _LONGEST + (end - start) else (start, end)
