"""What an incise reports: the words before it, and those that go on after it."""

from depeche.syntax import trees
from depeche.understanding.speech.announced import quote_begins, quote_end
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.incise import closes_quote
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same


def host(scene: Scene, hit: Hit) -> Part | None:
    """The content of an incise: what stands before it in its unit, and what goes on after it."""
    whole = _around(scene, hit)
    if whole is not None:
        return whole
    start = _opened_before(scene, _left(scene, hit))
    if start >= hit.first:
        return None
    resumed = _resumes(scene, hit, start)
    if not resumed:
        return _whole(scene, start, _before_incise(scene, hit, start))
    return _whole(scene, start, trim(scene, start, resumed))


def _around(scene: Scene, hit: Hit) -> Part | None:
    """The quotation that opens the unit and goes on over the cue to its end ("« Oui, a dit X. Nous irons. »")."""
    quote = scene.quotes.at(scene.parse.start[hit.first])
    if quote is None or not quote.closed or quote.start != scene.parse.start[hit.unit.first]:
        return None
    after = scene.parse.tokens((scene.parse.end[hit.last], quote.inner[1]))
    if quote.inner[1] > scene.parse.end[hit.unit.last] or not any(word.pos_ == "VERB" for word in after):
        return None
    found = scene.parse.tokens((quote.start, quote.end))
    return Part(found[0].i, found[-1].i)


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
    if (
        i < hit.first - 1
        and not _finite(scene, i, hit.first - 1, relative=True)
        and has(scene.doc[i], "PronType", "Rel")
        and scene.is_pause(i - 1)
    ):
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
    pause = next(
        (i for i in range(hit.last + 1, unit.last) if scene.is_pause(i) and scene.quote(i) is None), None
    )
    if pause is None:
        return None
    if quote_begins(scene, pause + 1) and closes_quote(scene, hit.first - 1):
        return quote_end(scene, pause + 1)
    if not _finite(scene, start, hit.first - 1) and not _quoted(scene, start, hit.first - 1):
        return unit.last if _verbal(scene, pause, unit.last) else None
    if _infinitive_follows(scene, pause + 1):
        return unit.last
    if _is_quote(scene, start, _before_incise(scene, hit, start)):
        return None
    if _clause_follows(scene, pause + 1):
        return unit.last
    if any(doc[i].head.i > pause and not doc[i].is_punct for i in range(start, hit.first)):
        return unit.last  # "He had not, he stressed, come …"
    for i in range(pause + 1, unit.last + 1):
        head = doc[i].head.i
        if start <= head < hit.first and _carries(scene, i):
            return unit.last
    return None


def _verbal(scene: Scene, first: int, last: int) -> bool:
    return last - first > 1 and any(
        scene.doc[i].pos_ in ("VERB", "AUX", "ADJ") for i in range(first, last + 1)
    )


def _infinitive_follows(scene: Scene, i: int) -> bool:
    """Whether an infinitive or a reported clause follows at once: it hangs on the words before the incise."""
    doc = scene.doc
    if i >= len(doc):
        return False
    if doc[i].pos_ == "ADP" and i + 1 < len(doc) and not same(doc[i], scene.words.carrying):
        i += 1
    return has(doc[i], "VerbForm", "Inf") or (
        doc[i].pos_ == "SCONJ" and same(doc[i], scene.words.complementizers)
    )


def _clause_follows(scene: Scene, i: int) -> bool:
    """Whether a clause with a conjunction follows ("The army would talk, he said, only once …")."""
    doc = scene.doc
    words = " ".join(scene.form(j) for j in range(i, min(i + 3, len(doc))))
    if words.startswith(scene.words.circumstances) or i + 1 >= len(doc):
        return False
    if doc[i].pos_ == "ADV":
        i += 1
    return doc[i].pos_ == "SCONJ" and doc[i].head.i > i and has(trees.finite(doc[i].head), "VerbForm", "Fin")


def _carries(scene: Scene, i: int) -> bool:
    """Whether the token, hung on the words before the incise, shows that these go on."""
    token = scene.doc[i]
    if token.relation in ("punct", "parataxis", "cc") or scene.is_pause(i):
        return False
    if token.relation in ("advcl", "acl") and has(token, "Tense", "Pres") and has(token, "VerbForm", "Part"):
        return False
    return token.dep_ != "acl:relcl"


def _finite(scene: Scene, first: int, last: int, *, relative: bool = False) -> bool:
    """Whether a finite verb, of no relative clause unless `relative`, stands between two tokens."""
    for i in range(first, last + 1):
        token = scene.doc[i]
        if has(token, "VerbForm", "Fin"):
            verb = token.head if token.relation in ("aux", "cop") else token
            if relative or verb.dep_ not in ("acl:relcl", "acl"):
                return True
    return False


def _is_quote(scene: Scene, first: int, last: int) -> bool:
    """Whether the stretch is a whole quotation and nothing else."""
    quote = scene.quotes.at(scene.parse.start[first])
    return (
        quote is not None
        and quote.start == scene.parse.start[first]
        and scene.parse.end[last] >= quote.inner[1]
    )


def _quoted(scene: Scene, first: int, last: int) -> bool:
    """Whether the stretch begins with a quotation that holds more than half of it."""
    quote = scene.quotes.at(scene.parse.start[first])
    if quote is None:
        return False
    return 2 * (quote.end - quote.start) > scene.parse.end[last] - scene.parse.start[first]
