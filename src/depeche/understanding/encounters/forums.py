"""The forums that a dispatch names: summits, assemblies, ministerial meetings, numbered or not."""

from collections.abc import Iterator

import msgspec

from depeche.knowledge import Meeting, gazetteer, meetings, named_meetings, world
from depeche.syntax.trees import ancestors, children, passive
from depeche.syntax.words import Word
from depeche.understanding.encounters.scene import Scene

STEPS = 3


class Forum(msgspec.Struct, frozen=True, kw_only=True):
    """A forum in the text: its tokens, the token that heads its phrase, and what is known of it.

    `label` is the code with the edition if told, or the words; `body` the organisation's code, None where
    there is none.
    """

    first: int
    last: int
    head: Word
    label: str
    body: str | None
    meeting: Meeting | None = None

    @property
    def date(self) -> str | None:
        """The day or days of a meeting that is known."""
        return self.meeting.date if self.meeting else None


def forums(scene: Scene) -> tuple[Forum, ...]:
    """The forums of the text below the headline, in its order."""
    text = scene.parse.document.text
    parts = [(zone.start, zone.end) for zone in scene.parse.zones]
    out: list[Forum] = []
    offices = _offices(scene)
    found = gazetteer(scene.language).find_each(text, parts)
    hits = tuple(hit for hit in found if hit.start not in offices)
    for named in named_meetings(text, hits, scene.language):
        out.extend(_forum(scene, (named.start, named.end), named.label, None, named.meeting))
    for hit in hits:
        if hit.code is None or hit.kind not in ("forum", "organisation"):
            continue
        if any(scene.parse.start[f.first] <= hit.start < scene.parse.end[f.last] for f in out):
            continue
        tokens = scene.parse.tokens((hit.start, hit.end))
        if not tokens or scene.parse.in_title(tokens[0].i):
            continue
        forum = _of_hit(scene, tokens, hit.code, hit.kind)
        if forum is not None:
            out.append(forum)
    out.extend(_owned(scene, out))
    out.extend(_unknown(scene, out))
    return tuple(sorted(out, key=lambda forum: forum.first))


def _offices(scene: Scene) -> frozenset[int]:
    """Where the words begin that an office is told by, past its first: "président du Conseil européen"."""
    inside = (range(m.first + 1, m.last + 1) for m in scene.actors.mentions if m.how == "title" and m.persons)
    return frozenset(scene.parse.start[i] for words in inside for i in words)


def _forum(
    scene: Scene, span: tuple[int, int], label: str, body: str | None, meeting: Meeting | None
) -> Iterator[Forum]:
    tokens = scene.parse.tokens(span)
    if tokens and not scene.parse.in_title(tokens[0].i):
        head = _top(tokens)
        body = body or (meeting.forum if meeting else label.partition(" ")[0])
        yield Forum(first=tokens[0].i, last=tokens[-1].i, head=head, label=label, body=body, meeting=meeting)


def _top(tokens: list[Word]) -> Word:
    """The token whose head stands outside."""
    inside = {token.i for token in tokens}
    outward = [
        t
        for t in tokens
        if (t.head.i not in inside or t.head.i == t.i) and t.pos_ not in ("ADP", "DET", "PUNCT")
    ]
    return next((t for t in outward if t.pos_ in ("NOUN", "PROPN")), tokens[-1])


def _of_hit(scene: Scene, tokens: list[Word], code: str, kind: str) -> Forum | None:
    """A forum by name, or an organisation under a word of meeting ("sommet de l'UA")."""
    top = _top(tokens)
    body = _body(scene, tokens, top, code)
    noun = next((node for node in _above(top) if node.low_lemma in scene.words["forum_nouns"]), None)
    if body is not None:
        head = body[1]
        return Forum(first=head.i, last=max(tokens[-1].i, head.i), head=head, label=body[0], body=code)
    if noun is not None:
        return Forum(first=noun.i, last=tokens[-1].i, head=noun, label=code, body=code)
    if (kind == "forum" and _meets(code)) or code in {body.code for body in scene.words.bodies}:
        return Forum(first=tokens[0].i, last=tokens[-1].i, head=top, label=code, body=code)
    return None


def _meets(code: str) -> bool:
    """Whether a forum of that code is known to meet, in numbered meetings or as an organ."""
    body = world().organisation(code)
    return any(meeting.forum == code for meeting in meetings()) or (body is not None and body.kind == "organ")


def _above(token: Word) -> Iterator[Word]:
    yield token
    for step, node in enumerate(ancestors(token)):
        if step >= STEPS or node.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return
        yield node


def _body(scene: Scene, tokens: list[Word], top: Word, code: str) -> tuple[str, Word] | None:
    """A body of the organisation that is told as such ("Conseil des affaires étrangères de l'UE")."""
    for body in scene.words.bodies:
        for node in _above(top) if body.of == code else ():
            near = {t.lower_ for t in node.subtree} | {t.low_lemma for t in node.subtree}
            if body.words <= near:
                return body.code, node
    return None


def _owned(scene: Scene, known: list[Forum]) -> Iterator[Forum]:
    """A sitting that a pronoun gives to an organisation named before ("ECOWAS decided at its summit")."""
    heads = {forum.head.i for forum in known}
    for token in scene.parse.doc.of_lemma(scene.words["sitting"]):
        if token.i in heads or scene.parse.in_title(token.i):
            continue
        owner = next((c for c in token.children if "Yes" in c.morph.get("Poss")), None)
        mention = scene.actors.resolve(owner) if owner is not None else None
        if (
            mention is not None
            and len(mention.codes) == 1
            and world().organisation(mention.codes[0]) is not None
        ):
            code = mention.codes[0]
            yield Forum(first=token.i, last=token.i, head=token, label=code, body=code)


def _unknown(scene: Scene, known: list[Forum]) -> Iterator[Forum]:
    """Forums of no known name: a capitalised noun of meeting with what it is about."""
    for token in scene.parse.doc.of_lemma(scene.words["named_forums"]):
        if scene.parse.in_title(token.i):
            continue
        if (
            token.is_lower
            and (_gone_to(token, scene) or _to_be_held(token, scene))
            and not any(f.first <= token.i <= f.last or f.head.i == token.i for f in known)
        ):
            yield Forum(first=token.i, last=token.i, head=token, label="", body=None)
            continue
        if (
            not token.text[0].isupper()
            or token.is_sent_start
            or any(f.first <= token.i <= f.last for f in known)
        ):
            continue
        if any(f.head.i == token.i or token.is_ancestor(f.head) for f in known):
            continue
        last = max(
            [token.i, *(c.right_edge.i for c in children(token, "nmod", "amod", "flat") if c.i > token.i)]
        )
        last = min(last, token.i + 8)
        first = min([token.i, *(c.left_edge.i for c in children(token, "compound"))])
        label = scene.parse.words(scene.parse.span(first, last))
        yield Forum(first=first, last=last, head=token, label=" ".join(label.split()), body=None)


def _gone_to(token: Word, scene: Scene) -> bool:
    """Whether somebody takes part in a gathering that has no name ("due to attend a peace summit in Bern")."""
    verb = token.head
    never = scene.words.never.get(token.low_lemma, frozenset())
    attended = (
        token.relation in ("obj", "obl") and verb.pos_ == "VERB" and verb.low_lemma in scene.words["attend"]
    )
    return attended and not any(child.low_lemma in never or child.lower_ in never for child in token.children)


def _to_be_held(token: Word, scene: Scene) -> bool:
    """Whether a gathering of states without a name is to be held ("Une conférence internationale se tiendra")."""
    never = scene.words.never.get(token.low_lemma, frozenset())
    inside = [child for child in token.children if child.relation in ("amod", "nmod", "compound", "nummod")]
    if any(child.low_lemma in never or child.lower_ in never for child in inside):
        return False
    if not any(child.low_lemma in scene.words["worldly"] or scene.actors.resolve(child) for child in inside):
        return False
    verb = token.head
    own = token.relation == "nsubj" or (token.relation == "obj" and not _of_body(verb, scene))
    if own and verb.pos_ in ("VERB", "AUX") and scene.words.within(verb, "cancel") and passive(verb):
        return True
    held = [verb, *children(verb, "xcomp")] if own and verb.pos_ in ("VERB", "AUX") else []
    held += [clause for clause in children(token, "acl") if clause.dep_ == "acl:relcl"]
    return any(v.low_lemma in scene.words["hold"] and (ahead(v) or due(v, scene)) for v in held)


def _of_body(verb: Word, scene: Scene) -> bool:
    """Whether an organisation holds it: then it is its own ("ECOWAS will hold an extraordinary summit")."""
    codes = [code for child in children(verb, "nsubj") for code in scene.side(child).codes]
    return any(world().organisation(code) is not None for code in codes)


def ahead(verb: Word) -> bool:
    """Whether a verb is in the future, by its form or its auxiliary."""
    return any("Fut" in w.morph.get("Tense") for w in (verb, *children(verb, "aux")))


def due(verb: Word, scene: Scene) -> bool:
    """Whether a verb stands under one of planning ("is to be held", "doit se tenir", "will be held")."""
    marks = [w.low_lemma for w in children(verb, "aux")]
    above = verb.head.low_lemma if verb.relation == "xcomp" else ""
    return any(word in scene.words["plan"] for word in (*marks, above) if word)


def occasion(forum: Forum, scene: Scene) -> bool:
    """Whether the forum is told as the occasion of something else ("en marge de X", "lors de X")."""
    for node in [forum.head, *ancestors(forum.head)][:4]:
        if node.low_lemma in scene.words["margins"] or node.low_lemma in scene.words["occasions"]:
            return True
        marks = " ".join(w.low_lemma for c in children(node, "case") for w in (c, *children(c, "fixed")))
        if marks in scene.words["occasions"]:
            return True
        if node.pos_ in ("VERB", "AUX"):
            return False
    return False


def in_margins(forum: Forum, scene: Scene) -> bool:
    """Whether it stands under a word of margins."""
    node = forum.head
    for _ in range(4):
        if node.low_lemma in scene.words["margins"]:
            return True
        if any(
            w.low_lemma in scene.words["margins"]
            for c in children(node, "case")
            for w in (c, *children(c, "fixed"))
        ):
            return True
        if node.relation in ("ROOT", "ccomp") or node.pos_ in ("VERB", "AUX"):
            return False
        node = node.head
    return False
