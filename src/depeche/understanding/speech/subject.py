"""The speaker of a verb: its subject, its agent, the one it shares with another verb."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.incise import after_circumstance
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.scene import Scene, has, same
from depeche.understanding.speech.voice import NOBODY, Voice, agent_of, voice_of

# So many words after "through" the mouthpiece is named at the latest.
THROUGH = 12


def speaker(scene: Scene, hit: Hit, *, inverted: bool) -> Voice | None:
    """The speaker of a verb; None if its subject is nobody who can speak."""
    deputy = _deputy(scene, hit)
    if deputy is not None:
        return deputy
    if passive(scene, hit):
        agent = next((found for i in hit.nodes if (found := agent_of(scene, scene.doc[i])) is not None), None)
        if agent is None:
            return NOBODY if impersonal(scene, hit) else None
        return voice_of(scene, agent)
    for token in _subjects(scene, hit, inverted=inverted):
        voice = voice_of(scene, token)
        if voice is not None:
            return _through(scene, hit, voice) or voice
        if token.i not in hit.members and token.relation == "nsubj" and token.head.i in hit.members:
            return None
    return None


def passive(scene: Scene, hit: Hit) -> bool:
    """Whether the cue is in the passive, or a past participle that modifies a noun."""
    token = scene.doc[hit.token]
    if len(hit.nodes) > 1 and same(token, scene.clauses.relaying):
        return False
    if hit.cue.reflexive or any(same(scene.doc[i], scene.words.auxiliaries) for i in hit.members):
        return trees.passive(token) and not hit.cue.reflexive
    if trees.passive(token):
        return True
    past = has(token, "VerbForm", "Part") and has(token, "Tense", "Past")
    return past and not trees.children(token, "aux") and token.relation in ("acl", "amod", "advcl")


def impersonal(scene: Scene, hit: Hit) -> bool:
    """Whether the subject is an expletive or the reported clause itself."""
    token = scene.doc[hit.token]
    subjects = trees.children(token, "nsubj", "expl")
    return bool(subjects) and all(child.pos_ == "PRON" and child.i < token.i for child in subjects)


def _subjects(scene: Scene, hit: Hit, *, inverted: bool) -> Iterable[Word]:
    doc = scene.doc
    yield from (doc[i] for i in hit.members if doc[i].text.startswith("-") and doc[i].pos_ == "PRON")
    own = [_moved(scene, child) for child in _own(scene, hit)]
    if inverted:
        yield from (child for child in own if child.i > hit.last)
        yield from _following(scene, hit)
    yield from own
    if not own:
        yield from _governing(scene, doc[hit.token])


def _own(scene: Scene, hit: Hit) -> list[Word]:
    """The subjects on the cue's words and auxiliaries."""
    found = (child for i in hit.members for child in trees.children(scene.doc[i], "nsubj", "expl:subj"))
    return [child for child in found if child.i not in hit.nodes]


def has_subject(scene: Scene, hit: Hit) -> bool:
    """Whether the cue has a subject of its own."""
    return bool(_own(scene, hit))


def _moved(scene: Scene, token: Word) -> Word:
    """The nominal that a pronoun between pauses takes up ("Le Hamas, lui, a salué …")."""
    i = token.i
    if token.pos_ != "PRON" or i < 2 or not (scene.is_pause(i - 1) and scene.is_pause(i + 1)):
        return token
    mention = scene.actors.at(i - 2)
    return token if mention is None else scene.doc[mention.head]


def _following(scene: Scene, hit: Hit) -> Iterable[Word]:
    """The first nominal without a preposition after the cue, however the parser attached it."""
    for i in range(after_circumstance(scene, hit), hit.unit.last + 1):
        token = scene.doc[i]
        if scene.is_pause(i):
            break
        if token.pos_ not in ("NOUN", "PROPN", "PRON") or trees.children(token, "case"):
            continue
        able = token.pos_ == "PROPN" or same(token, scene.words.sources | scene.words.documents)
        if able or scene.actors.at(i) is not None:
            yield token
            break


def _governing(scene: Scene, token: Word) -> Iterable[Word]:
    """Subjects that a verb without its own may share, the nearest first."""
    node = token
    noun = scene.doc[max(0, token.i - 1)]
    if (
        has(token, "VerbForm", "Part")
        and has(token, "Tense", "Pres")
        and noun.pos_ in ("NOUN", "PROPN", "ADJ")
    ):
        yield noun if noun.pos_ != "ADJ" else noun.head
        return
    for _ in range(6):
        if node.relation in ("acl", "amod") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
            yield node.head
        if node.head == node or (scene.clauses.dropped and node.relation == "parataxis"):
            break  # who is told of in what is said need not say it ("Perú es un amigo", dijo)
        node = node.head
        if node.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            yield from trees.children(node, "nsubj")
            agent = agent_of(scene, node) if trees.passive(node) else None
            if agent is not None:
                yield agent


def _deputy(scene: Scene, hit: Hit) -> Voice | None:
    """Who lends the speaker his voice: "par la voix de son ministre Tarek Aziz"."""
    for i in hit.nodes:
        for child in trees.children(scene.doc[i], "obl", "nmod"):
            if same(child, scene.words.voices):
                for owner in trees.children(child, "nmod", "obl"):
                    voice = voice_of(scene, owner)
                    if voice is not None and voice.persons:
                        return voice
    return None


def _through(scene: Scene, hit: Hit, voice: Voice) -> Voice | None:
    """Through whom a side speaks, if it is one of its own: "Bruxelles, via son haut représentant X, a …"."""
    if voice.persons or len(voice.codes) != 1:
        return None
    for i in range(hit.unit.first, min(hit.last + THROUGH, hit.unit.last)):
        last = _phrase(scene, i)
        for k in range(last + 1, min(last + THROUGH, hit.unit.last + 1)) if last is not None else ():
            mention = scene.actors.at(k)
            if scene.doc[k].pos_ in ("VERB", "AUX"):
                break
            if mention is not None and mention.persons and mention.codes == voice.codes:
                return msgspec.structs.replace(voice, persons=mention.persons, mention=mention)
    return None


def _phrase(scene: Scene, i: int) -> int | None:
    """The last token of a phrase that leads to a mouthpiece and begins at token `i`."""
    for words in _by_first(scene.words.through).get(scene.form(i), ()):
        if scene.forms[i : i + len(words)] == words:
            return i + len(words) - 1
    return None


@lru_cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """The words of phrases, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for words in (phrase.split(" ") for phrase in phrases):
        found.setdefault(words[0], []).append(words)
    return found
