"""Forums as encounters of their own: somebody goes to one, or one is held."""

from collections.abc import Iterator

import msgspec

from depeche.syntax.arguments import arguments
from depeche.syntax.trees import ancestors, children, finite, marker
from depeche.syntax.words import Word
from depeche.understanding.encounters.forums import Forum, ahead, due, occasion
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.words import reflexive

STEPS = 6


class Summit(msgspec.Struct, frozen=True, kw_only=True):
    """A forum that is held or gone to: the word that tells it, and who is there."""

    forum: Forum
    sighting: Sighting
    side: Side


def summits(found: tuple[Forum, ...], scene: Scene) -> Iterator[Summit]:
    """The forums that are encounters of their own; one that is only an occasion or a signatory is none."""
    for forum in found:
        told = _told(forum, scene)
        if told is not None:
            yield told


def _told(forum: Forum, scene: Scene) -> Summit | None:
    verb, path = _verb(forum, scene)
    words = scene.words
    coming = next((c for c in children(forum.head, "acl") if _to_come(c, scene)), None)
    if coming is not None and verb is not None and verb.relation == "xcomp":
        return _summit(forum, coming, NOBODY, scene)  # whoever is invited to it need not go
    if verb is not None and verb.low_lemma in words["plan"] and path == "nsubj":
        verb = next((v for v in children(verb, "xcomp") if v.low_lemma in words["hold"]), verb)
    if verb is not None:
        verb, path = _gone(verb, path, scene)
        attends = verb.low_lemma in words["attend"] or words.shape(_bare(verb), "travel", "await")
        ends = verb.low_lemma in words["ends"] and any(
            c.low_lemma in words["end"] for c in children(verb, "obj")
        )
        holds = path in ("nsubj", "obj") and (verb.low_lemma in words["hold"] or ends or _held(forum, scene))
        goes = words.shape(reflexive(verb.low_lemma), "travel") and path in ("obl", "nmod")
        if (attends and path in ("obl", "obj", "nmod", "iobj", "advcl")) or goes:
            who = _who(verb, scene)
            if who:
                return _summit(forum, verb, who, scene)
        off = words.within(verb, "cancel") and path in ("nsubj", "obj")
        if (holds or off) and not occasion(forum, scene):
            return _summit(forum, verb, _who(verb, scene) if path == "obj" else NOBODY, scene)
    if coming is not None:
        return _summit(forum, coming, NOBODY, scene)
    if occasion(forum, scene):
        return None
    if forum.head.pos_ == "NOUN" and _dated(forum, scene):
        return _summit(forum, None, NOBODY, scene)
    return None


def _held(forum: Forum, scene: Scene) -> bool:
    """Whether a clause on the forum says that it was held ("le sommet qui a débuté jeudi a appelé à …")."""
    return any(clause.low_lemma in scene.words["hold"] for clause in children(forum.head, "acl"))


def _to_come(clause: Word, scene: Scene) -> bool:
    """Whether a clause on the forum says that it is to be held ("the summit, to be held in June")."""
    bare = "Inf" in finite(clause).morph.get("VerbForm") and bool(children(clause, "mark", "case"))
    told = clause.dep_ == "acl:relcl" and (ahead(clause) or due(clause, scene))
    return clause.low_lemma in scene.words["hold"] and (bare or told)


def _gone(verb: Word, path: str, scene: Scene) -> tuple[Word, str]:
    """The verb of travel that an attendance is the purpose of."""
    if (
        verb.low_lemma in scene.words["attend"]
        and verb.relation in ("advcl", "xcomp")
        and "Inf" in verb.morph.get("VerbForm")
    ):
        head = verb.head
        if scene.words.shape(head.low_lemma, "travel") or scene.words.shape(
            reflexive(head.low_lemma), "travel"
        ):
            return head, "obl"
    return verb, path


def _bare(verb: Word) -> str:
    return verb.low_lemma


def _verb(forum: Forum, scene: Scene) -> tuple[Word | None, str]:
    """The verb above a forum, or the adjective of those due there, and the relation of the forum's phrase to it."""
    node = forum.head
    for step, head in enumerate(ancestors(node)):
        if step >= STEPS:
            break
        if head.pos_ in ("VERB", "AUX") or (
            head.pos_ == "ADJ" and scene.words.shape(head.low_lemma, "await")
        ):
            return head, node.relation
        node = head
    return None, ""


def _dated(forum: Forum, scene: Scene) -> bool:
    """Whether the forum's own phrase tells its day."""
    time = scene.times.near(forum.head)
    after = [t for t in scene.times.expressions if t.first is not None and 0 < t.first - forum.last <= 3]
    time = after[0] if after else time
    if time is None or time.first is None or scene.published is None or time.kind == "bound":
        return False
    inside = 0 <= time.first - forum.last <= 4
    return inside and bool(time.value and time.value > scene.published)


def _who(verb: Word, scene: Scene) -> Side:
    subjects = [a.token for a in arguments(verb, scene.grammar) if a.role in ("subj", "control")]
    out = NOBODY
    for token in subjects[:1]:
        out |= scene.side(token)
    if verb.low_lemma in scene.words["attend"]:
        for token in children(verb, "obl"):
            out |= (
                scene.side(token) if marker(token) in scene.words["with"] and scene.human(token) else NOBODY
            )
    return out


def _summit(forum: Forum, verb: Word | None, who: Side, scene: Scene) -> Summit:
    args = tuple(arguments(verb, scene.grammar)) if verb is not None else ()
    token = forum.head if verb is None else verb
    sighting = Sighting(token=token, kind="summit", shape="forum", carrier=verb, arguments=args)
    return Summit(forum=forum, sighting=sighting, side=who)
