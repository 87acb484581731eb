"""Objects, and what they or the speaker are held to be: "a salué …", "juge X infondé", "se dit prêt"."""

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.ends import Part, reach
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.phrases import (
    after_marker,
    dependents,
    gerund,
    head_fits,
    infinitive,
    oblique,
)
from depeche.understanding.speech.scene import Scene, same

# The relations by which a parser may hang a predicate on its verb.
PREDICATES = ("xcomp", "obj", "amod", "advcl", "acl", "ccomp", "obl", "dep")


def objects(scene: Scene, hit: Hit) -> list[Word]:
    """The nominal objects of the cue."""
    found = [
        child for child in dependents(scene, hit) if child.i > hit.last and _is_object(scene, hit, child)
    ]
    return found or _misplaced(scene, hit)


def _is_object(scene: Scene, hit: Hit, child: Word) -> bool:
    """Whether a dependent is a nominal object; an article that looks like an adposition is no hindrance."""
    if child.pos_ in ("PRON", "VERB"):
        return False
    cases = trees.children(child, "case")
    article = all(scene.form(case.i) in scene.words.articles for case in cases)
    if child.relation == "obj":
        return article
    if child.relation == "obl" and cases and all(case.i in hit.nodes for case in cases):
        return True  # "brushed off the warning"
    return child.relation in ("nmod", "obl") and bool(cases) and article and cases[0].i == hit.last + 1


def _misplaced(scene: Scene, hit: Hit) -> list[Word]:
    """An object that the parser hung on an adverbial between ("condamne avec fermeté la décision")."""
    return [
        grand
        for child in dependents(scene, hit)
        if child.i > hit.last and child.relation == "obl" and trees.children(child, "case")
        for grand in trees.children(child, "obj")
        if grand.i > child.i and not trees.children(grand, "case")
    ]


def direct_object(scene: Scene, hit: Hit, _: str) -> Part | None:
    """A nominal object."""
    found = objects(scene, hit)
    for child in found:
        if head_fits(hit, child):
            part = reach(scene, hit, max(int(child.left_edge.i), hit.last + 1), child)
            return _with_clause(scene, hit, part)
    return None if found else _whatever(scene, hit) or _object_by_words(scene, hit)


def _whatever(scene: Scene, hit: Hit) -> Part | None:
    """A clause that stands for a thing ("denounced | what it called a provocation")."""
    i = hit.last + 1
    if (
        i > hit.unit.last - 2
        or scene.doc[i].pos_ != "PRON"
        or not same(scene.doc[i], scene.words.antecedents)
    ):
        return None
    near = range(i + 1, hit.unit.last + 1)
    verb = next((scene.doc[j] for j in near if scene.doc[j].pos_ == "VERB"), None)
    return reach(scene, hit, i, verb) if verb is not None and not hit.cue.objects else None


def _with_clause(scene: Scene, hit: Hit, part: Part) -> Part:
    """An object with the clause that says what it is ("rejected suggestions | that …"), where the parser set it apart."""
    for child in trees.children(scene.doc[hit.token], "ccomp"):
        marks = trees.children(child, "mark")
        if child.left_edge.i == part.last + 1 and marks and same(marks[0], scene.words.complementizers):
            return Part(part.first, reach(scene, hit, part.first, child).last)
    return part


def _object_by_words(scene: Scene, hit: Hit) -> Part | None:
    """A nominal right after the cue that the parser took for something else."""
    doc, first, last = scene.doc, hit.last + 1, hit.unit.last
    while first < last and doc[first].pos_ == "ADV":
        first += 1
    if hit.cue.kind != "verb" or first >= last or doc[first].pos_ != "DET" or _relative_before(scene, hit):
        return None
    near = range(first + 1, min(first + 5, last) + 1)
    noun = next((doc[i] for i in near if doc[i].pos_ in ("NOUN", "PROPN")), None)
    return reach(scene, hit, first, noun) if noun is not None and head_fits(hit, noun) else None


def _relative_before(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands in a relative clause, so that what follows it may be its subject."""
    before = hit.first - 1
    return before >= hit.unit.first and same(scene.doc[before], scene.words.relatives)


def predicate(scene: Scene, hit: Hit, _: str) -> Part | None:
    """What the speaker says to be: "s'est dit prêt à …"."""
    for child in dependents(scene, hit):
        if _held_true(hit, child, PREDICATES) and head_fits(hit, child):
            return reach(scene, hit, _bare(scene, max(int(child.left_edge.i), hit.last + 1), child.i), child)
    return _predicate_by_words(scene, hit)


def _held_true(hit: Hit, child: Word, relations: tuple[str, ...]) -> bool:
    """Whether a dependent after the cue can say what somebody or something is."""
    fits = child.i > hit.last and child.relation in relations and not trees.children(child, "mark")
    nominal = child.pos_ == "NOUN" and child.relation != "obl"
    return fits and (nominal or child.pos_ in ("ADJ", "VERB", "AUX"))


def _predicate_by_words(scene: Scene, hit: Hit) -> Part | None:
    """The word right after the cue, where the parser made it the head of the cue."""
    i = hit.last + 1
    while i < hit.unit.last and scene.doc[i].pos_ in ("ADV", "DET"):
        i += 1
    token = scene.doc[min(i, hit.unit.last)]
    if i > hit.unit.last or token.pos_ not in ("ADJ", "VERB", "NOUN") or not head_fits(hit, token):
        return None
    return reach(scene, hit, _bare(scene, hit.last + 1, i), token)


def _bare(scene: Scene, first: int, head: int) -> int:
    """The first token of a predicate, past a day that stands before it ("s'est dit mardi prêt")."""
    while first < head and scene.doc[first].pos_ in ("NOUN", "PUNCT") and not scene.is_mark(first):
        first += 1
    return first


def judged(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """An object and what it is held to be; the latter alone where the object is a pronoun."""
    held = _complement(scene, hit, marker)
    found = objects(scene, hit)
    if held is None:
        if marker or not found:
            return None
        modified = any(child.i > found[0].i for child in trees.children(found[0], "amod", "acl", "appos"))
        return direct_object(scene, hit, "") if modified or _named_so(scene, hit) else None
    if not found:
        found = [
            c for c in dependents(scene, hit) if c.pos_ == "PRON" and c.relation == "obj" and c.i > hit.last
        ]
    if not found or found[0].left_edge.i > held.first:
        return held
    start = found[0].left_edge.i
    return Part(start, max(held.last, start))


def _named_so(scene: Scene, hit: Hit) -> bool:
    """Whether a pronoun before the cue is what it gives a name to ("what Ankara called | a provocation")."""
    token = scene.doc[hit.token]
    above = [token.head] if token.relation == "acl" else []
    return any(
        word.i < hit.first and word.pos_ == "PRON" and same(word, scene.words.antecedents)
        for word in [*trees.children(token, "obj", "nsubj", "xcomp"), *above]
    )


def _complement(scene: Scene, hit: Hit, marker: str) -> Part | None:
    if not marker:
        return _held(scene, hit)
    kind, _, word = marker.partition(":")
    if kind == "inf":
        return infinitive(scene, hit, word)
    if kind == "ger":
        return gerund(scene, hit, word)
    return oblique(scene, hit, word) or _on_object(scene, hit, word)


def _on_object(scene: Scene, hit: Hit, word: str) -> Part | None:
    """What an object is called, where the parser made it part of the object."""
    for child in objects(scene, hit):
        for below in reversed(trees.children(child, "nmod", "acl", "amod", "obl")):
            if below.i > child.i and trees.marker(below) == word:
                return after_marker(scene, hit, below, word)
    return None


def _held(scene: Scene, hit: Hit) -> Part | None:
    """What an object is held to be."""
    for child in dependents(scene, hit):
        if _held_true(hit, child, ("xcomp", "advcl", "amod")):
            return reach(scene, hit, int(child.left_edge.i), child)
    return None
