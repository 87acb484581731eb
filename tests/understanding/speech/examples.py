"""The examples of the cue tables: `{cue}`, `[content]` and `<speaker>` marked in a sentence."""

import re

import msgspec

from depeche.record import Span
from depeche.understanding.speech.cues import Cue

MARKS = {"{": "}", "[": "]", "<": ">"}


class Example(msgspec.Struct, frozen=True):
    """A sentence without its marks, and the characters that each kind of mark held."""

    cue: Cue
    text: str
    said: Span | None = None
    content: Span | None = None
    speaker: Span | None = None


def unmark(cue: Cue, marked: str) -> Example:
    """The sentence of an example and its spans; several of one kind become one span from first to last."""
    spans: dict[str, list[int]] = {}
    text: list[str] = []
    for character in marked:
        kind = (
            character if character in MARKS else next((o for o, c in MARKS.items() if c == character), None)
        )
        if kind is None:
            text.append(character)
        else:
            spans.setdefault(kind, []).append(len(text))
    held = {kind: (places[0], places[-1]) for kind, places in spans.items()}
    sentence = "".join(text)
    return Example(cue, sentence, held.get("{"), _inner(sentence, held.get("[")), held.get("<"))


def _inner(text: str, span: Span | None) -> Span | None:
    """A content without the quotation marks around it."""
    quoted = re.fullmatch(r"[«“]\s*(.*?)\s*[»”]", text[span[0] : span[1]]) if span else None
    return (span[0] + quoted.start(1), span[0] + quoted.end(1)) if span and quoted else span


def overlap(one: Span | None, other: Span | None) -> float:
    """Shared characters over all characters of two spans; 0 if either is missing."""
    if one is None or other is None:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))
