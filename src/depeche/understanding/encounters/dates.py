"""When an encounter takes place."""

from depeche.record import Encounter
from depeche.syntax.trees import children, clause_head
from depeche.syntax.words import Word
from depeche.understanding.acts.factuality import clause
from depeche.understanding.encounters.scene import Scene
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.times.expression import TimeExpression

NEAR = 8


def date_of(sighting: Sighting, scene: Scene) -> str | None:
    """The day or period that dates the word, or its verb; bounds and spans of years date no encounter."""
    inner = children(sighting.token, "acl") if sighting.token.pos_ == "NOUN" else []
    inner += [x for c in inner for x in children(c, "xcomp")]
    for token in (*inner, sighting.token, sighting.carrier):
        found = scene.times.near(token) if token is not None else None
        if found is None or not _fits(found):
            continue
        if token in inner and not _under(found, token):
            continue
        if _after_all(sighting, found, scene):
            continue
        if _later(sighting, scene) and not _under(found, sighting.carrier or sighting.token):
            continue
        if _calls_off(sighting, scene) and not _under(found, sighting.token):
            continue
        return found.value
    return None if _calls_off(sighting, scene) or _later(sighting, scene) else _beside(sighting, scene)


def _under(time: TimeExpression, token: Word) -> bool:
    return time.first is not None and token.is_ancestor(token.doc[time.first])


def _later(sighting: Sighting, scene: Scene) -> bool:
    """Whether it comes after what its sentence dates ("reçu jeudi avant de s'envoler pour X")."""
    verb = sighting.carrier
    return verb is not None and any(
        m.low_lemma in scene.words["before"] for m in children(verb, "mark", "case")
    )


def _after_all(sighting: Sighting, time: TimeExpression, scene: Scene) -> bool:
    """Whether a day to come dates what follows an encounter that is over."""
    token = sighting.token
    if sighting.carrier is not None or _under(time, token) or not scene.published or not time.value:
        return False
    verb = clause_head(token)
    return time.value > scene.published and verb.i != token.i and clause(verb, scene.grammar) == "occurred"


def _calls_off(sighting: Sighting, scene: Scene) -> bool:
    """Whether the verb above calls it off: its day is not the encounter's."""
    head = sighting.token.head
    return sighting.token.pos_ == "NOUN" and any(
        scene.words.within(verb, "cancel") for verb in (head, sighting.carrier) if verb is not None
    )


def _beside(sighting: Sighting, scene: Scene) -> str | None:
    """A time that the parse has hung elsewhere, but that stands in the same clause, close by."""
    token = sighting.token
    start, end = token.sent.start, token.sent.end
    for time in scene.times.expressions:
        if time.first is None or time.last is None or not start <= time.first < end or not _fits(time):
            continue
        low, high = (token.i + 1, time.first) if time.first > token.i else (time.last + 1, token.i)
        if 0 <= high - low <= NEAR:
            between = token.doc[low:high]
            if not any(t.pos_ in ("VERB", "SCONJ") or t.text in (";", ":") for t in between):
                return time.value
    return None


def _fits(time: TimeExpression) -> bool:
    if time.kind == "bound" or time.value is None:
        return False
    first, _, last = time.value.partition("/")
    return not last or (len(first) > 4 and last != "..")


def day_of(sighting: Sighting, row: Encounter, rows: list[Encounter], scene: Scene) -> str | None:
    """The day of the news for an encounter that is told as news without a day of its own.

    That is so in the first paragraph, and after it for the sides of the first encounter; not in a statement.
    """
    if scene.speech.voice(sighting.token.i) is not None or sighting.carrier is None:
        return None
    lead = next((i for i in range(len(scene.parse)) if not scene.parse.in_title(i)), 0)
    first = scene.parse.paragraph[lead] == scene.parse.paragraph[sighting.token.i]
    if not first and not (rows and set(row.states) <= set(rows[0].states) and rows[0].status == "held"):
        return None
    inside = [
        t
        for t in scene.times.expressions
        if t.first is not None and scene.parse.paragraph[t.first] == scene.parse.paragraph[lead]
    ]
    days = [
        t.value for t in inside if t.granularity == "day" and t.value and _recent(t.value, scene.published)
    ]
    return days[0] if days else (None if inside else scene.published)


def _recent(value: str, published: str | None) -> bool:
    return (
        len(value) == 10
        and value[0] != "X"
        and (published is None or (value <= published and value[:7] >= "0"))
    )
