"""The sides of visits and receptions: the guest, and the state or person gone to."""

from depeche.syntax.arguments import arguments
from depeche.syntax.trees import children, marker, passive
from depeche.syntax.words import Word
from depeche.understanding.encounters.context import is_state
from depeche.understanding.encounters.partners import following, is_place
from depeche.understanding.encounters.place import place_of
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.subjects import above, party, subject_of

# So many words may stand between a visit and the verb of receiving it is the occasion of.
STEPS = 4


def travel(sighting: Sighting, scene: Scene) -> tuple[Side, ...]:
    """The traveller, and the state of the place gone to."""
    if sighting.shape == "send":
        who = party(sighting.having("obj"), scene) or subject_of(sighting, scene)
        if sighting.token.low_lemma in scene.words["carry"] and not who.persons:
            return (NOBODY,)
        sender = sighting.having("subj") or sighting.having("control")
        sent = sighting.having("obj")
        if sender and not any(scene.human(token) for token in sent):
            return (NOBODY,)
        if any(_posted(token, scene) for token in sent):
            return (NOBODY,)
        if who.codes == () and sighting.having("subj"):
            who |= Side((), subject_of(sighting, scene).codes)
    else:
        who = subject_of(sighting, scene)
        loose = sighting.having("subj") or sighting.having("control")[:1]
        if not who.persons and not any(scene.human(token) for token in loose):
            return (NOBODY,)
        if any(_posted(token, scene) for token in loose):
            return (NOBODY,)
        beside = [
            c for t in sighting.arguments if _company(t.token, scene) for c in children(t.token, "nmod")
        ]
        who |= party(beside, scene)
    return who, _destination(sighting, scene, who)


def _company(token: Word, scene: Scene) -> bool:
    """Whether a noun tells who came along ("en compagnie de X")."""
    return token.low_lemma in scene.words["company"]


def _posted(token: Word, scene: Scene) -> bool:
    """Whether it is people or ships that go somewhere to stay or to serve, not to meet anybody ("sent soldiers")."""
    return bool({token.low_lemma, token.lower_} & scene.words["posted"])


def _destination(sighting: Sighting, scene: Scene, who: Side) -> Side:
    """The states gone to: of the object or the places told, other than the visitor's."""
    found = NOBODY
    travels = sighting.shape == "travel"
    direct = [t for t in sighting.having("obj") if _is_named(t, scene)] if travels else []
    marks = scene.words["to"] | scene.grammar.between if travels else scene.words["to"]
    for token in [*direct, *sighting.marked(marks)]:
        if token.low_lemma in scene.words.nouns or _only_below(token, scene) or _company(token, scene):
            continue  # "will travel to Cairo for talks on Gaza", "arrived by train from Poland"
        side = scene.side(token, place=True)
        if side.codes and not set(side.codes) <= set(who.codes):
            found |= Side((), tuple(c for c in side.codes if c not in who.codes))
    if not found:
        place = place_of(sighting, scene)
        found = Side((), tuple(c for c in place.codes if c not in who.codes)) if place else NOBODY
    return found


def _only_below(token: Word, scene: Scene) -> bool:
    """Whether a place is named only by what hangs on the words, under an adposition of its own."""
    mention = scene.actors.resolve(token)
    if mention is None or mention.how not in ("place", "name", "metonym") or mention.head == token.i:
        return False
    return any(c.i == mention.head and marker(c) not in scene.grammar.of for c in token.children)


def _is_named(token: Word, scene: Scene) -> bool:
    """Whether a noun is a name or told as a state itself, not a sight in it ("la synagogue de Paris")."""
    mention = scene.actors.at(token.i)
    return mention is not None and mention.head == token.i


def host(sighting: Sighting, scene: Scene) -> tuple[Side, ...]:
    """The guest, then the host; an unnamed host is the state of the place."""
    guest = party(sighting.having("obj"), scene)
    unnamed = passive(sighting.token) and bool(guest) and not sighting.having("subj")
    host = NOBODY if unnamed else subject_of(sighting, scene)
    if _controlled(sighting):
        host, guest = party(sighting.having("subj"), scene), party(sighting.having("control")[:1], scene)
    guest = guest or party(_particle_object(sighting), scene) or following(sighting, scene, host)
    if not host and guest:
        place = place_of(sighting, scene)
        host = Side((), tuple(c for c in place.codes if c not in guest.codes)) if place else NOBODY
        host = host or _called_to(sighting, guest, scene)
    if host.persons and not host.codes:
        place = place_of(sighting, scene)
        host = Side(host.persons, place.codes if place else ())
    return (host, guest) if sighting.shape == "summon" else (guest, host)


def _particle_object(sighting: Sighting) -> list[Word]:
    """The object of a verb with a particle that the parse took for an adposition ("called in the ambassador")."""
    token = sighting.token
    near = (c for c in children(token, "obl") if any(m.i == token.i + 1 for m in children(c, "case")))
    return [] if sighting.having("obj") else list(near)


def _called_to(sighting: Sighting, guest: Side, scene: Scene) -> Side:
    """The state to whose ministry an envoy is called ("was summoned to the Turkish foreign ministry")."""
    found = party(sighting.marked(scene.words["to"]), scene)
    return Side((), tuple(code for code in found.codes if code not in guest.codes))


def _controlled(sighting: Sighting) -> bool:
    """Whether it is a passive infinitive whose guest stands above ("doit être reçu par X")."""
    turned = passive(sighting.token) or bool(children(sighting.token, "aux"))
    return turned and not sighting.having("obj") and bool(sighting.having("control"))


def visit(sighting: Sighting, scene: Scene) -> tuple[Side, ...]:
    """The visitor of a noun ("la visite de X à Y"): who stands under "de", owns it, or makes it."""
    of = [t for t in sighting.marked(scene.grammar.of | scene.grammar.agent) if not is_place(t, scene)]
    of = [t for t in of if scene.side(t)] or of  # "la visite d'État de X" is X's
    if of and not scene.human(of[0]) and sighting.token.low_lemma in scene.words["arrivals"]:
        return (NOBODY,)
    received = _received(sighting, scene)
    if received is not None:
        return received
    owners = _owners(sighting)
    if owners and not of and not party(owners, scene):
        return (NOBODY,)
    if of and sighting.token.low_lemma in scene.words["tours"] and not scene.human(of[0]):
        toured, of = scene.side(of[0], place=True), []
        who = _named_before(sighting, scene) or subject_of(sighting, scene) or above(sighting, scene)
        return who, Side((), tuple(code for code in toured.codes if code not in who.codes))
    who = party(of[:1] or owners, scene) or _named_before(sighting, scene) or subject_of(sighting, scene)
    if not who:
        who = party(sighting.having("det"), scene) or (
            NOBODY if _matter(sighting, scene) else above(sighting, scene)
        )
    if not who:
        who = party(sighting.having("amod"), scene) or _bearer(sighting.token, scene)
    gone_to = _destination(sighting, scene, who)
    if (
        gone_to
        and sighting.token.low_lemma in scene.words["arrivals"]
        and not any(map(is_state, gone_to.codes))
    ):
        return (NOBODY,)  # "Tehran's mission to the United Nations"
    return who, gone_to or _object_host(sighting, scene, who) or _home(scene, who)


def _matter(sighting: Sighting, scene: Scene) -> bool:
    """Whether a verb only has something to say of the visit ("brushed off the visit")."""
    token = sighting.token
    of_particle = any(case.i == token.head.i + 1 for case in children(token, "case"))
    plain = sighting.carrier is None and not scene.words.within(token.head, "cancel")
    return plain and (token.relation in ("obj", "nsubj") or of_particle)


def _owners(sighting: Sighting) -> list[Word]:
    """As in "Modi's visit to Moscow": who owns the noun by name."""
    return [token for token in sighting.having("det") if token.pos_ in ("NOUN", "PROPN")]


def _received(sighting: Sighting, scene: Scene) -> tuple[Side, ...] | None:
    """As in "X a reçu Y dans le cadre d'une visite": the guest is the visitor, the host the one gone to."""
    node = sighting.token
    if sighting.carrier is not None or (children(node, "det") and not _indefinite(node)):
        return None
    for _ in range(STEPS):
        if node.head.i == node.i or node.relation not in ("obl", "nmod"):
            return None
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            break
    if not scene.words.shape(node.low_lemma, "host"):
        return None
    guest, home = host(
        Sighting(
            token=node, kind="meeting", shape="host", carrier=node,
            arguments=tuple(arguments(node, scene.grammar)),
        ),
        scene,
    )  # fmt: skip
    return (guest, Side((), home.codes)) if guest and home.codes else None


def _indefinite(token: Word) -> bool:
    return any("Ind" in det.morph.get("Definite") for det in children(token, "det"))


def _named_before(sighting: Sighting, scene: Scene) -> Side:
    """As in "…, la ministre X, en visite à Y": whoever is named right before the comma."""
    token = sighting.token
    mark = next((c for c in token.children if c.relation == "case"), None)
    if sighting.carrier is not None or mark is None or mark.i != token.i - 1 or mark.i < 2:
        return NOBODY
    if mark.low_lemma not in scene.words["visiting"] or token.doc[mark.i - 1].text != ",":
        return NOBODY
    mention = scene.actors.at(mark.i - 2)
    if mention is None or not mention.persons or not mention.first <= mark.i - 2 <= mention.last:
        return NOBODY
    return Side(mention.persons, mention.codes or scene.codes_of(mention.persons))


def _bearer(token: Word, scene: Scene) -> Side:
    """Whom a visit is said of as a mere phrase ("X, en visite à Y")."""
    head = token.head
    if token.relation not in ("nmod", "appos", "acl", "obl", "advmod", "amod") or head.pos_ not in (
        "NOUN",
        "PROPN",
    ):
        return NOBODY
    return scene.side(head) if scene.human(head) else NOBODY


def _home(scene: Scene, who: Side) -> Side:
    """The host of a visit without a place: the state that the dispatch is dated from, if it tells of that state."""
    told = {code for mention in scene.actors.mentions for code in mention.codes}
    codes = tuple(code for code in scene.home if code not in who.codes and code in told)
    return Side((), codes) if len(codes) == 1 and who.persons else NOBODY


def _object_host(sighting: Sighting, scene: Scene, who: Side) -> Side:
    """The indirect object is the host ("rendre visite à X")."""
    found = party(
        [a.token for a in sighting.arguments if a.role in ("iobj", "obl") and a.marker in scene.words["to"]],
        scene,
    )
    return found if found.codes and not set(found.codes) <= set(who.codes) else NOBODY
