"""Reported clauses: "a dit que …", "se demande si …"."""

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.ends import Part, repeated, stretch
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.phrases import dependents
from depeche.understanding.speech.scene import Scene, has, same, values


def clause(scene: Scene, hit: Hit, _: str) -> Part | None:
    """A finite clause that the cue reports."""
    for child in dependents(scene, hit):
        if child.i > hit.token and child.relation not in ("conj", "punct"):
            start = _opening(scene, child, hit)
            if start is not None:
                return _clausal(scene, hit, child, start)
    return _clause_by_words(scene, hit)


def _opening(scene: Scene, verb: Word, hit: Hit) -> int | None:
    """Where the clause of `verb` begins, after its complementizer; None if it is no reported clause."""
    for mark in trees.children(verb, "mark"):
        if same(mark, scene.words.conditions) and verb.relation == "advcl":
            return None
        if (
            same(mark, scene.words.complementizers)
            and mark.i > hit.token
            and not _compound(scene, mark, verb)
        ):
            return mark.i + 1
    if scene.clauses.bare and _bare(verb) and verb.left_edge.i > hit.last:
        first = int(verb.left_edge.i)
        return None if scene.signs[first] == ":" else first  # a colon announces
    if verb.relation in ("ccomp", "obj", "advcl") and verb.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        left = verb.left_edge.i
        if left > hit.last and scene.form(left) in scene.words.questions:
            return left
    return None


def _bare(verb: Word) -> bool:
    """Whether a finite clause without complementizer is reported ("said the talks were useful")."""
    told = has(trees.finite(verb), "VerbForm", "Fin") or bool(trees.children(verb, "nsubj"))
    return verb.relation == "ccomp" and told


def _compound(scene: Scene, mark: Word, verb: Word) -> bool:
    """Whether the complementizer is the end of another conjunction ("dès que", "pour que")."""
    before = scene.doc[mark.i - 1]
    linked = before.head.i in (verb.i, mark.i) or mark.head.i == before.i
    return linked and before.pos_ in ("ADP", "SCONJ", "ADV") and before.i > verb.head.i


def _clausal(scene: Scene, hit: Hit, head: Word, start: int) -> Part:
    last = _cut_conjunct(scene, hit, head)
    for sibling in dependents(scene, hit):
        if sibling.i <= last or sibling.relation not in ("conj", "ccomp"):
            continue
        joined = sibling.relation == "conj" and _opening(scene, sibling, hit) is not None
        if joined or (trees.children(sibling, "cc") and _modal(scene, sibling)):
            last = sibling.right_edge.i
    last = repeated(scene, min(last, hit.unit.last), hit.unit.last, scene.words.complementizers)
    return Part(start, stretch(scene, hit, start, last))


def _modal(scene: Scene, verb: Word) -> bool:
    """Whether a coordinated verb without a subject has a modal: it goes on with what is said, not with the saying."""
    modal = any(aux.lower_ in scene.clauses.unsaid for aux in trees.children(verb, "aux"))
    return modal and not trees.children(verb, "nsubj", "expl")


def _cut_conjunct(scene: Scene, hit: Hit, head: Word) -> int:
    """The end of a clause, before a conjunct that goes on with the cue rather than with the clause.

    "a rappelé que la France attendait, et a exigé …": the second verb has the cue's tense.
    """
    outer, inner = _tense(scene.doc[hit.token]), _tense(head)
    for conjunct in trees.below(head)[1:]:
        own = trees.children(conjunct, "nsubj", "mark")
        if own or _modal(scene, conjunct) or conjunct.pos_ != "VERB":
            continue
        if outer != inner and _tense(conjunct) == outer:
            return conjunct.left_edge.i - 1
    return int(head.right_edge.i)


def _tense(verb: Word) -> tuple[str, ...]:
    finite = trees.finite(verb)
    return (*values(finite, "Mood"), *values(finite, "Tense"), str(finite.i == verb.i))


def _clause_by_words(scene: Scene, hit: Hit) -> Part | None:
    """A clause that the parser hung elsewhere: a complementizer right after the cue or its addressee."""
    doc = scene.doc
    for i in range(hit.last + 1, min(hit.last + 12, hit.unit.last)):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") or (scene.is_pause(i) and i > hit.last + 1) or scene.is_mark(i):
            return None
        if same(token, scene.words.comparatives):
            return None  # "aussi longtemps que nécessaire"
        opens = token.pos_ == "SCONJ" or (token.pos_ == "PRON" and "object" not in hit.cue.says)
        if opens and same(token, scene.words.complementizers):
            if _of_a_thing(scene, token):
                return None
            head = token.head if token.head.i > i else token
            last = max(int(head.right_edge.i), i + 1) if head != token else hit.unit.last
            return Part(i + 1, stretch(scene, hit, i + 1, min(last, hit.unit.last)))
    return None


def _of_a_thing(scene: Scene, token: Word) -> bool:
    """Whether what opens a clause is its object and the clause about a thing ("a confirmé le sommet que Kiev refuse").

    About people such trees are mistaken: they are told what the clause says ("a informé le ministre que …").
    """
    verb = token.head
    if token.relation != "obj" or verb.relation != "acl" or verb.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return not same(verb.head, scene.words.sources) and scene.actors.at(verb.head.i) is None
