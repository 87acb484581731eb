"""A sentence given word for word: its first-person cues ("we reject …"), else the whole."""

from collections.abc import Iterator

from depeche.syntax import trees
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.match import Hit, hits
from depeche.understanding.speech.scene import Scene, Unit, same
from depeche.understanding.speech.shapes import content
from depeche.understanding.speech.voice import Voice, silent


def spoken(scene: Scene, unit: Unit, first: int, voice: Voice) -> list[Draft]:
    """The statements of a speaker in a sentence, of which he says what begins at token `first`."""
    own = [Draft(voice=silent(voice), part=part, hit=hit, verbatim=True) for hit, part in _cues(scene, unit)]
    if own or first > unit.last:
        return own
    return [Draft(voice=silent(voice), part=Part(first, trim(scene, first, unit.last)), verbatim=True)]


def first_person(scene: Scene, i: int) -> bool:
    """Whether the subject of the verb at token `i` is the speaker."""
    subject = trees.subject(scene.doc[i])
    return subject is not None and same(subject, scene.words.first_persons)


def _cues(scene: Scene, unit: Unit) -> Iterator[tuple[Hit, Part]]:
    """The verbs of which the speaker is the subject and that have content ("nous rejetons …")."""
    for i in range(unit.first, unit.last + 1):
        if scene.quote(i) is not None or scene.doc[i].pos_ != "VERB":
            continue
        if not first_person(scene, i):
            continue
        for hit in hits(scene, i):
            part = content(scene, hit)
            if part is not None and not _polite(scene, hit, part):
                yield hit, part
                break


def _polite(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether it only leads to another cue ("I want to thank …")."""
    infinitive = any(shape.split(":")[0] == "inf" for shape in hit.cue.says)
    leads = infinitive and same(scene.doc[hit.token], scene.words.carriers)
    return leads and any(inner.cue.kind == "verb" for inner in hits(scene, part.first))
