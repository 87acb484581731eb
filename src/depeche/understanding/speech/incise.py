"""Cues inside or after what they report: "…, a-t-il dit", "« … », constate Bruxelles, « … »"."""

from depeche.syntax import trees
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.quotes import Quote
from depeche.understanding.speech.scene import Scene, same
from depeche.understanding.speech.shapes import Part, trim


def is_incise(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands in or after its content, its subject behind it."""
    doc, before = scene.doc, hit.first - 1
    if before < hit.unit.first or not (scene.is_pause(before) or _closes(scene, before) or _ends(scene, before)):
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
    if "Part" in doc[hit.token].morph.get("VerbForm") and hit.first == hit.token:
        return False
    return not subjects and _closes_quote(scene, before)


def _person_follows(scene: Scene, hit: Hit) -> bool:
    """Whether a person comes next as a bare nominal after a verb that takes no person as its object."""
    if hit.cue.whom or "Part" in scene.doc[hit.first].morph.get("VerbForm"):
        return False
    for i in range(hit.last + 1, hit.unit.last + 1):
        token = scene.doc[i]
        if scene.is_pause(i) or token.pos_ in ("VERB", "SCONJ", "AUX"):
            return False
        if token.pos_ in ("NOUN", "PROPN") and not trees.children(token, "case"):
            mention = scene.actors.at(i)
            if mention is None or mention.first <= hit.last:
                return False
            return bool(mention.persons or mention.unnamed) or _alone(scene, hit, mention.last)
    return False


def _alone(scene: Scene, hit: Hit, last: int) -> bool:
    """Whether nothing but a pause or the end of the unit follows, so that a finite verb's nominal is its subject."""
    finite = any("Fin" in scene.doc[i].morph.get("VerbForm") for i in hit.members)
    return finite and (last >= hit.unit.last - 1 or scene.is_pause(last + 1))


def _as_said(scene: Scene, hit: Hit) -> bool:
    """Whether the cue stands after "comme" ("comme l'a souligné …")."""
    before = hit.first - 1
    return before >= hit.unit.first and same(scene.doc[before], scene.words.manner) and not _reported_clause(scene, hit)


def _reported_clause(scene: Scene, hit: Hit) -> bool:
    for child in scene.doc[hit.nodes[-1]].children:
        if child.i > hit.last and trees.base(child) not in ("conj", "punct", "nsubj", "obl"):
            if any(same(mark, scene.words.complementizers) and mark.i > hit.last for mark in trees.children(child, "mark")):
                return True
    return False


def _closes(scene: Scene, i: int) -> bool:
    return scene.is_mark(i)


def _ends(scene: Scene, i: int) -> bool:
    return scene.text[scene.parse.start[i]] in "?!…"


def _closes_quote(scene: Scene, i: int) -> bool:
    return scene.is_mark(i) or (i > 0 and scene.is_mark(i - 1))


def host(scene: Scene, hit: Hit) -> Part | None:
    """The content of an incise: what stands before it in its unit, and what goes on after it."""
    start = _opened_before(scene, _left(scene, hit))
    if start >= hit.first:
        return None
    resumed = _resumes(scene, hit, start)
    if not resumed:
        return _whole(scene, start, _before_incise(scene, hit, start))
    return _whole(scene, start, trim(scene, start, resumed))


def _opened_before(scene: Scene, start: int) -> int:
    """Where a quotation began that runs over several paragraphs up to this one."""
    quote = scene.quotes.at(scene.parse.start[start])
    if quote is None or quote.start >= scene.parse.start[start]:
        return start
    found = scene.parse.tokens((quote.start, quote.start + 1))
    return found[0].i if found else start


def _left(scene: Scene, hit: Hit) -> int:
    """Where the content begins: after the last colon or semicolon before the cue, or a relative pronoun."""
    start = hit.unit.first
    for i in range(hit.first - 1, hit.unit.first - 1, -1):
        if scene.text[scene.parse.start[i]] in ":;" and scene.quote(i) is None and i + 1 < hit.first - 1:
            start = i + 1
            break
    relative = _relative(scene, hit)
    return max(start, relative) if relative is not None else start


def _relative(scene: Scene, hit: Hit) -> int | None:
    """The token after the relative pronoun where the cue stands inside a relative clause."""
    i = hit.first - 1
    while i > hit.unit.first and not scene.is_pause(i - 1):
        i -= 1
    if i < hit.first - 1 and not _finite(scene, i, hit.first - 1, relative=True) and "Rel" in scene.doc[i].morph.get("PronType") and scene.is_pause(i - 1):
        return i + 1
    return None


def _before_incise(scene: Scene, hit: Hit, start: int) -> int:
    last = hit.first - 1
    if last > start and same(scene.doc[last], scene.words.manner):
        last -= 1
    while last > start and (scene.is_pause(last) or scene.text[scene.parse.start[last]] in ".…"):
        last -= 1
    return last


def _whole(scene: Scene, first: int, last: int) -> Part:
    return Part(first, max(first, last))


def _resumes(scene: Scene, hit: Hit, start: int) -> int | None:
    """The last token of the content that goes on after the incise; None where it does not."""
    doc, unit = scene.doc, hit.unit
    pause = next((i for i in range(hit.last + 1, unit.last) if scene.is_pause(i) and scene.quote(i) is None), None)
    if pause is None:
        return None
    if _quote_begins(scene, pause + 1) and _closes_quote(scene, hit.first - 1):
        return _quote_end(scene, pause + 1)
    if not _finite(scene, start, hit.first - 1) and not _quoted(scene, start, hit.first - 1):
        return unit.last if _verbal(scene, pause, unit.last) else None
    if _infinitive_follows(scene, pause + 1):
        return unit.last
    for i in range(pause + 1, unit.last + 1):
        head = doc[i].head.i
        if start <= head < hit.first and _carries(scene, i):
            return unit.last
    return None


def _verbal(scene: Scene, first: int, last: int) -> bool:
    return last - first > 1 and any(scene.doc[i].pos_ in ("VERB", "AUX", "ADJ") for i in range(first, last + 1))


def _infinitive_follows(scene: Scene, i: int) -> bool:
    """Whether an infinitive or a reported clause follows at once: it hangs on the words before the incise."""
    doc = scene.doc
    if i >= len(doc):
        return False
    if doc[i].pos_ == "ADP" and i + 1 < len(doc) and not same(doc[i], scene.words.carrying):
        i += 1
    return "Inf" in doc[i].morph.get("VerbForm") or (doc[i].pos_ == "SCONJ" and same(doc[i], scene.words.complementizers))


def _carries(scene: Scene, i: int) -> bool:
    """Whether the token, hung on the words before the incise, shows that these go on."""
    token = scene.doc[i]
    if trees.base(token) in ("punct", "parataxis", "cc") or scene.is_pause(i):
        return False
    if trees.base(token) in ("advcl", "acl") and "Pres" in token.morph.get("Tense") and "Part" in token.morph.get("VerbForm"):
        return False
    return token.dep_ != "acl:relcl"


def _quote_begins(scene: Scene, i: int) -> bool:
    return i < len(scene.doc) and scene.is_mark(i) and scene.quotes.at(scene.parse.start[i]) is not None


def _quote_end(scene: Scene, i: int) -> int:
    quote = scene.quotes.at(scene.parse.start[i])
    last = i
    while quote is not None and last + 1 < len(scene.doc) and scene.parse.start[last + 1] < quote.end:
        last += 1
    return last


def _finite(scene: Scene, first: int, last: int, *, relative: bool = False) -> bool:
    """Whether a finite verb, of no relative clause unless `relative`, stands between two tokens."""
    for i in range(first, last + 1):
        token = scene.doc[i]
        if "Fin" in token.morph.get("VerbForm"):
            verb = token.head if trees.base(token) in ("aux", "cop") else token
            if relative or verb.dep_ not in ("acl:relcl", "acl"):
                return True
    return False


def _quoted(scene: Scene, first: int, last: int) -> bool:
    """Whether the stretch begins with a quotation that holds more than half of it."""
    quote = scene.quotes.at(scene.parse.start[first])
    if quote is None:
        return False
    return 2 * (quote.end - quote.start) > scene.parse.end[last] - scene.parse.start[first]


def announced(scene: Scene, hit: Hit) -> Part | None:
    """A quotation that the cue announces: after a colon or directly after the cue; else one before it."""
    unit = hit.unit
    for i in range(hit.last + 1, unit.last + 1):
        if scene.is_mark(i) and _quote_begins(scene, i) and _announces(scene, hit, i):
            return Part(i, _quote_end(scene, i))
        if scene.text[scene.parse.start[i]] == ":" and i < unit.last and not scene.is_mark(i + 1):
            return Part(i + 1, trim(scene, i + 1, unit.last))
    return None


def _announces(scene: Scene, hit: Hit, i: int) -> bool:
    before = i - 1
    return before == hit.last or scene.text[scene.parse.start[before]] in ":,"


def quoted_before(scene: Scene, hit: Hit) -> Quote | None:
    """A quotation at the start of the unit that the cue comments on ("« Regrettable » : c'est ainsi que …")."""
    quote = scene.quotes.at(scene.parse.start[hit.unit.first])
    if quote is None or quote.end > scene.parse.start[hit.first]:
        return None
    return quote if scene.text[quote.end : scene.parse.start[hit.first]].lstrip().startswith(":") else None
