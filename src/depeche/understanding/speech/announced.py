"""Quotations that a cue announces or comments on: "a déclaré : « … »"."""

from bisect import bisect_left

from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.quotes import Quote
from depeche.understanding.speech.scene import Scene


def announced(scene: Scene, hit: Hit) -> Part | None:
    """A quotation that the cue announces: after a colon or directly after the cue; else one before it."""
    unit = hit.unit
    for i in range(hit.last + 1, unit.last + 1):
        if scene.is_mark(i) and quote_begins(scene, i) and _announces(scene, hit, i):
            return Part(i, quote_end(scene, i))
        if scene.text[scene.parse.start[i]] == ":" and i < unit.last and not scene.is_mark(i + 1):
            return Part(i + 1, trim(scene, i + 1, unit.last))
    if scene.signs[unit.last] == ":" and quote_begins(scene, unit.last + 1):
        return Part(unit.last + 1, quote_end(scene, unit.last + 1))  # in a paragraph of its own
    return None


def _announces(scene: Scene, hit: Hit, i: int) -> bool:
    before = i - 1
    return before == hit.last or scene.text[scene.parse.start[before]] in ":,"


def quoted_before(scene: Scene, hit: Hit) -> Quote | None:
    """A quotation at the unit's start that the cue comments on ("« Non » : c'est ainsi que …")."""
    quote = scene.quotes.at(scene.parse.start[hit.unit.first])
    if quote is None or quote.end > scene.parse.start[hit.first]:
        return None
    return quote if scene.text[quote.end : scene.parse.start[hit.first]].lstrip().startswith(":") else None


def quote_begins(scene: Scene, i: int) -> bool:
    """Whether token `i` is a mark of an outermost quotation."""
    return i < len(scene.doc) and scene.is_mark(i) and scene.quotes.at(scene.parse.start[i]) is not None


def quote_end(scene: Scene, i: int) -> int:
    """The last token of the quotation at token `i`."""
    quote = scene.quotes.at(scene.parse.start[i])
    return i if quote is None else max(i, bisect_left(scene.parse.start, quote.end) - 1)
