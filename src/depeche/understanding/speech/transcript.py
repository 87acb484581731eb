"""Texts given word for word without quotation marks: "M. Lavrov : …", questions and answers."""

import msgspec

from depeche.knowledge import world
from depeche.understanding.speech.declared import in_main
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.scene import Scene, Unit
from depeche.understanding.speech.verbatim import spoken
from depeche.understanding.speech.voice import Voice

# How long a label before a colon may be, and how many make a transcript.
LABEL = 14
TURNS = 2


class Turn(msgspec.Struct, frozen=True):
    """The units of one speaker's turn; the first begins at token `first`. A questioner has no voice."""

    first: int
    units: tuple[Unit, ...]
    voice: Voice | None


def transcribed(scene: Scene, turns: list[Turn], drafts: list[Draft]) -> list[Draft]:
    """The statements with those of a transcript added: one for each sentence, or for its first-person cue."""
    if not turns:
        return drafts
    begins = {scene.number(turn.units[0].first): turn.first for turn in turns}
    out = [draft for draft in drafts if draft.place >= begins.get(scene.number(draft.place), 0)]
    headed = {(scene.number(draft.place), draft.voice.codes) for draft in out if in_main(scene, draft)}
    for turn in turns:
        for unit in turn.units if turn.voice is not None else ():
            if turn.voice is not None and (scene.number(unit.first), turn.voice.codes) not in headed:
                out.extend(spoken(scene, unit, max(unit.first, turn.first), turn.voice))
    return out


def find_turns(scene: Scene) -> list[Turn]:
    """The turns of a transcript, in order; a turn lasts until the next label. Empty where a text is none."""
    starts = []
    labels: list[tuple[frozenset[str], Voice]] = []
    for number, unit in enumerate(scene.units):
        if number == 0 or scene.units[number - 1].paragraph != unit.paragraph:
            found = _labelled(scene, unit) or _again(scene, unit, labels)
            if found is not None:
                starts.append((number, *found))
                if found[1] is not None:
                    labels.append((_label(scene, unit), found[1]))
    turns = []
    for index, (number, first, voice, answers) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(scene.units)
        turns.append(
            Turn(
                first,
                scene.units[number:end],
                (voice or _subject(scene) or _side(scene)) if answers else voice,
            )
        )
    return turns if len(turns) >= TURNS and any(turn.voice for turn in turns) else []


def _labelled(scene: Scene, unit: Unit) -> tuple[int, Voice | None, bool] | None:
    """The token after the label that opens a turn, whose it is, and whether it is an answer."""
    for i in range(unit.first + 1, min(unit.first + LABEL, unit.last)):
        mark = ":" if scene.doc[i].text.endswith(":") else scene.signs[i]
        word = scene.form(unit.first).strip(".")
        if mark == ":" or (mark in "-–—" and i == unit.first + 1):
            if word in scene.words.questioners:
                return i + 1, None, False
            if word in scene.words.answers:
                return i + 1, None, True
            if mark == ":" and _outlet(scene, unit.first, i - 1):
                return i + 1, None, False
            voice = _named(scene, unit.first, i - 1) if mark == ":" else None
            return (i + 1, voice, False) if voice is not None else None
        if mark in ".!?" and len(scene.doc[i]) == 1:
            return None
    return None


def _outlet(scene: Scene, first: int, last: int) -> bool:
    """Whether a label is a medium's name: who asks in an interview ("Le Monde: …")."""
    mention = scene.actors.at(first)
    if mention is None or mention.persons or mention.first != first or mention.last < last:
        return False
    bodies = [world().organisation(code) for code in mention.codes]
    return any(body is not None and body.kind == "media" for body in bodies)


def _label(scene: Scene, unit: Unit) -> frozenset[str]:
    """The words of a short label before a colon; empty where the unit has none."""
    for i in range(unit.first + 1, min(unit.first + LABEL, unit.last)):
        if scene.doc[i].text.endswith(":"):
            words = range(unit.first, i)
            return frozenset(scene.form(k) for k in words if scene.doc[k].pos_ != "PUNCT")
    return frozenset()


def _again(
    scene: Scene, unit: Unit, labels: list[tuple[frozenset[str], Voice]]
) -> tuple[int, Voice | None, bool] | None:
    """A label that repeats part of one before it: "X, Official Spokesperson: …", later "Official Spokesperson: …"."""
    words = _label(scene, unit)
    for before, voice in labels if words else ():
        if words <= before:
            colon = next(i for i in range(unit.first, unit.last) if scene.doc[i].text.endswith(":"))
            return colon + 1, voice, False
    return None


def _named(scene: Scene, first: int, last: int) -> Voice | None:
    """The person who is named before the colon, with nothing but his titles."""
    if any(scene.doc[i].pos_ in ("VERB", "AUX", "SCONJ") or scene.is_mark(i) for i in range(first, last + 1)):
        return None
    for i in range(first, last + 1):
        mention = scene.actors.at(i)
        if mention is not None and mention.persons:
            return Voice(persons=mention.persons, codes=mention.codes, first=i, last=i, mention=mention)
    return None


def _subject(scene: Scene) -> Voice | None:
    """The first person that the text names: who answers in an interview."""
    first = next((unit.first for unit in scene.units if _labelled(scene, unit) is not None), 0)
    for i in range(first):
        mention = scene.actors.at(i)
        if mention is not None and len(mention.persons) == 1:
            return Voice(persons=mention.persons, codes=mention.codes)
    return None


def _side(scene: Scene) -> Voice | None:
    """The side that is most often the subject: for whom an unnamed spokesman answers."""
    counts: dict[str, int] = {}
    for i in range(len(scene.doc)):
        mention = scene.actors.at(i) if scene.doc[i].relation == "nsubj" else None
        if mention is not None and len(mention.codes) == 1 and not mention.persons:
            counts[mention.codes[0]] = counts.get(mention.codes[0], 0) + 1
    best = max(counts, key=lambda code: counts[code], default=None)
    return None if best is None else Voice(codes=(best,))
