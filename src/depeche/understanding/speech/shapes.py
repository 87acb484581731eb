"""The shapes in which a cue's content comes: clause, infinitive, nominal, predicate."""

from collections.abc import Callable, Iterable

import msgspec
from spacy.tokens import Token

from depeche.syntax import trees
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, same


class Part(msgspec.Struct, frozen=True):
    """The tokens of a content, both ends included."""

    first: int
    last: int


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
    marks = [mark for child in _dependents(scene, hit) for mark in trees.children(child, "case")]
    return any(same(word, hit.cue.needs) for word in [*marks, *(scene.doc[i] for i in hit.members)])


def _void(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether a word near the content gives the cue another sense ("condamné à cinq ans de prison")."""
    if not hit.cue.void:
        return False
    last = min(part.last + 6, hit.unit.last)
    return any(same(scene.doc[i], hit.cue.void) for i in range(hit.last + 1, last + 1) if not scene.is_mark(i))


def _dependents(scene: Scene, hit: Hit) -> list[Token]:
    """What hangs on the cue's words, in the order of the text."""
    found = {child.i: child for i in hit.nodes for child in scene.doc[i].children if child.i not in hit.members}
    return [found[i] for i in sorted(found)]


def _clause(scene: Scene, hit: Hit, _: str) -> Part | None:
    for child in _dependents(scene, hit):
        if child.i > hit.token and trees.base(child) not in ("conj", "punct"):
            start = _opening(scene, child, hit)
            if start is not None:
                return _clausal(scene, hit, child, start)
    return _clause_by_words(scene, hit)


def _opening(scene: Scene, verb: Token, hit: Hit) -> int | None:
    """Where the clause of `verb` begins, after its complementizer; None if it is no reported clause."""
    for mark in trees.children(verb, "mark"):
        if same(mark, scene.words.conditions) and trees.base(verb) == "advcl":
            return None
        if same(mark, scene.words.complementizers) and mark.i > hit.token:
            return mark.i + 1
    if trees.base(verb) in ("ccomp", "obj", "advcl") and verb.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        left = verb.left_edge.i
        if left > hit.last and same(scene.doc[left], scene.words.questions):
            return left
    return None


def _clausal(scene: Scene, hit: Hit, head: Token, start: int) -> Part:
    last = _cut_conjunct(scene, hit, head)
    for sibling in _dependents(scene, hit):
        if sibling.i > last and trees.base(sibling) == "conj" and _opening(scene, sibling, hit) is not None:
            last = sibling.right_edge.i
    return Part(start, stretch(scene, hit, start, min(last, hit.unit.last)))


def _cut_conjunct(scene: Scene, hit: Hit, head: Token) -> int:
    """The end of a clause, before a conjunct that goes on with the cue rather than with the clause.

    "a rappelé que la France attendait, et a exigé …": the second verb shares the cue's tense, not the clause's.
    """
    outer, inner = _tense(scene.doc[hit.token]), _tense(head)
    for conjunct in trees.below(head)[1:]:
        own = trees.children(conjunct, "nsubj", "mark")
        if not own and outer != inner and _tense(conjunct) == outer and conjunct.pos_ == "VERB":
            return conjunct.left_edge.i - 1
    return int(head.right_edge.i)


def _tense(verb: Token) -> tuple[str, ...]:
    finite = trees.finite(verb)
    return (*finite.morph.get("Mood"), *finite.morph.get("Tense"), str(finite.i == verb.i))


def _clause_by_words(scene: Scene, hit: Hit) -> Part | None:
    """A reported clause that the parser hung elsewhere: a complementizer right after the cue or its addressee."""
    doc = scene.doc
    for i in range(hit.last + 1, min(hit.last + 12, hit.unit.last)):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") or (scene.is_pause(i) and i > hit.last + 1) or scene.is_mark(i):
            return None
        opens = token.pos_ == "SCONJ" or (token.pos_ == "PRON" and "object" not in hit.cue.says)
        if opens and same(token, scene.words.complementizers):
            head = token.head if token.head.i > i else token
            last = max(int(head.right_edge.i), i + 1) if head != token else hit.unit.last
            return Part(i + 1, stretch(scene, hit, i + 1, min(last, hit.unit.last)))
    return None


def _infinitive(scene: Scene, hit: Hit, marker: str) -> Part | None:
    for child in _dependents(scene, hit):
        verb = child
        if child.i > hit.last and _is_infinitive(verb) and _marked(scene, verb, marker):
            return _after_marker(scene, hit, verb, marker)
    return _infinitive_by_words(scene, hit, marker) if marker else None


def _infinitive_by_words(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """An infinitive after its marker that the parser hung elsewhere."""
    doc = scene.doc
    for i in _ahead(scene, hit):
        if str(doc[i].lemma_).lower() == marker and doc[i].pos_ in ("ADP", "SCONJ", "PART"):
            verb = next((j for j in range(i + 1, min(i + 6, hit.unit.last + 1)) if doc[j].pos_ in ("VERB", "AUX")), None)
            near = verb is not None and all(doc[j].pos_ in ("ADV", "PRON", "PUNCT") for j in range(i + 1, verb))
            if verb is not None and near and "Inf" in doc[verb].morph.get("VerbForm"):
                head = doc[verb].head if doc[verb].pos_ == "AUX" and doc[verb].head.i > verb else doc[verb]
                last = min(int(head.right_edge.i), hit.unit.last)
                return Part(i + 1, stretch(scene, hit, i + 1, max(last, verb)))
    return None


def _ahead(scene: Scene, hit: Hit) -> list[int]:
    """The tokens after the cue among which a marker may stand: up to the next verb that is no participle."""
    out = []
    for i in range(hit.last + 1, min(hit.last + 16, hit.unit.last) + 1):
        token = scene.doc[i]
        form = token.morph.get("VerbForm")
        if "Fin" in form or "Rel" in token.morph.get("PronType") or scene.text[scene.parse.start[i]] in ":;":
            break
        if scene.is_pause(i) and hit.cue.kind == "verb" and i > hit.last + 1:
            break
        out.append(i)
        if "Inf" in form:
            break
    return out


def _is_infinitive(token: Token) -> bool:
    holders = [token, *trees.children(token, "aux", "cop")]
    return any("Inf" in holder.morph.get("VerbForm") for holder in holders)


def _marked(scene: Scene, verb: Token, marker: str) -> bool:
    marks = [mark for mark in trees.children(verb, "mark", "case") if mark.i < verb.i]
    if not marker:
        return not marks
    return any(str(mark.lemma_).lower() == marker for mark in marks)


def _after_marker(scene: Scene, hit: Hit, head: Token, marker: str) -> Part:
    start = head.left_edge.i
    for mark in trees.children(head, "mark", "case"):
        if marker and mark.i < head.i and str(mark.lemma_).lower() == marker.split(" ")[0]:
            start = max([mark.i, *(child.i for child in mark.children if trees.base(child) == "fixed")]) + 1
            break
    start = max(start, hit.last + 1) if head.i > hit.last else start
    return Part(start, stretch(scene, hit, start, min(_end(scene, hit, head), hit.unit.last)))


def _end(scene: Scene, hit: Hit, head: Token) -> int:
    """The end of a phrase without conjuncts that are cues of their own."""
    return int(head.right_edge.i)


def _oblique(scene: Scene, hit: Hit, marker: str) -> Part | None:
    if " " in marker:
        return _phrase(scene, hit, tuple(marker.split()))
    candidates = [child for child in _dependents(scene, hit) if child.i > hit.last]
    below = [
        grand
        for child in candidates
        if scene.actors.at(child.i) is not None
        for grand in child.children
        if grand.i > hit.last
    ]
    for child in [*candidates, *below]:
        if trees.base(child) in ("punct", "conj") or _is_infinitive(child):
            continue
        if trees.marker(child) == marker and _head_fits(hit, child):
            return _after_marker(scene, hit, child, marker)
    return _oblique_by_words(scene, hit, marker)


def _oblique_by_words(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """A nominal after its marker that the parser hung elsewhere: right after the cue, its agent or its addressee."""
    doc = scene.doc
    for i in _ahead(scene, hit):
        if str(doc[i].lemma_).lower() != marker or doc[i].pos_ != "ADP" or i + 1 > hit.unit.last:
            continue
        head = doc[i].head if doc[i].head.i > i else doc[i + 1]
        if _is_infinitive(head) or not _head_fits(hit, head) or not _free(scene, hit, i):
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
        if all(str(doc[i + k].lemma_).lower() == word or scene.form(i + k) == word for k, word in enumerate(words)):
            start = i + len(words)
            head = doc[start - 1].head
            last = int(head.right_edge.i) if head.i >= start else int(doc[i].head.right_edge.i)
            return Part(start, stretch(scene, hit, start, min(max(last, start), hit.unit.last)))
    return None


def _head_fits(hit: Hit, token: Token) -> bool:
    lemma = str(token.lemma_).lower()
    return lemma not in hit.cue.unless and (not hit.cue.objects or lemma in hit.cue.objects)


def objects(scene: Scene, hit: Hit) -> list[Token]:
    """The nominal objects of the cue; of a passive, its subject."""
    found = [
        child
        for child in _dependents(scene, hit)
        if trees.base(child) == "obj" and child.pos_ not in ("PRON", "VERB") and not trees.children(child, "case")
    ]
    found = [child for child in found if child.i > hit.last]
    return found or _misplaced(scene, hit)


def _misplaced(scene: Scene, hit: Hit) -> list[Token]:
    """An object that the parser hung on an adverbial between ("condamne avec fermeté la décision")."""
    return [
        grand
        for child in _dependents(scene, hit)
        if child.i > hit.last and trees.base(child) == "obl" and trees.children(child, "case")
        for grand in trees.children(child, "obj")
        if grand.i > child.i and not trees.children(grand, "case")
    ]


def _object(scene: Scene, hit: Hit, _: str) -> Part | None:
    for child in objects(scene, hit):
        if _head_fits(hit, child):
            start = max(child.left_edge.i, hit.last + 1)
            return Part(start, stretch(scene, hit, start, min(int(child.right_edge.i), hit.unit.last)))
    return _object_by_words(scene, hit) if not objects(scene, hit) else None


def _object_by_words(scene: Scene, hit: Hit) -> Part | None:
    """A nominal right after the cue that the parser took for something else."""
    doc, first = scene.doc, hit.last + 1
    while first < hit.unit.last and doc[first].pos_ == "ADV":
        first += 1
    if hit.cue.kind != "verb" or first >= hit.unit.last or doc[first].pos_ != "DET" or _relative_before(scene, hit):
        return None
    noun = next((i for i in range(first + 1, min(first + 5, hit.unit.last) + 1) if doc[i].pos_ in ("NOUN", "PROPN")), None)
    if noun is None or not _head_fits(hit, doc[noun]):
        return None
    return Part(first, stretch(scene, hit, first, min(max(int(doc[noun].right_edge.i), noun), hit.unit.last)))


def _relative_before(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands in a relative clause, so that what follows it may be its subject."""
    before = hit.first - 1
    return before >= hit.unit.first and same(scene.doc[before], scene.words.relatives)


def _predicate(scene: Scene, hit: Hit, _: str) -> Part | None:
    """What the speaker says to be: "s'est dit prêt à …"."""
    for child in _dependents(scene, hit):
        if child.i > hit.last and trees.base(child) in ("xcomp", "obj", "amod", "advcl", "acl", "ccomp", "obl", "dep"):
            if child.pos_ in ("ADJ", "VERB", "NOUN", "AUX") and not trees.children(child, "mark"):
                if _head_fits(hit, child):
                    first = _bare(scene, max(int(child.left_edge.i), hit.last + 1), child.i)
                    return Part(first, stretch(scene, hit, first, min(int(child.right_edge.i), hit.unit.last)))
    return _predicate_by_words(scene, hit)


def _predicate_by_words(scene: Scene, hit: Hit) -> Part | None:
    """The word right after the cue, where the parser made it the head of the cue."""
    i = hit.last + 1
    while i < hit.unit.last and scene.doc[i].pos_ in ("ADV", "DET") :
        i += 1
    token = scene.doc[min(i, hit.unit.last)]
    if i > hit.unit.last or token.pos_ not in ("ADJ", "VERB", "NOUN") or not _head_fits(hit, token):
        return None
    first = _bare(scene, hit.last + 1, i)
    return Part(first, stretch(scene, hit, first, min(int(token.right_edge.i), hit.unit.last)))


def _bare(scene: Scene, first: int, head: int) -> int:
    """The first token of a predicate, past a day that stands before it ("s'est dit mardi prêt")."""
    while first < head and scene.doc[first].pos_ in ("NOUN", "PUNCT") and not scene.is_mark(first):
        first += 1
    return first


def _judged(scene: Scene, hit: Hit, marker: str) -> Part | None:
    """An object and what it is held to be; the latter alone where the object is a pronoun."""
    held = _complement(scene, hit, marker)
    found = objects(scene, hit)
    if held is None:
        if marker or not found:
            return None
        modified = any(child.i > found[0].i for child in trees.children(found[0], "amod", "acl", "appos"))
        return _object(scene, hit, "") if modified else None
    if not found or found[0].left_edge.i > held.first:
        return held
    start = found[0].left_edge.i
    return Part(start, max(held.last, start))


def _complement(scene: Scene, hit: Hit, marker: str) -> Part | None:
    if not marker:
        return _held(scene, hit)
    kind, _, word = marker.partition(":")
    if kind == "inf":
        return _infinitive(scene, hit, word)
    return _oblique(scene, hit, word) or _on_object(scene, hit, word)


def _on_object(scene: Scene, hit: Hit, word: str) -> Part | None:
    """What an object is called, where the parser made it part of the object ("a qualifié cet acte d'hostile")."""
    for child in objects(scene, hit):
        for below in reversed(trees.children(child, "nmod", "acl", "amod", "obl")):
            if below.i > child.i and trees.marker(below) == word:
                return _after_marker(scene, hit, below, word)
    return None


def _held(scene: Scene, hit: Hit) -> Part | None:
    for child in _dependents(scene, hit):
        if child.i > hit.last and trees.base(child) in ("xcomp", "advcl", "amod") and child.pos_ in ("ADJ", "VERB", "NOUN"):
            if not trees.children(child, "mark"):
                return Part(child.left_edge.i, stretch(scene, hit, child.left_edge.i, min(int(child.right_edge.i), hit.unit.last)))
    return None


def stretch(scene: Scene, hit: Hit, first: int, last: int) -> int:
    """The end of a content: past what follows without a pause, to the end of an open quotation, less punctuation."""
    last = _strong(scene, first, last)
    if scene.is_relative(hit.first - 1):
        last = relative_end(scene, hit.last, last)
    while last < hit.unit.last:
        quote = scene.quotes.at(scene.parse.start[last])
        if quote is not None and quote.start >= scene.parse.start[first] and scene.parse.end[last] < quote.end:
            last += 1
        elif _goes_on(scene, hit, last + 1) or _opens(scene, hit, last + 1):
            last += 1
        else:
            break
    return trim(scene, first, scene.cuts.end(scene, hit, first, last))


def relative_end(scene: Scene, verb: int, last: int) -> int:
    """The end of a relative clause whose verb is given: before a pause with the main clause's finite verb after it."""
    for i in range(verb + 1, last):
        if scene.is_pause(i) and scene.quote(i) is None:
            j = i + 1
            while j < last and scene.doc[j].pos_ in ("ADV", "PRON") and not same(scene.doc[j], scene.words.relatives):
                j += 1
            if "Fin" in scene.doc[j].morph.get("VerbForm"):
                return i - 1
    return last


def _strong(scene: Scene, first: int, last: int) -> int:
    """The last token before a colon or semicolon outside quotations."""
    for i in range(first + 1, last):
        if scene.text[scene.parse.start[i]] in ":;" and scene.quote(i) is None and not scene.is_mark(i + 1):
            return i - 1
    return last


def _goes_on(scene: Scene, hit: Hit, i: int) -> bool:
    token = scene.doc[i]
    if hit.cue.kind == "noun":
        return False
    if token.is_punct or scene.is_pause(i) or scene.is_mark(i) or token.pos_ == "CCONJ" or i in hit.members:
        return scene.is_mark(i) and _closes(scene, hit, i)
    return not (same(token, scene.words.relatives) and token.pos_ == "PRON") and scene.text[scene.parse.start[i]] != ":"


def _opens(scene: Scene, hit: Hit, i: int) -> bool:
    """Whether a quotation begins here without a pause before it, so that it belongs to the content."""
    quote = scene.quotes.at(scene.parse.start[i])
    return scene.is_mark(i) and quote is not None and quote.start == scene.parse.start[i] and hit.cue.kind == "verb"


def _closes(scene: Scene, hit: Hit, i: int) -> bool:
    quote = scene.quotes.at(scene.parse.start[i])
    return quote is not None and quote.end == scene.parse.end[i] and quote.start > scene.parse.start[hit.last]


def trim(scene: Scene, first: int, last: int) -> int:
    """The last token that is no closing punctuation, unless it closes something inside."""
    while last > first and (scene.is_pause(last) or scene.text[scene.parse.start[last]] in ".…"):
        last -= 1
    return last


SHAPES: dict[str, Callable[[Scene, Hit, str], Part | None]] = {
    "clause": _clause,
    "inf": _infinitive,
    "object": _object,
    "np": _oblique,
    "adj": _predicate,
    "object+adj": _judged,
    "object+np": lambda scene, hit, word: _judged(scene, hit, f"np:{word}"),
    "object+inf": lambda scene, hit, word: _judged(scene, hit, f"inf:{word}"),
}


def parts(found: Iterable[Part]) -> list[Part]:
    """Contents in the order of the text."""
    return sorted(found, key=lambda part: (part.first, part.last))
