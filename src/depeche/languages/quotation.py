"""Quotations between single marks, told from apostrophes and made as plain as those between double ones."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

__all__ = ["doubling"]

_OPENER = re.compile(
    r"(?<![^\s(\[\u2014\u2013\"\u201c])(?:''|[`\u2018']{1,2})(?=[\w\"\u201c$\u20ac\u00a3[\u2026])"
)
_CLOSER = re.compile(r"(?<=\S)(?:''|[\u2019'\u00b4])(?![\w\u2019'])")
_DOUBLE = re.compile(r"\u201c[^\u201c\u201d]*\u201d|(?<!\w)\"[^\"]*\"")
_DECADE = re.compile(r"\d0s\b")
_FIRM = '.,?!\u2026"\u201d'


def doubling(elided: Iterable[str]) -> Callable[[str], str]:
    """A function that gives single quotation marks of a paragraph the form of double ones, one for one.

    `elided` are words that begin with an apostrophe. Single marks within double ones stay, and so does every
    apostrophe: a mark opens only before a word that no letter precedes, and only where another closes it.
    """
    words = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(elided)))})\b", re.IGNORECASE)

    def opens(text: str, place: int) -> bool:
        return not (_DECADE.match(text, place) or words.match(text, place))

    def doubled(text: str) -> str:
        if _OPENER.search(text) is None:
            return text
        out = list(text)
        for opener, closer in _pairs(text, opens):
            out[opener.end() - 1] = "\u201c"
            out[closer.start()] = "\u201d"
            if len(opener[0]) == len(closer[0]) == 2:
                out[opener.start()] = out[closer.end() - 1] = " "
        return "".join(out)

    return doubled


def _pairs(text: str, opens: Callable[[str, int], bool]) -> "Iterator[tuple[re.Match[str], re.Match[str]]]":
    """The marks that open, each with the one that closes it, outermost and in order."""
    double = [match.span() for match in _DOUBLE.finditer(text)]
    begins = [start for start, _ in double]

    def apart(mark: "re.Match[str]") -> bool:
        last = bisect_right(begins, mark.start() - 1) - 1
        return last < 0 or mark.start() >= double[last][1] - 1

    openers = [mark for mark in _OPENER.finditer(text) if opens(text, mark.end()) and apart(mark)]
    closers = [mark for mark in _CLOSER.finditer(text) if apart(mark)]
    places = [mark.start() for mark in closers]
    for number, opener in enumerate(openers):
        stop = openers[number + 1].start() if number + 1 < len(openers) else len(text)
        between = closers[bisect_right(places, opener.end()) : bisect_left(places, stop)]
        closer = _closing(text, [mark for mark in between if len(mark[0]) == len(opener[0])])
        if closer is not None:
            yield opener, closer


def _closing(text: str, marks: "list[re.Match[str]]") -> "re.Match[str] | None":
    """The first mark that closes: one beside punctuation, else one that can be no plural's apostrophe."""
    for mark in marks:
        after = text[mark.end() : mark.end() + 1]
        if text[mark.start() - 1] in _FIRM or (after and after in ".,;:?!)"):
            return mark
        if text[mark.start() - 1] not in "sS":
            return mark
    return marks[-1] if marks else None
