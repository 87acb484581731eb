"""Contents that a pronoun or a passive points back to: "ce que Kigali dément", "le retrait réclamé par X"."""

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.cuts import apposed
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same
from depeche.understanding.speech.shapes import content
from depeche.understanding.speech.subject import impersonal


def taken_up(scene: Scene, hit: Hit, drafts: list[Draft]) -> Part | None:
    """What an apposed noun stands for that the cue is about ("X did it, a charge Kigali denies")."""
    pause = apposed(scene, hit)
    return None if pause is None else _told_before(hit, drafts) or _clause_before(scene, pause, hit)


def passive_content(scene: Scene, hit: Hit) -> Part | None:
    """The content of a passive: the clause of an impersonal, else the subject or the noun it modifies."""
    token = scene.doc[hit.token]
    if not hit.cue.passive:
        return None
    if impersonal(scene, hit):
        return content(scene, hit)
    shapes = [shape for shape in hit.cue.says if shape.partition(":")[0] in ("inf", "np", "object")]
    if shapes and shapes[0] != "object":
        return content(scene, hit)
    if "object" not in hit.cue.says:
        return None
    subjects = trees.children(token, "nsubj")
    if subjects:
        return _nominal(scene, subjects[0], token)
    if token.relation in ("acl", "amod") and hit.cue.participle and token.head.pos_ in ("NOUN", "PROPN"):
        first = token.head.left_edge.i
        while first < token.head.i and scene.doc[first].pos_ in ("DET", "ADP", "PUNCT"):
            first += 1
        last = min(int(token.head.right_edge.i), hit.unit.last)
        return Part(first, trim(scene, first, _before_relative(scene, token.i, last)))
    return None


def _before_relative(scene: Scene, first: int, last: int) -> int:
    """The last token before a relative clause that a pause sets off."""
    for i in range(first + 1, last):
        if scene.is_pause(i) and has(scene.doc[i + 1], "PronType", "Rel"):
            return i - 1
    return last


def _nominal(scene: Scene, head: Word, verb: Word) -> Part | None:
    """A subject up to its first pause; a relative pronoun gives its antecedent."""
    if has(head, "PronType", "Rel"):
        found = _antecedent(head)
        return None if found is None else _nominal(scene, found, verb)
    if head.pos_ == "PRON":
        return None
    first, last = int(head.left_edge.i), min(int(head.right_edge.i), verb.i - 1)
    for i in range(head.i + 1, last + 1):
        if scene.is_pause(i):
            last = i - 1
            break
    return Part(first, trim(scene, first, max(last, head.i)))


def _antecedent(pronoun: Word) -> Word | None:
    node = pronoun
    for _ in range(8):
        if node.head == node:
            return None
        if node.dep_ == "acl:relcl":
            return node.head
        node = node.head
    return None


def pointed_to(scene: Scene, hit: Hit, drafts: list[Draft]) -> Part | None:
    """What a relative pronoun stands for: of "ce que Kigali dément" the clause before, else the noun."""
    doc = scene.doc
    pronoun = next(
        (
            i
            for i in range(hit.first - 1, max(hit.unit.first, hit.first - 12) - 1, -1)
            if _is_relative(scene, i)
        ),
        None,
    )
    if pronoun is None:
        return _this(scene, hit, drafts)
    before = pronoun - 1
    if before > hit.unit.first and same(doc[before], scene.words.antecedents):
        if not scene.is_pause(before - 1):
            return None
        return _told_before(hit, drafts) or _clause_before(scene, before - 1, hit)
    if (
        before < hit.unit.first
        or not _shape_takes_object(hit)
        or not _is_object(doc[pronoun], doc[hit.token])
    ):
        return None
    noun = _antecedent(doc[pronoun])
    if noun is None or noun.i >= pronoun:
        return None
    if same(noun, scene.words.comments):
        return _told_before(hit, drafts) or _clause_before(scene, int(noun.left_edge.i) - 1, hit)
    return _nominal(scene, noun, doc[pronoun])


def _this(scene: Scene, hit: Hit, drafts: list[Draft]) -> Part | None:
    """What a bare demonstrative takes up, the content of the last statement ("The UAE denies this.")."""
    found = [
        c for c in trees.children(scene.doc[hit.token], "obj") if c.pos_ == "PRON" and c.i == hit.last + 1
    ]
    if not found or not has(found[0], "PronType", "Dem") or not _shape_takes_object(hit) or not drafts:
        return None
    part = drafts[-1].part
    near = part is not None and scene.number(hit.first) - scene.number(part.first) <= 1
    return part if near and trees.children(found[0], "acl", "nmod") == [] else None


def _is_relative(scene: Scene, i: int) -> bool:
    token = scene.doc[i]
    return same(token, scene.words.relatives) and token.pos_ in ("PRON", "SCONJ")


def _is_object(pronoun: Word, verb: Word) -> bool:
    return pronoun.relation in ("obj", "iobj", "mark") and (
        pronoun.head.i == verb.i or pronoun.head.is_ancestor(verb)
    )


def _shape_takes_object(hit: Hit) -> bool:
    return any(shape.startswith("object") for shape in hit.cue.says)


def _told_before(hit: Hit, drafts: list[Draft]) -> Part | None:
    """The content of the last statement of the same unit."""
    parts = [draft.part for draft in drafts[-4:] if draft.part is not None]
    parts = [part for part in parts if part.first in hit.unit and part.last < hit.first]
    return max(parts, key=lambda part: (part.last, -part.first), default=None)


def _clause_before(scene: Scene, last: int, hit: Hit) -> Part | None:
    """The clause that ends before token `last`, back to the last strong pause."""
    while last > hit.unit.first and (scene.is_pause(last) or scene.doc[last].is_punct):
        last -= 1
    first = last
    while first > hit.unit.first and scene.text[scene.parse.start[first - 1]] not in ";:":
        first -= 1
    return Part(first, last) if last > first else None
