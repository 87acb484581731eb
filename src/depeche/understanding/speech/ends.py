"""Where a content ends: pauses, quotations, the next cue."""

import msgspec

from depeche.syntax.words import Word
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same


class Part(msgspec.Struct, frozen=True):
    """The tokens of a content, both ends included."""

    first: int
    last: int


def reach(scene: Scene, hit: Hit, first: int, head: Word) -> Part:
    """The content that begins at token `first` and holds what hangs on `head`."""
    last = max(int(head.right_edge.i), head.i)
    return Part(first, stretch(scene, hit, first, max(first, min(last, hit.unit.last))))


def repeated(scene: Scene, last: int, end: int, markers: frozenset[str]) -> int:
    """The end of a content that goes on with its marker said again ("de … et de …", "que … et que …")."""
    doc = scene.doc
    while last + 3 <= end:
        i = last + 1
        while i < end and (scene.is_pause(i) or doc[i].pos_ == "CCONJ"):
            i += 1
        if i == last + 1 or doc[i - 1].pos_ != "CCONJ" or not same(doc[i], markers):
            break
        verb = next((j for j in range(i + 1, min(i + 12, end + 1)) if doc[j].pos_ in ("VERB", "NOUN")), None)
        last = end if verb is None else min(end, max(verb, int(doc[verb].right_edge.i)))
    return last


def stretch(scene: Scene, hit: Hit, first: int, last: int) -> int:
    """The end of a content: past what follows without a pause, less closing punctuation."""
    last = _strong(scene, first, last)
    if scene.is_relative(hit.first - 1):
        last = relative_end(scene, hit.last, last)
    while last < hit.unit.last:
        quote = scene.quotes.at(scene.parse.start[last])
        if (
            (
                quote is not None
                and quote.start >= scene.parse.start[first]
                and scene.parse.end[last] < quote.end
            )
            or _goes_on(scene, hit, last + 1)
            or _opens(scene, hit, last + 1)
        ):
            last += 1
        else:
            break
    last = _adjunct(scene, hit, first, last)
    return trim(scene, first, scene.cuts.end(scene, hit, first, _absolute(scene, first, last)))


def _adjunct(scene: Scene, hit: Hit, first: int, last: int) -> int:
    """The last token before a circumstance that hangs on the cue itself ("announced the break | on Monday")."""
    for i in range(first + 1, last + 1):
        head = scene.doc[i].head
        if scene.doc[i].pos_ != "ADP" or head.head.i not in hit.nodes or head.relation != "obl":
            continue
        words = " ".join(scene.form(j) for j in range(i, min(i + 3, last + 1)))
        if words.startswith(scene.words.circumstances) and head.right_edge.i >= last:
            return i - 1
    return last


def _absolute(scene: Scene, first: int, last: int) -> int:
    """The last token before a clause of its own subject and a present participle (", le ministre s'étant tu")."""
    for i in range(first + 2, last):
        token = scene.doc[i]
        if not has(token, "VerbForm", "Part") or not has(token, "Tense", "Pres") or token.pos_ != "VERB":
            continue
        for child in token.children:
            left = int(child.left_edge.i)
            if child.relation == "nsubj" and first < left - 1 and scene.is_pause(left - 1):
                return left - 1
    return last


def relative_end(scene: Scene, verb: int, last: int) -> int:
    """The end of a relative clause: before a pause with the main clause's finite verb after it."""
    for i in range(verb + 1, last):
        if scene.is_pause(i) and scene.quote(i) is None:
            j = i + 1
            while (
                j < last
                and scene.doc[j].pos_ in ("ADV", "PRON")
                and not same(scene.doc[j], scene.words.relatives)
            ):
                j += 1
            if has(scene.doc[j], "VerbForm", "Fin"):
                return i - 1
    return last


def _strong(scene: Scene, first: int, last: int) -> int:
    """The last token before a colon or semicolon outside quotations."""
    for i in range(first + 1, last):
        if scene.text[scene.parse.start[i]] in ":;" and scene.quote(i) is None and not scene.is_mark(i + 1):
            return i - 1
    return last


def _goes_on(scene: Scene, hit: Hit, i: int) -> bool:
    token = scene.doc[i]
    if hit.cue.kind == "noun":
        return False
    if scene.joins(i) or _shares(scene, hit, i):
        return True
    if token.is_punct or scene.is_pause(i) or scene.is_mark(i) or token.pos_ == "CCONJ" or i in hit.members:
        return scene.is_mark(i) and _closes(scene, hit, i)
    return (
        not (same(token, scene.words.relatives) and token.pos_ == "PRON")
        and scene.text[scene.parse.start[i]] != ":"
    )


def _shares(scene: Scene, hit: Hit, i: int) -> bool:
    """Whether a conjunction joins a noun to one of the content ("through visits and consultations")."""
    token = scene.doc[i]
    joined = token.head
    return (
        token.pos_ == "CCONJ"
        and joined.i > i
        and joined.relation == "conj"
        and joined.pos_ in ("NOUN", "PROPN")
        and hit.last < joined.head.i < i
    )


def _opens(scene: Scene, hit: Hit, i: int) -> bool:
    """Whether a quotation begins here without a pause before it, so that it belongs to the content."""
    quote = scene.quotes.at(scene.parse.start[i])
    return (
        scene.is_mark(i)
        and quote is not None
        and quote.start == scene.parse.start[i]
        and hit.cue.kind == "verb"
    )


def _closes(scene: Scene, hit: Hit, i: int) -> bool:
    quote = scene.quotes.at(scene.parse.start[i])
    return quote is not None and quote.end == scene.parse.end[i] and quote.start > scene.parse.start[hit.last]


def trim(scene: Scene, first: int, last: int) -> int:
    """The last token that is no closing punctuation, unless it closes something inside."""
    while last > first and (scene.is_pause(last) or scene.text[scene.parse.start[last]] in ".…"):
        last -= 1
    return last
