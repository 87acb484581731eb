"""Reading of speech: who says what, from cues, quotations and the voice that a paragraph goes on in."""

from collections.abc import Iterator

from spacy.tokens import Token

from depeche.languages.pack import Pack
from depeche.syntax import trees
from depeche.syntax.parse import Parse
from depeche.understanding.speech.cuts import alike, conjoined, find_cuts, tense
from depeche.understanding.speech.declared import declared
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.hosts import attributed
from depeche.understanding.speech.implicit import continued
from depeche.understanding.speech.incise import announced, host, is_incise, quoted_before
from depeche.understanding.speech.match import Hit, hits, uttered
from depeche.understanding.speech.nouns import noun_statement, reacts
from depeche.understanding.speech.said import Speech
from depeche.understanding.speech.scene import Actors, Scene, same
from depeche.understanding.speech.shapes import Part, content, trim
from depeche.understanding.speech.transcript import transcribed
from depeche.understanding.speech.voice import Voice, impersonal, passive, speaker
from depeche.understanding.speech.write import written


def read_speech(parse: Parse, pack: Pack, actors: Actors) -> Speech:
    """The statements of a parsed dispatch, in the order of their cues; linear in the length of the text."""
    scene = Scene(parse, pack, actors)
    scene.cuts = find_cuts(scene)
    drafts: list[Draft] = []
    taken: set[int] = set()
    for i in range(len(parse)):
        if i not in taken and scene.unit(i) is not None:
            draft = _draft(scene, i, drafts)
            if draft is not None and draft.hit is not None:
                drafts.append(draft)
                taken.update(draft.hit.nodes)
    spoken = transcribed(scene, drafts)
    stated = [*spoken, *declared(scene, spoken)]
    everything = sorted([*stated, *continued(scene, stated)], key=lambda draft: draft.place)
    return Speech(written(scene, everything), len(parse))


def _draft(scene: Scene, i: int, before: list[Draft]) -> Draft | None:
    """The statement that a cue at token `i` makes; of several cues, the first that has content and speaker."""
    for hit in hits(scene, i):
        found = _read(scene, hit, before) if uttered(scene, hit) else None
        if found is not None:
            part, voice = found
            return Draft(voice=voice, part=part, hit=hit)
    return None


def _read(scene: Scene, hit: Hit, before: list[Draft]) -> tuple[Part | None, Voice] | None:
    if hit.cue.kind == "adposition":
        return attributed(scene, hit)
    if hit.cue.kind == "noun":
        return None if reacts(scene, hit) else noun_statement(scene, hit)
    return _verb(scene, hit, before)


def _verb(scene: Scene, hit: Hit, before: list[Draft]) -> tuple[Part | None, Voice] | None:
    inverted = is_incise(scene, hit) and ("quote" in hit.cue.says or "clause" in hit.cue.says)
    part = host(scene, hit) if inverted else _plain(scene, hit, before)
    if part is None and "none" not in hit.cue.says:
        return None
    if part is not None and (hit.cue.mental and not inverted and not _told_aloud(scene, hit, part)):
        return None
    voice = _shared(scene, hit, before) or speaker(scene, hit, inverted=inverted)
    if voice is None or (scene.quote(hit.token) is not None and not _reported(hit, voice)):
        return None
    if voice.document:
        voice = _author(voice, before)
    return part, voice


def _shared(scene: Scene, hit: Hit, before: list[Draft]) -> Voice | None:
    """The voice of the cue that this one is coordinated with, where it has no subject of its own."""
    if not conjoined(scene, hit):
        return None
    for draft in reversed(before[-4:]):
        if draft.hit is not None and draft.hit.unit == hit.unit and draft.hit.cue.kind == "verb":
            if alike(tense(scene, draft.hit), tense(scene, hit)):
                return draft.voice
    return None


def _told_aloud(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether a verb of thinking tells of speech: in a compound past, or with quoted words."""
    past = "Past" in scene.doc[hit.token].morph.get("Tense") and hit.first != hit.token
    quotes = scene.quotes.between(*scene.span(part.first, part.last))
    return past or any(not scene.is_name(quote) and " " in scene.parse.words(quote.inner) for quote in quotes)


def _reported(hit: Hit, voice: Voice) -> bool:
    """Whether a cue inside a quotation tells of a third person's words."""
    return bool(voice.persons) and voice.mention is not None and "clause" in hit.cue.says and not hit.cue.mental


def _author(voice: Voice, before: list[Draft]) -> Voice:
    """Who made a text that speaks: the side that spoke last."""
    for draft in reversed(before[-3:]):
        if draft.voice.codes:
            return Voice(codes=draft.voice.codes, first=voice.first, last=voice.last)
    return voice


def _plain(scene: Scene, hit: Hit, before: list[Draft]) -> Part | None:
    """The content of a cue in ordinary order."""
    if passive(scene, hit):
        return _passive(scene, hit)
    part = content(scene, hit)
    if part is not None and "inf" in hit.cue.says and _carries_cue(scene, hit, part):
        return None
    if part is None or part.first == part.last:
        part = _relative(scene, hit, before) or part
    if part is None and "quote" in hit.cue.says:
        part = announced(scene, hit)
    if part is None:
        quote = quoted_before(scene, hit)
        if quote is not None and not trees.children(scene.doc[hit.token], "obj"):
            part = _tokens(scene, quote.start, quote.end)
    return part


def _carries_cue(scene: Scene, hit: Hit, part: Part) -> bool:
    """Whether the infinitive is a cue itself, of which this one only tells the manner ("a souhaité rappeler que")."""
    if not same(scene.doc[hit.token], scene.words.carriers):
        return False
    return any(content(scene, inner) is not None for inner in hits(scene, part.first) if inner.cue.kind == "verb")


def _tokens(scene: Scene, start: int, end: int) -> Part | None:
    found = scene.parse.tokens((start, end))
    return Part(found[0].i, found[-1].i) if found else None


def _passive(scene: Scene, hit: Hit) -> Part | None:
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
    if trees.base(token) in ("acl", "amod") and hit.cue.participle and token.head.pos_ in ("NOUN", "PROPN"):
        first = token.head.left_edge.i
        while first < token.head.i and scene.doc[first].pos_ in ("DET", "ADP"):
            first += 1
        last = min(int(token.head.right_edge.i), hit.unit.last)
        return Part(first, trim(scene, first, _before_relative(scene, token.i, last)))
    return None


def _before_relative(scene: Scene, first: int, last: int) -> int:
    """The last token before a relative clause that a pause sets off."""
    for i in range(first + 1, last):
        if scene.is_pause(i) and "Rel" in scene.doc[i + 1].morph.get("PronType"):
            return i - 1
    return last


def _nominal(scene: Scene, head: Token, verb: Token) -> Part | None:
    """A subject up to its first pause; a relative pronoun gives its antecedent."""
    if "Rel" in head.morph.get("PronType"):
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


def _antecedent(pronoun: Token) -> Token | None:
    node = pronoun
    for _ in range(8):
        if node.head == node:
            return None
        if node.dep_ == "acl:relcl":
            return node.head
        node = node.head
    return None


def _relative(scene: Scene, hit: Hit, drafts: list[Draft]) -> Part | None:
    """What a relative pronoun stands for: "ce que Kigali dément" the clause before, "l'idée qu'il rejette" the noun."""
    doc = scene.doc
    pronoun = next(
        (i for i in range(hit.first - 1, max(hit.unit.first, hit.first - 12) - 1, -1) if _is_relative(scene, i)), None
    )
    if pronoun is None:
        return None
    before = pronoun - 1
    if before > hit.unit.first and same(doc[before], scene.words.antecedents):
        if not scene.is_pause(before - 1):
            return None
        return _told_before(hit, drafts) or _clause_before(scene, before - 1, hit)
    if before < hit.unit.first or not _shape_takes_object(hit) or not _is_object(doc[pronoun], doc[hit.token]):
        return None
    noun = _antecedent(doc[pronoun])
    if noun is None or noun.i >= pronoun:
        return None
    if same(noun, scene.words.comments):
        return _told_before(hit, drafts) or _clause_before(scene, int(noun.left_edge.i) - 1, hit)
    return _nominal(scene, noun, doc[pronoun])


def _is_relative(scene: Scene, i: int) -> bool:
    token = scene.doc[i]
    return same(token, scene.words.relatives) and token.pos_ in ("PRON", "SCONJ")


def _is_object(pronoun: Token, verb: Token) -> bool:
    return trees.base(pronoun) in ("obj", "iobj", "mark") and (pronoun.head.i == verb.i or pronoun.head.is_ancestor(verb))


def _shape_takes_object(hit: Hit) -> bool:
    return any(shape.startswith("object") for shape in hit.cue.says)


def _told_before(hit: Hit, drafts: list[Draft]) -> Part | None:
    """The content of the last statement of the same unit."""
    parts = [draft.part for draft in drafts[-4:] if draft.part is not None]
    parts = [part for part in parts if part.first in hit.unit and part.last < hit.first]
    return max(parts, key=lambda part: (part.last, -part.first), default=None)


def _clause_before(scene: Scene, last: int, hit: Hit) -> Part | None:
    """The clause that ends before token `last`: back to the last strong pause, or the content of the cue before."""
    while last > hit.unit.first and (scene.is_pause(last) or scene.doc[last].is_punct):
        last -= 1
    first = last
    while first > hit.unit.first and scene.text[scene.parse.start[first - 1]] not in ";:":
        first -= 1
    return Part(first, last) if last > first else None


def cues_in(drafts: list[Draft]) -> Iterator[int]:
    """The tokens of the cues."""
    yield from (draft.hit.token for draft in drafts if draft.hit is not None)
