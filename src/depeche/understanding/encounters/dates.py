"""When an encounter takes place."""

from depeche.understanding.encounters.scene import Scene
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.times.expression import TimeExpression

NEAR = 8


def date_of(sighting: Sighting, scene: Scene) -> str | None:
    """The day or period that dates the word, or its verb; bounds and spans of years date no encounter."""
    for token in (sighting.token, sighting.carrier):
        found = scene.times.near(token) if token is not None else None
        if found is not None and _fits(found):
            return found.value
    return _beside(sighting, scene)


def _beside(sighting: Sighting, scene: Scene) -> str | None:
    """A time that the parse has hung elsewhere, but that stands in the same clause, close by."""
    token = sighting.token
    for time in scene.times.expressions:
        if time.first is None or time.last is None or not _fits(time):
            continue
        low, high = (token.i + 1, time.first) if time.first > token.i else (time.last + 1, token.i)
        if token.sent.start <= time.first < token.sent.end and 0 <= high - low <= NEAR:
            between = token.doc[low:high]
            if not any(t.pos_ in ("VERB", "SCONJ") or t.text in (";", ":") for t in between):
                return time.value
    return None


def _fits(time: TimeExpression) -> bool:
    if time.kind == "bound" or time.value is None:
        return False
    first, _, last = time.value.partition("/")
    return not last or (len(first) > 4 and last != "..")
