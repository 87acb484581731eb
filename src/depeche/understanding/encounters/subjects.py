"""Who acts: the subject of a verb, also where the parse has lost it or an occasion only points to it."""

from collections.abc import Iterable

from depeche.syntax.arguments import arguments
from depeche.syntax.trees import children, clause_head, finite, marker, subject
from depeche.syntax.words import Word
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting

STEPS = 8


def party(tokens: Iterable[Word], scene: Scene, *, place: bool = False) -> Side:
    """Whom several phrases name together."""
    out = NOBODY
    for token in tokens:
        out |= scene.side(token, place=place)
    return out


def subject_of(sighting: Sighting, scene: Scene) -> Side:
    """Who does what a sighting tells, as its verb has it."""
    verb = sighting.carrier or sighting.token
    if (
        verb.relation == "advcl"
        and "Inf" in finite(verb).morph.get("VerbForm")
        and not children(verb, "nsubj")
    ):
        above = subject(verb.head)
        if above is not None:
            return scene.side(_antecedent(above), place=True)
    own = sighting.having("subj") or sighting.having("control")[:1]
    own = own or ([verb.head] if attribute(verb) and sighting.shape != "noun" else [])
    found = NOBODY
    for token in own:
        found |= _before(token, scene) | scene.side(token, place=True)
    if not found and not own and sighting.shape != "noun":
        loose = [n for aux in children(verb, "aux", "cop") for n in children(aux, "nsubj")]
        found = party(loose, scene, place=True)
    if not found and sighting.shape != "noun" and verb.relation not in ("acl", "advcl"):
        top = clause_head(verb.head) if verb.relation == "xcomp" else verb
        found = _to_the_left(top, _clause_start(top), NOBODY, scene)
    return found


def attribute(verb: Word) -> bool:
    """Whether a present participle tells what the noun before it does ("the parties meeting in Abuja")."""
    forms = {*verb.morph.get("VerbForm"), *verb.morph.get("Tense")}
    return (
        verb.relation == "acl"
        and bool(forms & {"Ger", "Pres"})
        and verb.head.i < verb.i
        and not children(verb, "nsubj", "mark")
    )


def _clause_start(verb: Word) -> int:
    """The word before the clause of a verb: the nearest verb, conjunction of clauses or stop to its left."""
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        word = verb.doc[i]
        if word.head is not verb and (word.pos_ in ("VERB", "SCONJ") or word.text in (";", ":")):
            return i
    return verb.sent.start - 1


def _before(token: Word, scene: Scene) -> Side:
    """A first conjunct that the parse has cut off from a subject ("A et B sont convenus")."""
    left = token.left_edge.i
    left += token.doc[left].pos_ == "CCONJ"
    if left < 2 or token.doc[left - 1].pos_ != "CCONJ" or left - 2 < token.sent.start:
        return NOBODY
    mention = scene.actors.at(left - 2)
    if mention is None or mention.how not in ("name", "title", "metonym"):
        return NOBODY
    head = token.doc[mention.head]
    return (
        scene.side(head, place=True)
        if head.relation in ("ROOT", "nsubj", "dep", "conj") and marker(head) == ""
        else NOBODY
    )


def _antecedent(token: Word) -> Word:
    """The noun that a relative pronoun stands for; the token itself otherwise."""
    node = token.head
    if "Rel" not in token.morph.get("PronType"):
        return token
    while node.relation != "acl" and node.head.i != node.i:
        node = node.head
    return node.head


def above(sighting: Sighting, scene: Scene, besides: Side = NOBODY) -> Side:
    """Whoever acts in the clause for which the encounter is the occasion."""
    node = sighting.carrier or sighting.token
    if node.relation == "ROOT":
        return NOBODY
    for _ in range(STEPS):
        if node.head.i == node.i:
            break
        relation, node = node.relation, node.head
        if node.pos_ not in ("VERB", "AUX") or relation in ("nsubj", "conj", "parataxis", "ccomp"):
            if relation in ("parataxis", "ccomp"):
                break
            continue
        doers = [a.token for a in arguments(node, scene.grammar) if a.role in ("subj", "control")]
        found = NOBODY
        for doer in doers[:1]:
            found |= _before(doer, scene) | scene.side(doer, place=True)
        if not doers and node.i < sighting.token.i:
            top = clause_head(node.head) if node.relation == "xcomp" else node
            found = _to_the_left(top, _clause_start(top), besides, scene)
        if found and not set(found.codes) <= set(besides.codes):
            return found
        break
    verb = clause_head(node)
    return _to_the_left(verb, sighting.token.i, besides, scene) if verb.pos_ in ("VERB", "AUX") else NOBODY


def _to_the_left(verb: Word, first: int, besides: Side, scene: Scene) -> Side:
    """The last side named between a word and a finite verb: its subject, wherever it was hung."""
    for i in range(verb.i - 1, first, -1):
        word = verb.doc[i]
        mention = scene.actors.at(i)
        if mention is None or mention.head != i or mention.how in ("place", "demonym") or marker(word):
            continue
        found = _before(word, scene) | scene.side(word, place=True)
        if found and not set(found.codes) <= set(besides.codes):
            return found
    return NOBODY
