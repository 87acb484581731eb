"""Whom an encounter joins when its own words name too few: the sides that the text has at hand."""

from collections import Counter

from depeche.knowledge import world
from depeche.record import Encounter
from depeche.syntax.trees import children
from depeche.syntax.words import Word
from depeche.understanding.encounters.place import Place
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting

# How many sentences back the last encounter still lends its sides.
BACK = 2


def is_state(code: str) -> bool:
    """Whether a code is a state's, not an organisation's."""
    return code in world().states


def is_medium(code: str) -> bool:
    """Whether a code is that of a newspaper, an agency or a station."""
    found = world().organisation(code)
    return found is not None and found.kind == "media"


def completed(
    sighting: Sighting, side: Side, place: Place | None, how: str, rows: list[Encounter], scene: Scene
) -> Side:
    """The sides of an encounter, with those told elsewhere: by the place, the speaker, the last encounter."""
    if _mutual(sighting.token, scene):
        number = 3 if _mutual(sighting.token, scene, "triple") else 2
        if len(side.codes) > 1 and sighting.marked(scene.words["with"]):
            return side
        pair = Side((), main_pair(scene, number))
        return side | pair if set(side.codes) & set(pair.codes) or not side.codes else pair
    if len(side.codes) > 1 or sighting.kind == "visit":
        return side
    if sighting.kind == "signing" and side.codes:
        return side | (_of_place(place, side) or _voice(sighting, scene) or NOBODY)
    last = rows[-1] if rows else None
    if last is None or sighting.shape == "sit":
        return side
    if sighting.shape != "noun" and not (side.persons and set(side.codes) <= set(last.states)):
        return side
    theirs = Side((), last.states) if set(side.codes) <= set(last.states) else NOBODY
    if not side and sighting.shape == "noun":
        return theirs if how == "planned" and _near(sighting, last, scene) else side
    return side | theirs if len(side.persons) > 1 and side.codes else side


def _near(sighting: Sighting, last: Encounter, scene: Scene) -> bool:
    """Whether the last encounter is told just before, without another side between."""
    start = sighting.token.sent.start
    before = start
    for _ in range(BACK):
        before = scene.parse.doc[before - 1].sent.start if before else 0
    told = scene.parse.tokens(last.evidence[-1])
    of = [c for c in children(sighting.token, "nmod") if scene.side(c)]
    return bool(told) and told[0].i >= before and not of


def main_pair(scene: Scene, number: int = 2) -> tuple[str, ...]:
    """The two (or so many) states that the text names most, in the order of their first mention."""
    counts = Counter(c for m in scene.actors.mentions for c in m.codes if is_state(c) and m.how != "place")
    best = [code for code, _ in counts.most_common(number)]
    return tuple(sorted(best, key=list(counts).index)) if len(best) == number else ()


def _mutual(token: Word, scene: Scene, group: str = "mutual") -> bool:
    """Whether the words say that it is the text's two sides that meet."""
    near = [token, *children(token, "nmod", "amod"), *children(token, "nsubj")]
    if token.pos_ in ("VERB", "AUX"):
        head = token.head
        near += children(head, "nsubj") if head.pos_ in ("VERB", "AUX") else []
    return any(c.low_lemma in scene.words[group] for n in near for c in children(n, "amod", "nmod"))


def _of_place(place: Place | None, side: Side) -> Side:
    codes = tuple(c for c in place.codes if c not in side.codes and is_state(c)) if place else ()
    return Side((), codes)


def _voice(sighting: Sighting, scene: Scene) -> Side:
    """The side of whoever tells it."""
    said = scene.speech.voice(sighting.token.i)
    codes = tuple(said.speaker_of.split("; ")) if said is not None and said.speaker_of else ()
    return Side((), codes)
