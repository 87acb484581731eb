"""Which words of a dispatch tell an encounter."""

from collections.abc import Iterator

from depeche.knowledge import world
from depeche.record.tables import EncounterKind
from depeche.syntax.arguments import Argument, arguments, is_participle
from depeche.syntax.trees import children, gerund, marker, passive
from depeche.syntax.words import Word
from depeche.understanding.encounters.scene import Scene
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.words import reflexive, with_particle

SHAPES = ("adopt", "host", "summon", "call", "send", "sign", "travel", "meet", "sit", "beside")
KINDS: dict[str, EncounterKind] = {"call": "call", "send": "visit", "travel": "visit", "sign": "signing"}
NEAR = 14
FAR = 24


def sightings(scene: Scene) -> Iterator[Sighting]:
    """The words that tell encounters, in the order of the text; headlines tell none."""
    telling, doc = scene.words.telling, scene.parse.doc
    rows = enumerate(zip(doc.columns.low_lemma, doc.columns.low, strict=True))
    for token in [doc[i] for i, (lemma, form) in rows if lemma in telling or form in telling]:
        if scene.parse.in_title(token.i):
            continue
        found = None
        if scene.words.shape(token.low_lemma, "dated"):
            found = _being(token, scene)
        elif token.pos_ in ("VERB", "AUX") or (
            token.pos_ == "ADJ" and scene.words.shape(token.low_lemma, "await")
        ):
            found = _verb(token, scene)
        elif (
            token.pos_ in ("NOUN", "ADV")
            or (token.pos_ == "ADJ" and token.relation != "amod")
            or (token.pos_ == "PROPN" and token.is_lower)
        ):
            found = _noun(token, scene)
        if found is not None:
            yield found


def _bare_call(token: Word, args: tuple[Argument, ...], scene: Scene) -> bool:
    """Whether calling is a phone call: a person is called, but not called upon to do anything."""
    if not scene.words.shape(token.low_lemma, "bare") or any(
        (a.role in ("xcomp", "ccomp") and not a.marker)
        or (a.marker in scene.words["urging"] and a.token.i not in scene.timed)
        for a in args
    ):
        return False
    marks = {
        m.low_lemma
        for c in token.subtree
        if "Inf" in c.morph.get("VerbForm")
        for m in children(c, "mark", "case")
    }
    marks |= {m.low_lemma for c in token.children if c.i not in scene.timed for m in children(c, "case")}
    people = [a.token for a in args if a.role == "obj"]
    return not marks & scene.words["urging"] and any(scene.human(p) and scene.side(p) for p in people)


def announced(scene: Scene) -> bool:
    """Whether the headline of a readout announces a call: then "s'entretenir" tells one as well."""
    for token in scene.parse.doc:
        if not scene.parse.in_title(token.i):
            return False
        found = _noun(token, scene) if token.pos_ in ("NOUN", "PROPN") else None
        if found is not None and found.kind == "call":
            return True
    return False


def _verb(token: Word, scene: Scene) -> Sighting | None:
    words, name = scene.words, _name(token, scene)
    shape = next((shape for shape in SHAPES if words.shape(name, shape)), None)
    if _paid(token, name, scene):
        shape = "meet"
    if shape is None and is_participle(token):
        # a bare participle has lost its pronoun ("réunis à Accra", "rendu à Paris")
        shape = next((s for s in ("sit",) if words.shape(reflexive(name), s)), None)
    args = tuple(arguments(token, scene.grammar))
    if shape is None or token.relation == "amod" or _told_apart(token, args, scene):
        return None
    kind = KINDS.get(shape, "meeting")
    if shape == "meet" and words.shape(name, "talks"):
        kind = "talks"
    if shape in ("meet", "sit") and sits(token, scene) and has_word(token, args, words["sitting"]):
        kind = "summit"
    if shape in ("meet", "host", "call") and has_word(token, args, words["phone"]):
        kind = "call"
    elif words.shape(name, "afar") and not _bare_call(token, args, scene):
        return None
    if shape == "adopt" and not _adopts(token, args, scene):
        return None
    if shape == "host" and any(a.role == "obj" and "Neut" in a.token.morph.get("Gender") for a in args):
        return None  # "welcomed it"
    if shape == "beside" and not (is_participle(token) and token.relation in ("advcl", "acl", "conj")):
        return None
    if shape == "travel" and any(gerund(a.token) for a in args if a.role in ("xcomp", "ccomp")):
        return None  # "stopped routing its trade through the ports"
    if words.shape(name, "await") and any(a.role == "xcomp" for a in args):
        return None  # what is awaited is told by the verb below
    if shape == "sign" and not _signs(args, scene) and not _document_follows(token, scene):
        return None
    if shape in ("host", "summon", "meet") and any(
        a.role == "obj" and a.token.low_lemma in words.nouns for a in args
    ):
        return None  # the noun tells it
    return Sighting(token=token, kind=kind, shape=shape, carrier=token, arguments=args)


def _name(token: Word, scene: Scene) -> str:
    """What the tables list a verb as: with its particle where that makes another verb of it."""
    phrase = with_particle(token)
    if phrase != token.low_lemma and (
        scene.words.shape(token.low_lemma, "bare")
        or any(phrase in listed for listed in scene.words.verbs.values())
    ):
        return phrase
    return _reflexive(token)


def _paid(token: Word, name: str, scene: Scene) -> bool:
    """Whether a visit was paid to a person ("called on President X"), who is not asked for anything."""
    if name not in scene.words["paid"]:
        return False
    told = list(children(token, "xcomp", "ccomp", "advcl"))
    after = [c for c in children(token, "obl") if c.i > token.i and c.i not in scene.timed]
    asked = any(marker(c) in scene.words["urging"] and not scene.human(c) for c in after)
    asked |= any(c.i > token.i for c in told)
    asked |= any(children(c, "acl") for c in after)
    return not asked and any(scene.human(c) and scene.side(c).persons for c in after)


def _being(token: Word, scene: Scene) -> Sighting | None:
    """Somebody named was at a place on a day."""
    head = token.head if token.relation == "cop" else token
    args = [*arguments(head, scene.grammar), *(Argument(c, "subj") for c in children(head, "nsubj"))]
    if head is not token:
        args = [
            *args,
            Argument(head, "obl", marker(head)),
            *(Argument(c, "obl", marker(c)) for c in children(head, "obl")),
        ]
    at = [
        a for a in args if a.role == "obl" and a.marker in scene.words["to"] and _place_name(a.token, scene)
    ]
    who = [a for a in args if a.role == "subj" and scene.side(a.token).persons]
    if not at or not who or scene.times.near(token) is None:
        return None
    return Sighting(token=token, kind="visit", shape="travel", carrier=head, arguments=tuple(who + at))


def _place_name(token: Word, scene: Scene) -> bool:
    mention = scene.actors.resolve(token)
    return mention is not None and mention.how in ("place", "metonym", "demonym") and not mention.persons


def _adopts(token: Word, args: tuple[Argument, ...], scene: Scene) -> bool:
    """Whether an organ of an organisation adopts what it must meet for."""
    who = [scene.side(a.token) for a in args if a.role == "subj"]
    after = token.doc[token.i + 1 : min(token.i + FAR, token.sent.end)]
    organ = any(is_organ(code) for side in who for code in side.codes)
    decided = token.low_lemma in scene.words["decided"] and scene.times.near(token) is not None
    return organ and (decided or any(word.low_lemma in scene.words["adopted"] for word in after))


def is_organ(code: str) -> bool:
    """Whether a code is that of an organ, a body of an organisation that meets."""
    body = world().organisation(code)
    return body is not None and body.kind == "organ"


def _signs(args: tuple[Argument, ...], scene: Scene) -> bool:
    return any(a.role == "obj" and a.token.low_lemma in scene.words["documents"] for a in args)


def _document_follows(token: Word, scene: Scene) -> bool:
    for node in token.doc[token.i + 1 : min(token.sent.end, token.i + NEAR)]:
        if node.pos_ in ("VERB", "AUX"):
            return False
        if node.low_lemma in scene.words["documents"]:
            return True
    return False


def _reflexive(token: Word) -> str:
    clitic = any(
        child.i < token.i and (child.relation == "expl" or "Yes" in child.morph.get("Reflex"))
        for child in token.children
        if child.pos_ == "PRON" and child.i < token.i
    )
    return reflexive(token.low_lemma) if clitic else token.low_lemma


def sits(token: Word, scene: Scene) -> bool:
    """Whether a verb tells that a body comes together."""
    return scene.words.shape(_reflexive(token), "sit") or scene.words.shape(reflexive(token.low_lemma), "sit")


def _told_apart(token: Word, args: tuple[Argument, ...], scene: Scene) -> bool:
    """Whether a word beside it shows that it tells something else."""
    never = scene.words.never.get(token.low_lemma)
    if not never:
        return False
    near = [a.token for a in args if a.role in ("subj", "obj", "amod", "nmod", "obl", "advmod")] + list(
        token.children
    )
    inner = [
        child for word in near for child in word.children if child.relation in ("amod", "nmod", "case", "det")
    ]
    return any(word.low_lemma in never or word.lower_ in never for word in (*near, *inner))


def has_word(token: Word, args: tuple[Argument, ...], listed: frozenset[str]) -> bool:
    """Whether a listed word stands among the dependents of a word or one step below them."""
    near = [a.token for a in args if a.role not in ("subj", "control")] + [
        child for child in token.children if child.relation not in ("nsubj", "conj")
    ]
    for word in near:
        if (
            word.low_lemma in listed
            or word.lower_ in listed
            or any(
                c.low_lemma in listed or c.lower_ in listed
                for c in children(word, "amod", "nmod", "fixed", "flat", "case", "compound")
            )
        ):
            return True
    return False


def _noun(token: Word, scene: Scene) -> Sighting | None:
    words, name = scene.words, token.low_lemma
    kind = words.nouns.get(name) or words.nouns.get(token.lower_)
    if kind is None or _counted_by(token, kind, scene):
        return None
    courtesy = any(c.low_lemma in words["courtesy"] for c in children(token, "compound", "amod"))
    if courtesy:
        kind = "meeting"
    own = arguments(token, scene.grammar) if token.pos_ in ("NOUN", "PROPN") else []
    carrier = light_verb(token, scene)
    through: list[Argument] = []
    if carrier is not None:
        through = [a for a in arguments(carrier, scene.grammar) if a.token.i != token.i]
        if _happens(token, carrier, scene):
            through = [a for a in through if a.role == "obl"]
    for participle in children(token, "acl"):
        if (
            participle is not carrier
            and participle.dep_ != "acl:relcl"
            and participle.low_lemma in words.light
        ):
            through += [
                a for a in arguments(participle, scene.grammar) if a.token.i != token.i and a.role == "obl"
            ]
    relative = relative_verb(token, scene)
    if relative is not None:
        through += [a for a in arguments(relative, scene.grammar) if a.token.i != token.i and a.role != "obj"]
    every = tuple(own + through)
    if _told_apart(token, every, scene):
        return None
    if not courtesy and not _has_needs(token, name, every, carrier, scene):
        return None
    if not courtesy and kind in ("meeting", "talks") and has_word(token, every, words["phone"]):
        kind = "call"
    return Sighting(token=token, kind=kind, shape="noun", carrier=carrier, arguments=every)


def _counted_by(token: Word, kind: EncounterKind, scene: Scene) -> bool:
    """Whether the noun above already tells it ("a round of talks")."""
    above = token.relation == "nmod" and marker(token) in scene.grammar.of
    return above and scene.words.nouns.get(token.head.low_lemma) == kind


def _has_needs(
    token: Word, name: str, args: tuple[Argument, ...], carrier: Word | None, scene: Scene
) -> bool:
    needs = scene.words.needs.get(name)
    if not needs:
        return True
    return (
        has_word(token, args, needs)
        or (carrier is not None and carrier.i != token.i and carrier.low_lemma in needs)
        or any(a.marker in needs for a in args)
        or token.low_lemma != token.lower_ in needs
    )


def light_verb(token: Word, scene: Scene) -> Word | None:
    """The verb that carries a noun of action: it begins, holds or ends it, or is a participle on it."""
    light = scene.words.light
    node = token
    while node.relation == "conj" and node.head.i != node.i:
        node = node.head
    head = node.head
    if head.i != node.i and head.pos_ in ("VERB", "AUX") and head.low_lemma in light:
        core = node.relation in ("obj", "nsubj", "xcomp") or (
            node.relation in ("obl", "nmod", "iobj") and _core(node)
        )
        if core:
            return head
    if head.i != node.i and head.low_lemma in scene.words["plan"] and node.relation == "nsubj":
        inner = next((v for v in children(head, "xcomp") if v.low_lemma in light), None)
        if inner is not None:
            return inner
    for child in children(token, "acl"):
        if child.dep_ != "acl:relcl" and child.low_lemma in light:
            return child
    for child in token.children:
        if child.relation == "cop":
            return token
    return None


def relative_verb(token: Word, scene: Scene) -> Word | None:
    """The light verb of a relative clause of which the noun is the object."""
    for clause in token.children:
        if clause.dep_ != "acl:relcl" or (passive(clause) and not _relative_subject(clause)):
            continue
        for verb in (clause, *children(clause, "xcomp")):
            if verb.low_lemma in scene.words.light:
                return verb
    return None


def _relative_subject(clause: Word) -> bool:
    """Whether a relative pronoun is the clause's subject ("qui a été effectuée", not "où il a été reçu")."""
    return any("Rel" in child.morph.get("PronType") for child in children(clause, "nsubj"))


def _core(node: Word) -> bool:
    """Whether an oblique noun belongs to its verb ("en visite", "à une réunion") and is no mere occasion."""
    return " " not in marker(node)


def _happens(token: Word, verb: Word, scene: Scene) -> bool:
    """Whether the noun is what the verb says to happen, not what somebody does."""
    return any(a.role in ("subj", "control") and a.token.i == token.i for a in arguments(verb, scene.grammar))
