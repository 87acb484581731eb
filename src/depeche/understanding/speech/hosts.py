"""Attributing prepositions: "selon Pékin, …", "…, d'après l'AFP", "X, pour qui …"."""

from depeche.syntax.words import Word
from depeche.understanding.speech.ends import Part, relative_end, trim
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same
from depeche.understanding.speech.voice import Voice, voice_of


def attributed(scene: Scene, hit: Hit) -> tuple[Part, Voice] | None:
    """The content and speaker of an attributing preposition; None where it attributes nothing."""
    target = _target(scene, hit)
    if target is None:
        return None
    if f"{scene.form(hit.last)} {scene.form(target.i)}" in scene.words.which:
        return None
    if has(target, "PronType", "Rel") or same(target, scene.words.relatives):
        return _relative(scene, hit, target)
    voice = voice_of(scene, target)
    if voice is None or not _speaks(scene, hit, target, voice):
        return None
    part = _content(scene, hit, _phrase_end(scene, hit, target, voice))
    return None if part is None else (part, voice)


def _target(scene: Scene, hit: Hit) -> Word | None:
    """The object of the preposition: the word it marks, or the next nominal."""
    if hit.cue.itself:
        alone = not any(same(scene.doc[i], scene.words.nobody) for i in range(hit.unit.first, hit.token))
        return scene.doc[hit.last] if alone else None
    node = scene.doc[hit.nodes[0]]
    if node.relation == "case" and node.head.i > hit.last:
        return node.head
    for i in range(hit.last + 1, min(hit.last + 6, hit.unit.last) + 1):
        token = scene.doc[i]
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token
        if token.pos_ in ("VERB", "PUNCT", "SCONJ"):
            return None
    return None


def _relative(scene: Scene, hit: Hit, target: Word) -> tuple[Part, Voice] | None:
    voice = voice_of(scene, target) or _antecedent_voice(scene, hit)
    first = target.i + 1
    verb = target.head
    if voice is None or first > hit.unit.last:
        return None
    last = int(verb.right_edge.i) if verb.i > target.i else hit.unit.last
    last = relative_end(scene, first, min(last, hit.unit.last))
    return Part(first, trim(scene, first, max(first, last))), voice


def _antecedent_voice(scene: Scene, hit: Hit) -> Voice | None:
    """The nearest mention before ", pour qui"."""
    for i in range(hit.first - 1, max(hit.unit.first, hit.first - 12) - 1, -1):
        if scene.actors.at(i) is not None:
            return voice_of(scene, scene.doc[i])
    return None


def _speaks(scene: Scene, hit: Hit, target: Word, voice: Voice) -> bool:
    """Whether the object can speak here; a strict preposition wants a person or a capital before a comma."""
    if not hit.cue.strict:
        return True
    named = bool(voice.persons) and voice.mention is not None
    metonym = voice.mention is not None and voice.mention.how == "metonym"
    opens = hit.token == hit.unit.first or scene.is_pause(hit.token - 1)
    end = _phrase_end(scene, hit, target, voice)
    closed = end < hit.unit.last and scene.is_pause(end + 1)
    return (named or metonym) and opens and closed and not _other_voice(scene, hit, end)


def _other_voice(scene: Scene, hit: Hit, end: int) -> bool:
    """Whether somebody else speaks in the sentence ("Pour la France, Nicolas de Rivière a déclaré …")."""
    return any(
        scene.doc[i].pos_ == "VERB" and scene.doc[i].low_lemma in scene.cues.starts
        for i in range(end + 1, min(hit.unit.last, end + 25) + 1)
    )


def _phrase_end(scene: Scene, hit: Hit, target: Word, voice: Voice) -> int:
    last = max(target.i, voice.last or 0)
    edge = min(int(target.right_edge.i), hit.unit.last)
    initial = hit.token == hit.unit.first
    while last < edge and not (
        scene.is_pause(last + 1) and (initial or voice.last is None or last >= voice.last)
    ):
        last += 1
    return _apposed(scene, max(last, hit.last), hit.unit.last, voice)


def _apposed(scene: Scene, last: int, end: int, voice: Voice) -> int:
    """The end of a speaker's phrase with the name that spells it out: "Selon le porte-parole, X Y, …"."""
    if last + 2 > end or not scene.is_pause(last + 1) or not voice.persons:
        return last
    name = scene.actors.at(last + 2)
    named = (
        name is not None and name.how == "name" and name.persons == voice.persons and name.first == last + 2
    )
    return name.last if named and name is not None else last


def _content(scene: Scene, hit: Hit, end: int) -> Part | None:
    unit = hit.unit
    start = _start(scene, hit)
    if hit.token <= start + 1 and not any(scene.doc[i].pos_ == "VERB" for i in range(start, hit.token)):
        first = end + 1
        while first < unit.last and scene.is_pause(first):
            first += 1
        return (
            Part(first, trim(scene, first, _comment(scene, first, unit.last))) if first <= unit.last else None
        )
    last = unit.last if _resumes(scene, start, hit.token, end, unit.last) else hit.token - 1
    last = _comment(scene, start, last)
    while last > start and (scene.is_pause(last) or scene.text[scene.parse.start[last]] in ".…"):
        last -= 1
    return Part(start, last)


def _start(scene: Scene, hit: Hit) -> int:
    for i in range(hit.token - 2, hit.unit.first - 1, -1):
        if scene.text[scene.parse.start[i]] in ":;" and scene.quote(i) is None:
            return i + 1
    return hit.unit.first


def _resumes(scene: Scene, start: int, cue: int, end: int, last: int) -> bool:
    if end >= last:
        return False
    for i in range(end + 1, last + 1):
        token = scene.doc[i]
        if token.is_punct or token.relation in ("punct", "parataxis", "conj"):
            continue
        if start <= token.head.i < cue and not (token.relation == "advcl" and scene.is_pause(i - 1)):
            return True
    return any(end < scene.doc[i].head.i <= last for i in range(start, cue) if not scene.doc[i].is_punct)


def _comment(scene: Scene, first: int, last: int) -> int:
    """The last token before a comment on the whole (", ce que Kigali dément", ", une information que …")."""
    for i in range(first + 1, last - 1):
        if not scene.is_pause(i):
            continue
        j = i + 1
        if scene.doc[j].pos_ == "DET":
            j += 1
        word = scene.doc[j]
        points = same(word, scene.words.antecedents | scene.words.comments)
        if j < last and points and same(scene.doc[j + 1], scene.words.relatives):
            return i - 1
    return last
