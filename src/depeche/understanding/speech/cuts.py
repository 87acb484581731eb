"""Where one content must end because the next cue begins."""

from bisect import bisect_right

import msgspec

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.hosting import host
from depeche.understanding.speech.hosts import attributed
from depeche.understanding.speech.incise import is_incise
from depeche.understanding.speech.match import Hit, hits
from depeche.understanding.speech.scene import Scene, has, same, values

# How many words may stand between a comma and the participle after it (", tout en se disant").
NEAR = 4
# How far before its verb a comment on what precedes may begin (", ce que la présidence congolaise dément").
COMMENT = 12


class Cut(msgspec.Struct, frozen=True):
    """A token before which contents end, for the sake of the cue at `token`, which reaches to `edge`."""

    at: int
    token: int
    edge: int
    tense: tuple[str, ...] | None = None
    inner: tuple[str, ...] | None = None

    def ends(self, scene: Scene, hit: Hit) -> bool:
        """Whether the cut ends the content of this cue: a conjunct does so if it shares the cue's tense."""
        if self.tense is None:
            return True
        return alike(self.tense, tense(scene, hit)) and not (
            self.inner and alike(self.inner, self.tense, strict=True)
        )


class Cuts:
    """The places in a dispatch where contents end, in order."""

    def __init__(self, found: list[Cut]) -> None:
        self.all = sorted(found, key=lambda cut: (cut.at, cut.token))
        self._at = [cut.at for cut in self.all]

    def end(self, scene: Scene, hit: Hit, first: int, last: int) -> int:
        """The end of a content that would run from `first` to `last`."""
        for index in range(bisect_right(self._at, first), len(self.all)):
            cut = self.all[index]
            if cut.at > last:
                break
            if cut.token in hit.nodes or cut.at <= hit.last < cut.token:
                continue
            if cut.edge + 2 >= last and cut.ends(scene, hit) and not _inside(scene, first, cut.at):
                return cut.at - 1
        return _circumstance(scene, first, last)


def _inside(scene: Scene, first: int, at: int) -> bool:
    """Whether the cut lies in a quotation that the content holds."""
    quote = scene.quotes.at(scene.parse.start[at])
    return quote is not None and scene.parse.start[first] <= quote.start < scene.parse.start[at]


def find_cuts(scene: Scene) -> Cuts:
    """All places where a cue ends the content before it."""
    found = []
    for i in scene.cued:
        hit = next(iter(hits(scene, i)), None)
        cut = _cut(scene, hit) if hit is not None else None
        if cut is not None:
            found.append(cut)
    return Cuts(found)


def _cut(scene: Scene, hit: Hit) -> Cut | None:
    if hit.cue.kind == "noun":
        return None
    if hit.cue.kind == "adposition":
        found = attributed(scene, hit)
        if found is None or found[0].last >= hit.token:
            return None
        return Cut(_pause(scene, hit.token, 1), hit.token, hit.unit.last)
    token = scene.doc[hit.token]
    if is_incise(scene, hit):
        part = host(scene, hit)
        if part is None or part.last >= hit.first:
            return None
        return Cut(_pause(scene, hit.first, 2), hit.token, hit.unit.last)
    if conjoined(scene, hit):
        return _conjunct(scene, hit)
    against = _contrast(scene, hit)
    if against is not None:
        return Cut(against, hit.token, hit.unit.last, tense(scene, hit))
    comment = _comment(scene, hit)
    if comment is not None:
        return Cut(comment, hit.token, hit.unit.last)
    form = values(token, "VerbForm")
    if ("Part" in form and has(token, "Tense", "Pres")) or ("Inf" in form and _carried(scene, hit)):
        at = _pause(scene, hit.first, NEAR)
        if at < hit.first:
            return Cut(at, hit.token, int(token.right_edge.i))
    return None


def conjoined(scene: Scene, hit: Hit) -> bool:
    """Whether the cue is coordinated and has no subject of its own."""
    token = scene.doc[hit.token]
    before = hit.first - 1
    while before > hit.unit.first and scene.doc[before].pos_ == "ADV":
        before -= 1
    if scene.doc[before].pos_ != "CCONJ":
        return False
    return not any(trees.children(scene.doc[i], "nsubj", "mark") for i in hit.members) and not has(
        token, "VerbForm", "Inf"
    )


def _contrast(scene: Scene, hit: Hit) -> int | None:
    """The pause before a clause of another speaker, set against the first (", whereas Moscow blamed …")."""
    token = scene.doc[hit.token]
    if token.relation != "advcl" or not any(trees.children(scene.doc[i], "nsubj") for i in hit.members):
        return None
    marks = [mark.i for mark in trees.children(token, "mark", "advmod") if mark.i < hit.first]
    first = min(marks, default=hit.unit.first)
    pause = first - 1
    return pause if marks and pause > hit.unit.first and scene.is_pause(pause) else None


def _conjunct(scene: Scene, hit: Hit) -> Cut:
    """A cut before a coordinated cue, for contents whose own cue has the same tense."""
    token = scene.doc[hit.token]
    head = token.head if token.relation == "conj" else None
    inner = () if head is None else _tense(head)
    at = hit.first - 1
    while at > hit.unit.first and (scene.doc[at].pos_ in ("ADV", "CCONJ") or scene.is_pause(at)):
        at -= 1
    return Cut(at + 1, hit.token, hit.unit.last, tense(scene, hit), inner)


def tense(scene: Scene, hit: Hit) -> tuple[str, ...]:
    """Mood and tense of a cue; a bare coordinated participle counts as a compound past."""
    token = scene.doc[hit.token]
    while has(token, "VerbForm", "Inf") and token.head != token and token.head.i >= hit.unit.first:
        token = token.head
    return _tense(token)


def alike(one: tuple[str, ...], other: tuple[str, ...], *, strict: bool = False) -> bool:
    """Whether two tenses are the same; a bare participle shares that of any compound past unless `strict`."""
    if one[:1] == other[:1] == ("compound",) and not strict:
        return len(one) == 1 or len(other) == 1 or one == other
    return one == other


def _tense(token: Word) -> tuple[str, ...]:
    form = values(token, "VerbForm")
    if "Part" in form and has(token, "Tense", "Past"):
        finite = trees.finite(token)
        return ("compound", *(values(finite, "Tense") if finite.i != token.i else ()))
    return (*values(token, "Mood"), *values(token, "Tense"), *form)


def _circumstance(scene: Scene, first: int, last: int) -> int:
    """The end of a content before a circumstance of the utterance (", lors d'une rencontre …")."""
    for i in range(first + 1, last - 1):
        if scene.is_pause(i) and scene.quote(i) is None:
            words = " ".join(scene.form(j) for j in range(i + 1, min(i + 4, last + 1)))
            if words.startswith(scene.words.circumstances) and not any(
                scene.form(j) in (",", ";", ":") for j in range(i + 1, last + 1)
            ):
                return i - 1
    return last


def apposed(scene: Scene, hit: Hit) -> int | None:
    """The pause before a noun that stands for what precedes and that the cue is about (", a charge Kigali denies")."""
    if hit.cue.kind != "verb" or not any(shape.startswith("object") for shape in hit.cue.says):
        return None
    for i in range(hit.first - 1, max(hit.unit.first + 1, hit.first - COMMENT), -1):
        if scene.is_pause(i):
            told = _stands_for(scene, i + 1, hit.first) or _no_name(scene, i + 1, hit)
            return i if told else None
        if has(scene.doc[i], "VerbForm", "Fin") and not same(scene.doc[i], scene.words.comments):
            return None
    return None


def _stands_for(scene: Scene, first: int, cue: int) -> bool:
    """Whether words begin with a noun for what was said before, right after its articles and adjectives."""
    noun = first
    while noun < min(cue, first + NEAR) and scene.doc[noun].pos_ in ("DET", "ADJ", "ADV", "NUM"):
        noun += 1
    if noun >= cue:
        return False
    if noun == first and scene.doc[noun].pos_ == "PRON":
        relative = same(scene.doc[noun + 1], scene.words.relatives)
        return same(scene.doc[noun], scene.words.antecedents) and not relative
    if not same(scene.doc[noun], scene.words.comments):
        return False
    relative = scene.form(noun + 1) in scene.words.relatives
    return scene.doc[noun].pos_ == "NOUN" or (relative and scene.doc[noun].pos_ == "VERB")


def _no_name(scene: Scene, relative: int, hit: Hit) -> bool:
    """Whether a relative pronoun after a name takes up the whole, as names are not denied (", which X denies")."""
    pronoun, name = scene.doc[relative], scene.doc[relative - 2]
    object_ = pronoun.relation == "obj" and pronoun.head.i in hit.nodes
    return object_ and "clause" in hit.cue.says and has(pronoun, "PronType", "Rel") and name.pos_ == "PROPN"


def _comment(scene: Scene, hit: Hit) -> int | None:
    """The pause before a comment on what precedes (", ce que Kigali dément")."""
    apart = apposed(scene, hit)
    if apart is not None:
        return apart
    words = scene.words
    for i in range(hit.first - 1, max(hit.unit.first + 1, hit.first - COMMENT), -1):
        if (
            scene.form(i) in words.relatives
            and scene.form(i - 1) in words.antecedents
            and scene.is_pause(i - 2)
        ):
            return i - 2
    return None


def _carried(scene: Scene, hit: Hit) -> bool:
    marks = trees.children(scene.doc[hit.token], "mark", "case")
    return any(mark.low_lemma in scene.words.carrying for mark in marks)


def _pause(scene: Scene, i: int, width: int) -> int:
    """The nearest pause or coordination within `width` words before token `i`; `i` itself without one."""
    for j in range(i - 1, max(-1, i - 1 - width), -1):
        if scene.is_pause(j) or scene.doc[j].pos_ == "CCONJ":
            return j
        if scene.doc[j].pos_ in ("VERB", "NOUN", "PROPN"):
            break
    return i
