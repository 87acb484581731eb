"""The shapes in which a cue's content comes, by their names in the cue tables."""

from collections.abc import Callable

from depeche.syntax import trees
from depeche.understanding.speech.clauses import clause
from depeche.understanding.speech.ends import Part
from depeche.understanding.speech.match import Hit, hits
from depeche.understanding.speech.objects import direct_object, judged, predicate
from depeche.understanding.speech.phrases import dependents, gerund, infinitive, oblique
from depeche.understanding.speech.scene import Scene, same


def content(scene: Scene, hit: Hit) -> Part | None:
    """The content of a cue by the first of its shapes that the words fit; quotations are found elsewhere."""
    if hit.cue.needs and not _needed(scene, hit):
        return None
    for shape in hit.cue.says:
        name, _, marker = shape.partition(":")
        read = SHAPES.get(name)
        found = read(scene, hit, marker) if read is not None else None
        if found is not None and not _void(scene, hit, found):
            return found
    return None


def _needed(scene: Scene, hit: Hit) -> bool:
    """Whether a clitic or adposition that the cue needs stands on it ("y voyant …", "a vu dans …")."""
    marks = [mark for child in dependents(scene, hit) for mark in trees.children(child, "case")]
    return any(same(word, hit.cue.needs) for word in [*marks, *(scene.doc[i] for i in hit.members)])


def _void(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether a word near the content gives the cue another sense ("condamné à cinq ans de prison")."""
    if not hit.cue.void:
        return False
    last = min(part.last + 6, hit.unit.last)
    return any(
        same(scene.doc[i], hit.cue.void) for i in range(hit.last + 1, last + 1) if not scene.is_mark(i)
    )


SHAPES: dict[str, Callable[[Scene, Hit, str], Part | None]] = {
    "clause": clause,
    "inf": infinitive,
    "ger": gerund,
    "object": direct_object,
    "np": oblique,
    "adj": predicate,
    "object+adj": judged,
    "object+np": lambda scene, hit, word: judged(scene, hit, f"np:{word}"),
    "object+inf": lambda scene, hit, word: judged(scene, hit, f"inf:{word}"),
    "object+ger": lambda scene, hit, word: judged(scene, hit, f"ger:{word}"),
}


def carries_cue(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether the infinitive is a cue itself, told by this one ("a souhaité rappeler que")."""
    if not same(scene.doc[hit.token], scene.words.carriers):
        return False
    return any(
        content(scene, inner) is not None for inner in hits(scene, part.first) if inner.cue.kind == "verb"
    )
