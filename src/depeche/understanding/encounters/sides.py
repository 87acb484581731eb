"""Who takes part: the sides that the words around a sighting name."""

from depeche.syntax.arguments import arguments, is_participle
from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.encounters.partners import addressee, following, given, is_place, listed, separate
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.subjects import above, attribute, party, subject_of
from depeche.understanding.encounters.visits import host, travel, visit
from depeche.understanding.encounters.words import with_particle

STEPS = 8


def sides(sighting: Sighting, scene: Scene) -> list[tuple[Side, ...]]:
    """The sides of each encounter that a sighting tells, the visitor or the subject first.

    One word may tell several: "he spoke with A, then with B" is two calls.
    """
    if sighting.shape in ("travel", "send"):
        return [travel(sighting, scene)]
    if sighting.shape in ("host", "summon"):
        return [host(sighting, scene)]
    if sighting.kind == "visit":
        return [visit(sighting, scene)]
    return _alike(sighting, scene)


def _alike(sighting: Sighting, scene: Scene) -> list[tuple[Side, ...]]:
    """Both sides of a meeting, talk, call or signing."""
    words = scene.words
    name = sighting.token.low_lemma
    first = subject_of(sighting, scene)
    if sighting.shape == "adopt":
        return [(first,)]  # an organ meets by itself for what it adopts
    partners = [_partner(token, first, scene) for token in separate(sighting, scene)]
    objects = sighting.having("obj")
    if words.shape(name, "personal") and objects and not partners and not any(map(scene.human, objects)):
        return []
    if sighting.shape != "noun" and not words.shape(name, "accompanied") and sighting.kind != "signing":
        told = [t for t in sighting.having("obj") if t.low_lemma not in words["grounds"]]
        partners = [*(scene.side(t) for t in told), *partners]
    courtesy = sighting.shape == "noun" and any(
        c.low_lemma in words["courtesy"] for c in children(sighting.token, "compound", "amod")
    )
    if courtesy or with_particle(sighting.token) in words["paid"]:
        partners = [scene.side(t) for t in sighting.marked(words["urging"]) if scene.human(t)]
    if sighting.shape == "noun" and sighting.kind == "call":
        partners += [scene.side(t) for t in sighting.marked(words["dative"]) if scene.human(t)]
    if sighting.shape == "call":
        partners += [scene.side(t) for t in sighting.having("iobj")]
        partners += [scene.side(t) for t in sighting.marked(words["to"])]
    if sighting.shape == "noun" or sighting.kind == "signing":
        first |= _within(sighting, scene)
    if sighting.shape == "noun" and sighting.kind != "signing":
        partners += [side for side in (scene.side(t) for t in given(sighting, scene)) if side]
    if sighting.shape == "beside":
        first, partners = first | party(sighting.having("obj"), scene), []
        partners = [scene.side(t) for t in sighting.marked(scene.grammar.of | scene.grammar.agent)]
    if sighting.shape == "noun" and sighting.kind != "signing" and not any(partners):
        partners = [addressee(sighting, scene)]
    if sighting.shape != "sign" and not any(partners):
        partners = [following(sighting, scene, first)]
    partners = [side for side in partners if side]
    if name in words["remote"] and is_participle(sighting.token) and not partners:
        return []  # "Speaking for Algeria and Guyana, the envoy …"
    if sighting.shape == "sit" or (sighting.shape == "meet" and is_participle(sighting.token)):
        first |= party(sighting.having("obj"), scene)
    if sighting.shape == "noun" and not first and not partners and present_at(sighting, scene):
        return [(NOBODY,)]
    if len(first.codes) < 2 and not (first and partners) and not (first and attribute(sighting.token)):
        first |= above(sighting, scene, besides=first)
    present = present_at(sighting, scene)
    if len(separate(sighting, scene)) > 1 and len(partners) > 1:
        return [(first, partner) for partner in partners]
    if first and _one_by_one(sighting, scene):
        met = [*separate(sighting, scene), *(sighting.having("obj") if sighting.shape == "meet" else [])]
        one_by_one = [side for token in met for side in scene.each(token)]
        if len(one_by_one) > 1:
            return [(first, side) for side in one_by_one]
    return [(first, *partners, present)]


def _one_by_one(sighting: Sighting, scene: Scene) -> bool:
    """Whether partners are met one after the other ("met separately with", "held meetings with")."""
    tokens = [t for t in (sighting.token, sighting.carrier) if t is not None]
    words = [w for t in tokens for w in (*children(t, "advmod", "amod"), *t.doc[t.i + 1 : t.i + 2])]
    if any(word.low_lemma in scene.words["apart"] for word in words):
        return True
    several = (
        "Plur" in sighting.token.morph.get("Number") and sighting.token.low_lemma in scene.words["countable"]
    )
    return sighting.shape == "noun" and several


def _partner(token: Word, first: Side, scene: Scene) -> Side:
    """Whom a partner's phrase names; where it names none but the subject's own side, those listed after it."""
    side = scene.side(token)
    if len(side.persons) < len(side.codes) or (not side.persons and side):
        side |= listed(token, scene)
    if not (set(side.persons) <= set(first.persons) and set(side.codes) <= set(first.codes)):
        return side
    return listed(token, scene) or side


def _within(sighting: Sighting, scene: Scene) -> Side:
    """The sides that a noun names itself: "entre X et Y", "de X", "russo-turque", "leur"."""
    grammar = scene.grammar
    nouns = [sighting.token] if sighting.shape == "noun" else sighting.having("obj")
    out = NOBODY
    for noun in nouns:
        own_words = arguments(noun, grammar)
        between_words = [a for a in sighting.arguments if a.marker in grammar.between and a not in own_words]
        for argument in [*own_words, *between_words]:
            between = argument.marker in grammar.between
            own = argument.marker in grammar.of and not is_place(argument.token, scene, city=True)
            if sighting.kind == "signing":
                own = False
            if argument.role == "det" and argument.token.lower_ in scene.words["theirs"]:
                out |= _both(sighting, scene) or scene.side(argument.token)
            elif between or own or argument.role in ("det", "amod"):
                out |= scene.side(argument.token, place=between)
            if argument.role == "amod":
                continue
            for deep in children(argument.token, "nmod"):
                if marker(deep) in grammar.between:
                    out |= scene.side(deep, place=True)
    return out


def _both(sighting: Sighting, scene: Scene) -> Side:
    """The two sides of the clause above ("X n'a pas revu Y depuis leur tête-à-tête")."""
    node = sighting.token
    for _ in range(STEPS):
        if node.head.i == node.i or node.pos_ in ("VERB", "AUX"):
            break
        node = node.head
    args = arguments(node, scene.grammar) if node.pos_ in ("VERB", "AUX") else []
    found = party(
        [a.token for a in args if a.role in ("subj", "obj") or a.marker in scene.words["with"]], scene
    )
    return found if len(found.codes) > 1 else NOBODY


def present_at(sighting: Sighting, scene: Scene) -> Side:
    """Those in whose presence it was ("en présence de X")."""
    out = NOBODY
    for argument in sighting.arguments:
        if argument.token.low_lemma in scene.words["presence"]:
            out |= party(children(argument.token, "nmod"), scene)
        elif argument.marker in scene.words["present"]:
            out |= scene.side(argument.token)
    return out
