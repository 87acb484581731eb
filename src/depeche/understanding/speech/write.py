"""Drafts into statements: order, spans, mode, nesting, what they are about."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from depeche.record import Span
from depeche.record.tables import Mode
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.quotes import Quote
from depeche.understanding.speech.said import Said, voices
from depeche.understanding.speech.scene import Scene

ABOUT = 6


def written(scene: Scene, drafts: Sequence[Draft]) -> list[Said]:
    """The statements of the drafts, in their order, less what a speaker only says that his own side says."""
    said = _rows(scene, drafts)
    kept = [draft for draft, row in zip(drafts, said, strict=True) if not _own_side(row, said)]
    return said if len(kept) == len(said) else _rows(scene, kept)


def _own_side(row: Said, said: Sequence[Said]) -> bool:
    """Whether a side speaks in the words of one who speaks for it ("said China opposes sanctions")."""
    outer = said[row.parent] if row.parent is not None else None
    nameless = row.speaker is not None and row.speaker == row.speaker_of and row.mode != "direct"
    return outer is not None and nameless and outer.speaker_of == row.speaker_of and row.via is not None


def _rows(scene: Scene, drafts: Sequence[Draft]) -> list[Said]:
    said = [_said(scene, draft) for draft in drafts]
    inner = voices(said, len(scene.doc))
    return [_nested(scene, said, inner, index) for index in range(len(said))]


def _said(scene: Scene, draft: Draft) -> Said:
    voice, part, hit = draft.voice, draft.part, draft.hit
    span: Span | None = None
    mode: Mode = "indirect"
    if part is not None:
        span, mode = _content(scene, part, hit)
    if draft.verbatim:
        mode = "direct"
    evidence = _evidence(scene, hit) if hit is not None else ((span,) if span is not None else ())
    named = voice.first is not None and voice.last is not None and voice.first not in scene.parse.put_in
    return Said(
        speaker=voice.speaker,
        speaker_of=voice.of,
        cue=hit.cue.lemma if hit is not None else None,
        mode=mode,
        content=span,
        via=voice.relayed,
        speaker_span=scene.span(voice.first, voice.last) if named else None,  # type: ignore[arg-type]
        cue_span=scene.span(hit.nodes[0], hit.nodes[-1]) if hit is not None else None,
        evidence=evidence,
        about=_about(scene, part, voice.codes) if part is not None else (),
        token=hit.token if hit is not None else None,
        first=part.first if part is not None else None,
        last=part.last if part is not None else None,
        mention=voice.mention,
    )


def _evidence(scene: Scene, hit: Hit) -> tuple[Span, ...]:
    """The spans of the cue's words: one where they stand together, adverbs between them included."""
    runs: list[list[int]] = [[hit.members[0]]]
    for left, right in pairwise(hit.members):
        between = range(left + 1, right)
        if all(scene.doc[i].pos_ in ("ADV", "PRON", "PART") for i in between):
            runs[-1].append(right)
        else:
            runs.append([right])
    return tuple(scene.span(run[0], run[-1]) for run in runs)


def _content(scene: Scene, part: Part, hit: Hit | None) -> tuple[Span, Mode]:
    """The characters of a content without its outer quotation marks, and its mode."""
    start, end = scene.span(part.first, part.last)
    outer = scene.quotes.at(start)
    if outer is not None and outer.start <= start and end <= outer.end and _fills(outer, start, end):
        return outer.inner, "direct"
    inside = scene.quotes.between(start, end)
    if inside and inside[0].start == start and inside[-1].end == end and _split(scene, inside, hit):
        return (inside[0].inner[0], inside[-1].inner[1]), "direct"
    spoken = [quote for quote in inside if not scene.is_name(quote)]
    if outer is not None and outer.start < start:
        return (start, end), "mixed" if end > outer.end else "direct"
    return (start, end), "mixed" if spoken else "indirect"


def _fills(quote: Quote, start: int, end: int) -> bool:
    return start - quote.start <= quote.inner[0] - quote.start and quote.inner[1] - end <= 1


def _split(scene: Scene, quotes: Sequence[Quote], hit: Hit | None) -> bool:
    """Whether the quotations are one that its cue splits."""
    if len(quotes) != 2 or hit is None:
        return False
    return quotes[0].end <= scene.parse.start[hit.first] and scene.parse.end[hit.last] <= quotes[1].start


def _about(scene: Scene, part: Part, own: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that the content names, first come first, the speaker's own left out."""
    codes: dict[str, None] = {}
    for i in range(part.first, part.last + 1):
        mention = scene.actors.at(i)
        if mention is not None:
            codes.update(dict.fromkeys(mention.codes))
        if len(codes) > ABOUT + len(own):
            break
    return tuple(code for code in codes if code not in own)[:ABOUT]


def _nested(scene: Scene, said: Sequence[Said], inner: Sequence[int | None], index: int) -> Said:
    """The statement with the one around it, whose speaker it comes through."""
    here = said[index]
    place = here.token if here.token is not None else here.first
    parent = inner[place] if place is not None else None
    if parent == index or parent is None:
        parent = _around(said, here, index)
    if parent is None:
        return here
    outer = said[parent]
    named = outer.speaker_of or (outer.mention is not None and outer.mention.persons)
    via = here.via or (outer.speaker if named and outer.speaker != here.speaker else None)
    return msgspec.structs.replace(here, parent=parent, via=via)


def _around(said: Sequence[Said], here: Said, index: int) -> int | None:
    return None
