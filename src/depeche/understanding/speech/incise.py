"""Whether a cue stands inside or after what it reports: "…, a-t-il dit", "« … », constate Bruxelles"."""

from depeche.syntax import trees
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same

# So many tokens a circumstance between the cue and its subject may have.
CIRCUMSTANCE = 14


def is_incise(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands in or after its content, its subject behind it."""
    if hit.lead is not None:
        return True
    doc, before = scene.doc, hit.first - 1
    if before < hit.unit.first or not (
        scene.is_pause(before) or _closes(scene, before) or _ends(scene, before)
    ):
        return _as_said(scene, hit)
    if _reported_clause(scene, hit):
        return False
    if any(doc[i].text.startswith("-") and doc[i].pos_ == "PRON" for i in hit.members):
        return True
    if _person_follows(scene, hit):
        return True
    subjects = [child for i in hit.nodes for child in trees.children(doc[i], "nsubj")]
    if any(child.i > hit.last for child in subjects):
        return True
    if has(doc[hit.token], "VerbForm", "Part") and hit.first == hit.token:
        return False
    return not subjects and closes_quote(scene, before)


def _person_follows(scene: Scene, hit: Hit) -> bool:
    """Whether a person comes next as a bare nominal after a verb that takes no person as its object."""
    if hit.cue.whom or has(scene.doc[hit.first], "VerbForm", "Part"):
        return False
    for i in range(after_circumstance(scene, hit), hit.unit.last + 1):
        token = scene.doc[i]
        if scene.is_pause(i) or token.pos_ in ("VERB", "SCONJ", "AUX"):
            return False
        if token.pos_ in ("NOUN", "PROPN") and not trees.children(token, "case"):
            mention = scene.actors.at(i)
            if mention is None and token.relation == "obl":
                continue
            if mention is None and same(token, scene.words.documents):
                return _alone(
                    scene, hit, int(token.right_edge.i) if token.right_edge.i <= hit.unit.last else i
                )
            if mention is None or mention.first <= hit.last:
                return False
            return bool(mention.persons or mention.unnamed) or _alone(scene, hit, mention.last)
    return False


def after_circumstance(scene: Scene, hit: Hit) -> int:
    """The first token after the cue and a circumstance between commas ("a affirmé, lundi à Rabat, …")."""
    first = hit.last + 1
    if first >= hit.unit.last or not scene.is_pause(first):
        return first
    for i in range(first + 1, min(first + CIRCUMSTANCE, hit.unit.last)):
        if scene.is_pause(i):
            return i + 1
        if scene.doc[i].pos_ in ("VERB", "AUX", "SCONJ") or scene.is_mark(i):
            break
    return first


def _alone(scene: Scene, hit: Hit, last: int) -> bool:
    """Whether only a pause or the unit's end follows, so that a finite verb's nominal is its subject."""
    finite = any(has(scene.doc[i], "VerbForm", "Fin") for i in hit.members)
    return finite and (last >= hit.unit.last - 1 or scene.is_pause(last + 1))


def _as_said(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands after "comme" ("comme l'a souligné …")."""
    before = hit.first - 1
    return (
        before >= hit.unit.first
        and same(scene.doc[before], scene.words.manner)
        and not _reported_clause(scene, hit)
    )


def _reported_clause(scene: Scene, hit: Hit) -> bool:
    for child in scene.doc[hit.nodes[-1]].children:
        if (
            child.i > hit.last
            and child.relation not in ("conj", "punct", "nsubj", "obl")
            and any(
                same(mark, scene.words.complementizers)
                and mark.i > hit.last
                and not _resumed(scene, hit, mark.i)
                for mark in trees.children(child, "mark")
            )
        ):
            return True
    return False


def _resumed(scene: Scene, hit: Hit, mark: int) -> bool:
    """Whether the sentence of the incise goes on before a conjunction after a comma: that is another's."""
    return scene.is_pause(mark - 1) and any(
        has(scene.doc[i], "VerbForm", "Fin") for i in range(hit.last + 1, mark - 1)
    )


def _closes(scene: Scene, i: int) -> bool:
    return scene.is_mark(i)


def _ends(scene: Scene, i: int) -> bool:
    return scene.text[scene.parse.start[i]] in "?!…"


def closes_quote(scene: Scene, i: int) -> bool:
    """Whether token `i` is a quotation mark or stands right after one."""
    return scene.is_mark(i) or (i > 0 and scene.is_mark(i - 1))
