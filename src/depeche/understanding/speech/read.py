"""Reading of speech: who says what, from cues, quotations and the voice that a paragraph goes on in."""

from depeche.languages.pack import Pack
from depeche.syntax import trees
from depeche.syntax.parse import Parse
from depeche.understanding.speech.announced import announced, quoted_before
from depeche.understanding.speech.cuts import find_cuts
from depeche.understanding.speech.declared import declared
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part
from depeche.understanding.speech.hosting import host
from depeche.understanding.speech.hosts import attributed
from depeche.understanding.speech.implicit import continued
from depeche.understanding.speech.incise import is_incise
from depeche.understanding.speech.match import Hit, hits, uttered
from depeche.understanding.speech.nouns import noun_statement, reacts
from depeche.understanding.speech.pointing import passive_content, pointed_to, taken_up
from depeche.understanding.speech.said import Speech
from depeche.understanding.speech.scene import Actors, Scene, has
from depeche.understanding.speech.shapes import carries_cue, content
from depeche.understanding.speech.sharing import author, same_speaker, shared, understood
from depeche.understanding.speech.subject import passive, speaker
from depeche.understanding.speech.transcript import find_turns, transcribed
from depeche.understanding.speech.voice import Voice
from depeche.understanding.speech.write import written


def read_speech(parse: Parse, pack: Pack, actors: Actors) -> Speech:
    """The statements of a parsed dispatch, in the order of their cues; linear in the length of the text."""
    scene = Scene(parse, pack, actors)
    scene.cuts = find_cuts(scene)
    drafts: list[Draft] = []
    taken: set[int] = set()
    for i in scene.cued:
        if i not in taken:
            draft = _draft(scene, i, drafts)
            if draft is not None and draft.hit is not None:
                drafts.append(draft)
                taken.update(draft.hit.nodes)
    turns = find_turns(scene)
    spoken = transcribed(scene, turns, drafts)
    stated = spoken if turns else declared(scene, spoken)
    everything = sorted([*stated, *continued(scene, stated)], key=lambda draft: draft.place)
    return Speech(written(scene, everything), len(parse))


def _draft(scene: Scene, i: int, before: list[Draft]) -> Draft | None:
    """The statement of a cue at token `i`; of several cues the first that has content and speaker."""
    if _asked_for(scene, i, before):
        return None
    for hit in hits(scene, i):
        found = _read(scene, hit, before) if uttered(scene, hit) else None
        if found is not None:
            part, voice = found
            return Draft(voice=voice, part=part, hit=hit)
    return None


def _asked_for(scene: Scene, i: int, before: list[Draft]) -> bool:
    """Whether the token is an infinitive within what was said just before ("a appelé à agir pour garantir que")."""
    token = scene.doc[i]
    if not before or not has(token, "VerbForm", "Inf") or trees.children(token, "aux"):
        return False
    part = before[-1].part
    return part is not None and part.first <= i <= part.last


def _read(scene: Scene, hit: Hit, before: list[Draft]) -> tuple[Part | None, Voice] | None:
    if hit.cue.kind == "adposition":
        return attributed(scene, hit)
    if hit.cue.kind == "noun":
        return None if reacts(scene, hit) else noun_statement(scene, hit)
    return _verb(scene, hit, before)


def _verb(scene: Scene, hit: Hit, before: list[Draft]) -> tuple[Part | None, Voice] | None:
    inverted = is_incise(scene, hit) and ("quote" in hit.cue.says or "clause" in hit.cue.says)
    part = host(scene, hit) if inverted else _plain(scene, hit, before)
    if part is None and "none" not in hit.cue.says:
        return None
    if part is not None and (hit.cue.mental and not inverted and not _told_aloud(scene, hit, part)):
        return None
    voice = shared(scene, hit, before) or same_speaker(scene, hit, before)
    voice = voice or speaker(scene, hit, inverted=inverted and hit.lead is None)
    voice = voice or understood(scene, hit, before)
    if voice is None or (scene.quote(hit.token) is not None and not _reported(hit, voice)):
        return None
    if voice.document:
        voice = author(scene, hit, voice, before, part)
    return part, voice


def _told_aloud(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether a verb of thinking tells of speech: in a compound past, or with quoted words."""
    past = has(scene.doc[hit.token], "Tense", "Past") and hit.first != hit.token
    quotes = scene.quotes.between(*scene.span(part.first, part.last))
    return past or any(not scene.is_name(quote) and " " in scene.parse.words(quote.inner) for quote in quotes)


def _reported(hit: Hit, voice: Voice) -> bool:
    """Whether a cue inside a quotation tells of a third person's words."""
    return (
        bool(voice.persons) and voice.mention is not None and "clause" in hit.cue.says and not hit.cue.mental
    )


def _plain(scene: Scene, hit: Hit, before: list[Draft]) -> Part | None:
    """The content of a cue in ordinary order."""
    part = taken_up(scene, hit, before)
    if part is not None:
        return part
    if passive(scene, hit):
        return passive_content(scene, hit)
    part = content(scene, hit)
    if part is not None and "inf" in hit.cue.says and carries_cue(scene, hit, part):
        return None
    if part is None or part.first == part.last:
        part = pointed_to(scene, hit, before) or part
    if part is None and "quote" in hit.cue.says:
        part = announced(scene, hit)
    if part is None:
        quote = quoted_before(scene, hit)
        if quote is not None and not trees.children(scene.doc[hit.token], "obj"):
            part = _tokens(scene, quote.start, quote.end)
    return part


def _tokens(scene: Scene, start: int, end: int) -> Part | None:
    found = scene.parse.tokens((start, end))
    return Part(found[0].i, found[-1].i) if found else None
