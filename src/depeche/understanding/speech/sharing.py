"""Speakers taken over from a statement before: by a coordinated cue, a participle, a pronoun, a text."""

import msgspec

from depeche.syntax import trees
from depeche.understanding.speech.cuts import alike, conjoined, tense
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same, values
from depeche.understanding.speech.subject import has_subject
from depeche.understanding.speech.voice import Voice

# How many sentences back the speaker may stand whom an inverted pronoun takes up.
NEAR = 2
# How many words back the maker of a text is looked for.
MAKER = 60
# How many words may stand between a content and the participle that follows it.
ADJACENT = 5


def shared(scene: Scene, hit: Hit, before: list[Draft]) -> Voice | None:
    """The voice of a cue before it in the unit, for a cue without a subject of its own.

    A coordinated cue shares it with one of its tense; a participle with an incise ("…, a dit X, ajoutant …").
    """
    participle = has(scene.doc[hit.token], "VerbForm", "Part") and has(scene.doc[hit.token], "Tense", "Pres")
    coordinated = conjoined(scene, hit)
    if not (participle and not has_subject(scene, hit)) and not coordinated:
        return None
    for draft in reversed(before[-4:]):
        other = draft.hit
        if other is None or other.unit != hit.unit or other.cue.kind != "verb":
            continue
        part = draft.part
        incise = part is not None and (part.last < other.token or 0 < hit.first - part.last <= ADJACENT)
        if (coordinated and alike(tense(scene, other), tense(scene, hit))) or (participle and incise):
            return draft.voice
    return None


def same_speaker(scene: Scene, hit: Hit, before: list[Draft]) -> Voice | None:
    """The last speaker of the paragraph, where an inverted pronoun takes him up ("…, a-t-il ajouté")."""
    clitic = next((scene.doc[i] for i in hit.members if scene.doc[i].text.startswith("-")), None)
    if clitic is None or same(clitic, scene.words.nobody) or not before:
        return None
    last = before[-1]
    number = scene.number(last.place)
    near = scene.number(hit.token) - number <= NEAR and scene.units[number].paragraph == hit.unit.paragraph
    voice = last.voice
    if not near or voice.first is None or len(voice.persons) > 1 or not (voice.persons or voice.unnamed):
        return None
    head = scene.doc[voice.mention.head if voice.mention is not None else voice.first]
    genders = {
        value for token in (clitic, head) if token.pos_ != "PROPN" for value in values(token, "Gender")
    }
    if len(genders) > 1:
        return None
    return msgspec.structs.replace(voice, first=clitic.i, last=clitic.i)


def author(scene: Scene, hit: Hit, voice: Voice, before: list[Draft], part: Part | None) -> Voice:
    """Who made a text that speaks: the side that spoke last, else the last body that did something before."""
    start = part.first if part is not None and part.last < hit.first else hit.first
    for draft in reversed(before[-3:]):
        if draft.voice.codes:
            return Voice(codes=draft.voice.codes, first=voice.first, last=voice.last)
    for i in range(start - 1, max(-1, start - MAKER), -1):
        mention = scene.actors.at(i) if trees.base(scene.doc[i]) == "nsubj" else None
        if mention is not None and mention.codes and not mention.persons:
            return Voice(codes=mention.codes, first=voice.first, last=voice.last)
    return voice
