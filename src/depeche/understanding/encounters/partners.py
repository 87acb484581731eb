"""Partners of a meeting: under an adposition of their own, given something, or hung elsewhere by the parse."""

from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.actors.mention import Mention
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting

# So many words may stand between an encounter and the verb that tells what was said in it.
UP = 3


def following(sighting: Sighting, scene: Scene, besides: Side) -> Side:
    """The partner that the parse has hung elsewhere: the next one named, under the right adposition."""
    verbal = sighting.shape in ("meet", "host", "summon", "call")
    accompanied = sighting.shape == "noun" or scene.words.shape(sighting.token.low_lemma, "accompanied")
    marks = scene.words["with"] if accompanied or not verbal else frozenset({""})
    token = sighting.token
    for node in token.doc[token.i + 1 : token.sent.end]:
        if node.i in scene.timed or node.relation == "compound":
            continue
        if (
            sighting.shape == "noun"
            and sighting.carrier is not None
            and sighting.carrier in (node, node.head)
            and node.pos_ in ("VERB", "AUX")
        ):
            continue
        if node.pos_ in ("VERB", "AUX", "SCONJ") or node.text in (";", ":"):
            break
        if sighting.shape == "noun" and marker(node) in scene.grammar.between:
            return scene.side(node, place=True)
        mention = scene.actors.at(node.i)
        if mention is None or mention.head != node.i or mention.how in ("place", "demonym", "pronoun"):
            continue
        if (marker(node) in marks or (verbal is False and _led(node, marks))) and not _same_name(
            node, mention, scene
        ):
            found = scene.side(node)
            if found and not set(found.codes) <= set(besides.codes):
                return found
    return NOBODY


def _led(node: Word, marks: frozenset[str]) -> bool:
    """Whether an adposition of partners stands before a name, hung elsewhere ("talks with Vanuatu's X")."""
    edge = node.left_edge
    k = edge.i if edge.pos_ == "ADP" else edge.i - 1
    while k > node.sent.start and node.i - k < UP + 2 and node.doc[k].pos_ in ("PROPN", "PART"):
        k -= 1
    return not marker(node) and node.doc[k].pos_ == "ADP" and node.doc[k].low_lemma in marks


def listed(token: Word, scene: Scene) -> Side:
    """Those named after a plural that names no side itself ("ses homologues africains, X, Y et Z")."""
    out = NOBODY
    if "Plur" not in token.morph.get("Number") or not scene.human(token):
        return out
    for node in token.doc[token.i + 1 : token.sent.end]:
        apart = node.pos_ == "VERB" and "Part" not in node.morph.get("VerbForm")
        if node.pos_ in ("AUX", "SCONJ") or apart or node.text in (";", ":"):
            break
        mention = scene.actors.at(node.i)
        if mention is not None and mention.persons and mention.head == node.i:
            out |= Side(mention.persons, mention.codes or scene.codes_of(mention.persons))
    return out


def addressee(sighting: Sighting, scene: Scene) -> Side:
    """To whom it was said in the encounter ("l'a expliqué à X au cours d'un entretien")."""
    node = sighting.token
    if sighting.carrier is not None:
        return NOBODY
    for _ in range(UP):
        if node.relation not in ("obl", "nmod") or node.head.i == node.i:
            return NOBODY
        node = node.head
        if node.pos_ == "VERB":
            break
    out = NOBODY
    of_objects = [low for child in children(node, "obj") for low in children(child, "nmod")]
    for child in (*children(node, "obl", "iobj"), *of_objects):
        if marker(child) in scene.words["dative"] and scene.human(child):
            out |= scene.side(child)
    return out


def _same_name(node: Word, mention: Mention, scene: Scene) -> bool:
    """Whether a name only spells out the phrase that it hangs on ("son homologue X")."""
    above = scene.actors.at(node.head.i) if node.relation in ("appos", "flat", "nmod") else None
    return above is not None and above is not mention and bool(set(above.persons) & set(mention.persons))


def given(sighting: Sighting, scene: Scene) -> list[Word]:
    """Whom a dinner or an audience is given to ("accorder une audience à X")."""
    if sighting.carrier is None or sighting.carrier.low_lemma not in scene.words["give"]:
        return []
    return [
        a.token
        for a in sighting.arguments
        if a.role in ("iobj", "obl", "nmod") and a.marker in scene.words["dative"]
    ]


def separate(sighting: Sighting, scene: Scene) -> list[Word]:
    """The partners under "avec", those with an adposition of their own apart."""
    out: list[Word] = []
    for token in sighting.marked(scene.words["with"]):
        out.append(token)
        out.extend(c for c in children(token, "conj") if marker(c) in scene.words["with"])
    lines = [a.token for a in sighting.arguments if a.token.low_lemma in scene.words["phone"]]
    out += [
        c
        for line in lines
        for c in children(line, "nmod", "obl")
        if marker(c) in scene.words["with"] and c not in out
    ]  # "s'est entretenu au téléphone avec X"
    verb = sighting.carrier or sighting.token
    hung = (c for c in children(verb, "conj") if c.pos_ in ("NOUN", "PROPN") and c not in out)
    out += [c for c in hung if marker(c) in scene.words["with"]]  # "s'est entretenu avec X, puis avec Y"
    if sighting.token.low_lemma in scene.words["address"]:
        out += [token for token in sighting.marked(scene.words["dative"]) if scene.human(token)]
    return out


def is_place(token: Word, scene: Scene, *, city: bool = False) -> bool:
    """Whether a name is a place; with `city`, also a capital that else stands for its state."""
    mention = scene.actors.at(token.i)
    if mention is None or mention.persons:
        return False
    return mention.how == "place" or (city and mention.how == "metonym" and token.pos_ == "PROPN")
