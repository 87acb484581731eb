"""Infinitives and nominals after a marker: "a promis de …", "plaide pour …"."""

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.ends import Part, repeated, stretch
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, values


def dependents(scene: Scene, hit: Hit) -> list[Word]:
    """What hangs on the cue's words, in the order of the text."""
    found = {
        child.i: child for i in hit.nodes for child in scene.doc[i].children if child.i not in hit.members
    }
    return [found[i] for i in sorted(found)]


def infinitive(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """An infinitive after a marker, a bare one where the marker is empty."""
    for child in dependents(scene, hit):
        verb = child
        if child.i > hit.last and is_infinitive(verb) and _marked(scene, verb, marker):
            return after_marker(scene, hit, verb, marker)
    return _infinitive_by_words(scene, hit, marker) if marker else None


def gerund(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """A gerund after a marker, a bare one where the marker is empty ("denied backing …")."""
    for child in _with_objects(scene, hit):
        if child.i > hit.last and trees.gerund(child) and _marked(scene, child, marker):
            return after_marker(scene, hit, child, marker)
    return None


def _with_objects(scene: Scene, hit: Hit) -> list[Word]:
    """What hangs on the cue's words, and on their objects as clauses."""
    found = dependents(scene, hit)
    return [*found, *(low for child in found for low in trees.children(child, "acl", "advcl"))]


def _infinitive_by_words(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """An infinitive after its marker that the parser hung elsewhere."""
    doc = scene.doc
    for i in _ahead(scene, hit):
        if doc[i].low_lemma == marker and doc[i].pos_ in ("ADP", "SCONJ", "PART"):
            verb = next(
                (j for j in range(i + 1, min(i + 6, hit.unit.last + 1)) if doc[j].pos_ in ("VERB", "AUX")),
                None,
            )
            near = verb is not None and all(
                doc[j].pos_ in ("ADV", "PRON", "PUNCT") for j in range(i + 1, verb)
            )
            if verb is not None and near and has(doc[verb], "VerbForm", "Inf"):
                head = doc[verb].head if doc[verb].pos_ == "AUX" and doc[verb].head.i > verb else doc[verb]
                last = min(int(head.right_edge.i), hit.unit.last)
                return Part(i + 1, stretch(scene, hit, i + 1, max(last, verb)))
    return None


def _ahead(scene: Scene, hit: Hit) -> list[int]:
    """The tokens after the cue among which a marker may stand: up to the next verb that is no participle."""
    out = []
    for i in range(hit.last + 1, min(hit.last + 16, hit.unit.last) + 1):
        token = scene.doc[i]
        form = values(token, "VerbForm")
        if "Fin" in form or has(token, "PronType", "Rel") or scene.text[scene.parse.start[i]] in ":;":
            break
        if scene.is_pause(i) and hit.cue.kind == "verb" and i > hit.last + 1:
            break
        out.append(i)
        if "Inf" in form:
            break
    return out


def is_infinitive(token: Word) -> bool:
    """Whether the predicate is an infinitive, by itself or by its auxiliary or copula."""
    holders = [token, *trees.children(token, "aux", "cop")]
    finite = any(has(holder, "VerbForm", "Fin") for holder in holders)
    return not finite and any(has(holder, "VerbForm", "Inf") for holder in holders)


def _marked(scene: Scene, verb: Word, marker: str) -> bool:
    marks = [mark for mark in trees.children(verb, "mark", "case") if mark.i < verb.i]
    if not marker:
        return not marks
    return any(mark.low_lemma == marker for mark in marks)


def _denied(scene: Scene, mark: int) -> int:
    """How many tokens before an infinitive deny it and belong to it, its marker included ("urged him | not to go")."""
    before = scene.doc[mark - 1]
    return 2 if before.pos_ in ("PART", "ADV") and has(before, "Polarity", "Neg") else 0


def after_marker(scene: Scene, hit: Hit, head: Word, marker: str) -> Part:
    """The phrase of a head without its marker."""
    start = head.left_edge.i
    for mark in trees.children(head, "mark", "case"):
        if marker and mark.i < head.i and mark.low_lemma == marker.split(" ")[0]:
            start = max([mark.i, *(child.i for child in mark.children if child.relation == "fixed")]) + 1
            start -= _denied(scene, mark.i)
            break
    start = max(start, hit.last + 1) if head.i > hit.last else start
    last = min(int(head.right_edge.i), hit.unit.last)
    if marker and hit.cue.kind == "verb":
        last = repeated(scene, last, hit.unit.last, frozenset({marker}))
    return Part(start, stretch(scene, hit, start, last))


def oblique(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """A nominal after a marker."""
    if " " in marker:
        return _phrase(scene, hit, tuple(marker.split()))
    candidates = [child for child in dependents(scene, hit) if child.i > hit.last]
    below = [
        grand
        for child in candidates
        if marker not in scene.words.possessors or scene.actors.at(child.i) is not None
        for grand in child.children
        if grand.i > hit.last
    ]
    for child in [*candidates, *below]:
        if child.relation in ("punct", "conj") or is_infinitive(child):
            continue
        if trees.marker(child) == marker and head_fits(hit, child):
            return after_marker(scene, hit, child, marker)
    return _oblique_by_words(scene, hit, marker)


def _oblique_by_words(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """A nominal that the parser hung elsewhere: after the cue, its agent or its addressee."""
    doc = scene.doc
    for i in _ahead(scene, hit):
        if doc[i].low_lemma != marker or doc[i].pos_ != "ADP" or i + 1 > hit.unit.last:
            continue
        head = doc[i].head if doc[i].head.i > i else doc[i + 1]
        if is_infinitive(head) or not head_fits(hit, head) or not _free(scene, hit, i):
            continue
        return Part(i + 1, stretch(scene, hit, i + 1, min(max(int(head.right_edge.i), i + 1), hit.unit.last)))
    return None


def _free(scene: Scene, hit: Hit, i: int) -> bool:
    """Whether a marker at `i` can open the content: right after the cue or a pause, or after an actor."""
    between = [j for j in range(hit.last + 1, i) if scene.doc[j].pos_ != "ADV"]
    return not between or scene.is_pause(between[-1]) or scene.actors.at(between[-1]) is not None


def _phrase(scene: Scene, hit: Hit, words: tuple[str, ...]) -> Part | None:
    """A nominal after a marker of several words ("en faveur de"), however the parser joined them."""
    doc = scene.doc
    for i in range(hit.last + 1, min(hit.last + 8, hit.unit.last - len(words)) + 1):
        if all(doc[i + k].low_lemma == word or scene.form(i + k) == word for k, word in enumerate(words)):
            start = i + len(words)
            head = doc[start - 1].head
            last = int(head.right_edge.i) if head.i >= start else int(doc[i].head.right_edge.i)
            return Part(start, stretch(scene, hit, start, min(max(last, start), hit.unit.last)))
    return None


def head_fits(hit: Hit, token: Word) -> bool:
    """Whether a nominal content may have this head."""
    lemma = token.low_lemma
    return lemma not in hit.cue.unless and (not hit.cue.objects or lemma in hit.cue.objects)
