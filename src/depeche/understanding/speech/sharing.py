"""Speakers taken over from a statement before: by a coordinated cue, a participle, a pronoun, a text."""

import msgspec

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.cuts import alike, conjoined, tense
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same, values
from depeche.understanding.speech.subject import has_subject, passive
from depeche.understanding.speech.voice import Voice, voice_of

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
    """The last speaker of the paragraph, where a pronoun in an incise takes him up ("…, a-t-il ajouté", "…, he said")."""
    clitic = next((scene.doc[i] for i in hit.members if scene.doc[i].text.startswith("-")), None)
    led = _led(scene, hit) or _resumed(scene, hit, before) if clitic is None else None
    clitic = clitic or led
    if clitic is None or same(clitic, scene.words.nobody) or not before:
        return None
    last = before[-1] if led is None else _outermost(before)
    number = scene.number(last.place)
    near = scene.number(hit.token) - number <= NEAR and scene.units[number].paragraph == hit.unit.paragraph
    voice = last.voice
    acted = _acted(scene, scene.units[min(number + 1, len(scene.units) - 1)].first, hit.unit.first)
    if acted is not None and len(acted.persons) == 1 and acted.persons != voice.persons:
        return None  # somebody else has acted since
    if not near or voice.first is None or len(voice.persons) > 1 or not (voice.persons or voice.unnamed):
        return None
    if (
        led is not None
        and voice.persons
        and scene.actors.gender(voice.persons[0]) not in ("", *_letters(clitic))
    ):
        return None
    head = scene.doc[voice.mention.head if voice.mention is not None else voice.first]
    genders = {
        value for token in (clitic, head) if token.pos_ != "PROPN" for value in values(token, "Gender")
    }
    if len(genders) > 1:
        return None
    return msgspec.structs.replace(voice, first=clitic.i, last=clitic.i)


def _outermost(before: list[Draft]) -> Draft:
    """The last statement that no other before it tells."""
    last = before[-1]
    for draft in reversed(before[-4:-1]):
        if draft.part is not None and draft.part.first <= last.place <= draft.part.last:
            last = draft
    return last


def _led(scene: Scene, hit: Hit) -> Word | None:
    """The pronoun of a person that leads an incise ("…, he said")."""
    if hit.lead is None:
        return None
    subject = next((c for c in trees.children(scene.doc[hit.token], "nsubj") if c.i == hit.lead), None)
    personal = subject is not None and has(subject, "PronType", "Prs") and has(subject, "Number", "Sing")
    return subject if personal and subject is not None and _letters(subject) else None


def _resumed(scene: Scene, hit: Hit, before: list[Draft]) -> Word | None:
    """The pronoun that opens a sentence right after one that ends with its speaker (""…," he said. He also asked …")."""
    first = scene.doc[hit.unit.first]
    last = before[-1].hit if before else None
    after = (
        last is not None and last.lead is not None and scene.number(hit.token) - scene.number(last.token) == 1
    )
    subject = first.relation == "nsubj" and first.head.i in hit.members and has(first, "PronType", "Prs")
    return first if after and subject and has(first, "Number", "Sing") and _letters(first) else None


def _letters(pronoun: Word) -> tuple[str, ...]:
    """The genders of a pronoun as the actors have them."""
    return tuple(value[0].lower() for value in values(pronoun, "Gender") if value in ("Masc", "Fem"))


def understood(scene: Scene, hit: Hit, before: list[Draft]) -> Voice | None:
    """Who spoke or acted last, for a verb of the third person whose subject the language leaves out."""
    verb = trees.finite(scene.doc[hit.token])
    if not scene.clauses.dropped or not has(verb, "Person", "3"):
        return None
    place = before[-1].place if before else 0
    apart = hit.unit.paragraph - scene.units[scene.number(place)].paragraph
    if has_subject(scene, hit) or passive(scene, hit) or apart > 1:
        return None
    voice = _acted(scene, place, hit.unit.first) or (before[-1].voice if before else None)
    if voice is None or voice.document or not voice.codes:
        return None
    if (len(voice.persons or voice.codes) > 1) != has(verb, "Number", "Plur"):
        return None
    return msgspec.structs.replace(voice, first=None, last=None, mention=None)


def _acted(scene: Scene, after: int, until: int) -> Voice | None:
    """The subject of the last sentence between two words, if it can speak."""
    for i in range(until - 1, after - 1, -1):
        token = scene.doc[i]
        if token.relation == "nsubj" and token.head.head == token.head and scene.quote(i) is None:
            return voice_of(scene, token)
    return None


def author(scene: Scene, hit: Hit, voice: Voice, before: list[Draft], part: Part | None) -> Voice:
    """Who made a text that speaks: the side that spoke last, else the last body that did something before."""
    start = part.first if part is not None and part.last < hit.first else hit.first
    for draft in reversed(before[-3:]):
        if draft.voice.codes:
            return Voice(codes=draft.voice.codes, first=voice.first, last=voice.last)
    for i in range(start - 1, max(-1, start - MAKER), -1):
        mention = scene.actors.at(i) if scene.doc[i].relation == "nsubj" else None
        if mention is not None and mention.codes and not mention.persons:
            return Voice(codes=mention.codes, first=voice.first, last=voice.last)
    return voice
