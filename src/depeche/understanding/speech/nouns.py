"""Nouns of saying: "l'accusation selon laquelle …", "a lancé un appel à …"."""

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, same
from depeche.understanding.speech.shapes import content
from depeche.understanding.speech.voice import Voice, voice_of


def noun_statement(scene: Scene, hit: Hit) -> tuple[Part, Voice] | None:
    """The content and speaker of a noun of saying; None where it has either not."""
    noun = scene.doc[hit.token]
    voice = _light(scene, hit, noun) or _possessor(scene, hit, noun)
    if voice is None:
        return None
    part = _which(scene, hit) if "which" in hit.cue.says else None
    part = part or content(scene, hit) or _announced_before(scene, hit, noun)
    if part is None or (voice.last is not None and part.first <= voice.last <= part.last):
        return None
    return part, voice


def _light(scene: Scene, hit: Hit, noun: Word) -> Voice | None:
    """The subject of the light verb that the noun is the object of; the agent, where it is its subject."""
    verb = noun.head
    if verb.low_lemma not in hit.cue.light:
        return None
    if noun.relation == "obj":
        subject = trees.subject(verb)
        return voice_of(scene, subject) if subject is not None else None
    return _by(scene, verb)


def _by(scene: Scene, token: Word) -> Voice | None:
    for child in trees.children(token, "nmod", "obl"):
        if trees.marker(child).split(" ")[0] in scene.words.agents:
            return voice_of(scene, child)
    return None


def _possessor(scene: Scene, hit: Hit, noun: Word) -> Voice | None:
    """The agent of the noun or of a participle on it, else its possessor."""
    for token in (noun, *trees.children(noun, "acl", "amod")):
        voice = _by(scene, token)
        if voice is not None:
            return voice
    if any(f"np:{word}" in hit.cue.says for word in scene.words.possessors) and not any(scene.words.which):
        return None
    for child in trees.children(noun, "nmod"):
        owner = child.dep_ == "nmod:poss" or trees.marker(child).split(" ")[0] in scene.words.possessors
        if owner and child.i <= hit.last + 4:
            mention = scene.actors.at(child.i)
            if mention is not None and (mention.persons or mention.codes):
                return voice_of(scene, child)
    return None


def _which(scene: Scene, hit: Hit) -> Part | None:
    """The clause after "selon laquelle", in the same unit and near the noun."""
    for i in range(hit.last + 1, min(hit.unit.last - 2, hit.last + 25)):
        pair = f"{scene.form(i)} {scene.form(i + 1)}"
        if pair in scene.words.which:
            verb = scene.doc[i + 1].head
            last = int(verb.right_edge.i) if verb.i > i else hit.unit.last
            last = _stop(scene, hit, i + 2, min(last, hit.unit.last), verb)
            return Part(i + 2, trim(scene, i + 2, max(last, i + 2)))
    return None


def _stop(scene: Scene, hit: Hit, first: int, last: int, verb: Word) -> int:
    """The end of the relative clause: before what hangs on the noun's own verb."""
    governor = scene.doc[hit.token].head
    for i in range(first + 1, last + 1):
        token = scene.doc[i]
        if token.i == governor.i or (token.head.i == governor.i and token.i > verb.i > first):
            return i - 1
    return last


def _announced_before(scene: Scene, hit: Hit, noun: Word) -> Part | None:
    """The sentence before, where the noun points back to it ("L'annonce en a été faite par …")."""
    verb = noun.head
    if verb.low_lemma not in hit.cue.light or noun.relation != "nsubj":
        return None
    number = scene.number(hit.token) - 1
    if number < 0 or scene.units[number].paragraph != hit.unit.paragraph:
        return None
    unit = scene.units[number]
    return Part(unit.first, trim(scene, unit.first, unit.last))


def reacts(scene: Scene, hit: Hit) -> bool:
    """Whether a noun cue stands under a verb that is a cue itself, so that the verb tells the statement."""
    noun = scene.doc[hit.token]
    head = noun.head
    return (
        noun.relation == "obj"
        and head.pos_ == "VERB"
        and not same(head, frozenset(hit.cue.light))
        and head.low_lemma in scene.cues.starts
    )
