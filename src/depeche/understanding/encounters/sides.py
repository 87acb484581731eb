"""Who takes part: the sides that the words around a sighting name."""

from collections.abc import Iterable

from depeche.syntax.arguments import arguments, is_participle
from depeche.syntax.trees import base, children, clause_head, finite, marker, passive, subject
from depeche.syntax.words import Word
from depeche.understanding.actors.mention import Mention
from depeche.understanding.encounters.place import place_of
from depeche.understanding.encounters.scene import NOBODY, Scene, Side
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.words import lemma

STEPS = 8


def sides(sighting: Sighting, scene: Scene) -> list[tuple[Side, ...]]:
    """The sides of each encounter that a sighting tells, the visitor or the subject first.

    One word may tell several: "he spoke with A, then with B" is two calls.
    """
    if sighting.shape in ("travel", "send"):
        return [_travel(sighting, scene)]
    if sighting.shape in ("host", "summon"):
        return [_host(sighting, scene)]
    if sighting.kind == "visit":
        return [_visit(sighting, scene)]
    return _alike(sighting, scene)


def _party(tokens: Iterable[Word], scene: Scene, *, place: bool = False) -> Side:
    out = NOBODY
    for token in tokens:
        out |= scene.side(token, place=place)
    return out


def _subject(sighting: Sighting, scene: Scene) -> Side:
    verb = sighting.carrier or sighting.token
    if base(verb) == "advcl" and "Inf" in finite(verb).morph.get("VerbForm") and not children(verb, "nsubj"):
        above = subject(verb.head)
        if above is not None:
            return scene.side(_antecedent(above), place=True)
    own = sighting.having("subj") or sighting.having("control")[:1]
    found = NOBODY
    for token in own:
        found |= _before(token, scene) | scene.side(token, place=True)
    if not found and not own and sighting.shape != "noun":
        loose = [n for aux in children(verb, "aux", "cop") for n in children(aux, "nsubj")]
        found = _party(loose, scene, place=True)
    if not found and sighting.shape != "noun" and base(verb) not in ("acl", "advcl"):
        top = clause_head(verb.head) if base(verb) == "xcomp" else verb
        found = _to_the_left(top, _clause_start(top), NOBODY, scene)
    return found


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
        if base(head) in ("ROOT", "nsubj", "dep", "conj") and marker(head) == ""
        else NOBODY
    )


def _antecedent(token: Word) -> Word:
    """The noun that a relative pronoun stands for; the token itself otherwise."""
    node = token.head
    if "Rel" not in token.morph.get("PronType"):
        return token
    while base(node) != "acl" and node.head.i != node.i:
        node = node.head
    return node.head


def _travel(sighting: Sighting, scene: Scene) -> tuple[Side, ...]:
    """The traveller, and the state of the place gone to."""
    if sighting.shape == "send":
        who = _party(sighting.having("obj"), scene) or _subject(sighting, scene)
        if who.codes == () and sighting.having("subj"):
            who |= Side((), _subject(sighting, scene).codes)
    else:
        who = _subject(sighting, scene)
        loose = sighting.having("subj") or sighting.having("control")[:1]
        if not who.persons and not any(scene.human(token) for token in loose):
            return (NOBODY,)
    return who, _destination(sighting, scene, who)


def _destination(sighting: Sighting, scene: Scene, who: Side) -> Side:
    """The states gone to: of the object or the places told, other than the visitor's."""
    found = NOBODY
    direct = sighting.having("obj") if sighting.shape == "travel" else []
    for token in [*direct, *sighting.marked(scene.words["to"])]:
        side = scene.side(token, place=True)
        if side.codes and not set(side.codes) <= set(who.codes):
            found |= Side((), tuple(c for c in side.codes if c not in who.codes))
    if not found:
        place = place_of(sighting, scene)
        found = Side((), tuple(c for c in place.codes if c not in who.codes)) if place else NOBODY
    return found


def _host(sighting: Sighting, scene: Scene) -> tuple[Side, ...]:
    """The guest, then the host; an unnamed host is the state of the place."""
    host, guest = _subject(sighting, scene), _party(sighting.having("obj"), scene)
    if _controlled(sighting):
        host, guest = _party(sighting.having("subj"), scene), _party(sighting.having("control")[:1], scene)
    guest = guest or _following(sighting, scene, host)
    if not host and guest:
        place = place_of(sighting, scene)
        host = Side((), tuple(c for c in place.codes if c not in guest.codes)) if place else NOBODY
    if host.persons and not host.codes:
        place = place_of(sighting, scene)
        host = Side(host.persons, place.codes if place else ())
    return (host, guest) if sighting.shape == "summon" else (guest, host)


def _controlled(sighting: Sighting) -> bool:
    """Whether it is a passive infinitive whose guest stands above ("doit être reçu par X")."""
    turned = passive(sighting.token) or bool(children(sighting.token, "aux"))
    return turned and not sighting.having("obj") and bool(sighting.having("control"))


def _visit(sighting: Sighting, scene: Scene) -> tuple[Side, ...]:
    """The visitor of a noun ("la visite de X à Y"): who stands under "de", owns it, or makes it."""
    of = [t for t in sighting.marked(scene.grammar.of | scene.grammar.agent) if not _is_place(t, scene)]
    if of and not scene.human(of[0]) and lemma(sighting.token) in scene.words["arrivals"]:
        return (NOBODY,)
    who = _party(of[:1], scene) or _subject(sighting, scene)
    if not who:
        who = _party(sighting.having("det"), scene) or _above(sighting, scene)
    if not who:
        who = _party(sighting.having("amod"), scene) or _bearer(sighting.token, scene)
    return who, _destination(sighting, scene, who) or _object_host(sighting, scene, who) or _home(scene, who)


def _bearer(token: Word, scene: Scene) -> Side:
    """Whom a visit is said of as a mere phrase ("X, en visite à Y")."""
    head = token.head
    if base(token) not in ("nmod", "appos", "acl", "obl", "advmod", "amod") or head.pos_ not in (
        "NOUN",
        "PROPN",
    ):
        return NOBODY
    return scene.side(head) if scene.human(head) else NOBODY


def _home(scene: Scene, who: Side) -> Side:
    """The host of a visit without a place: the state that the dispatch is dated from."""
    codes = tuple(code for code in scene.home if code not in who.codes)
    return Side((), codes) if len(codes) == 1 and who.persons else NOBODY


def _object_host(sighting: Sighting, scene: Scene, who: Side) -> Side:
    """ "Rendre visite à X": the indirect object is the host."""
    found = _party(
        [a.token for a in sighting.arguments if a.role in ("iobj", "obl") and a.marker in scene.words["to"]],
        scene,
    )
    return found if found.codes and not set(found.codes) <= set(who.codes) else NOBODY


def _is_place(token: Word, scene: Scene, *, city: bool = False) -> bool:
    """Whether a name is a place; with `city`, also a capital that else stands for its state ("le sommet de Berlin")."""
    mention = scene.actors.at(token.i)
    if mention is None or mention.persons:
        return False
    return mention.how == "place" or (city and mention.how == "metonym" and token.pos_ == "PROPN")


def _alike(sighting: Sighting, scene: Scene) -> list[tuple[Side, ...]]:
    """Both sides of a meeting, talk, call or signing."""
    words = scene.words
    name = lemma(sighting.token)
    first = _subject(sighting, scene)
    partners = [scene.side(token) for token in _separate(sighting, scene)]
    if (
        words.shape(name, "personal")
        and not any(scene.human(t) for t in sighting.having("obj"))
        and not partners
    ):
        if sighting.having("obj"):
            return []
    if sighting.shape != "noun" and not words.shape(name, "accompanied") and sighting.kind != "signing":
        partners = [*(scene.side(t) for t in sighting.having("obj")), *partners]
    if sighting.shape == "call":
        partners += [scene.side(t) for t in sighting.having("iobj")]
        partners += [scene.side(t) for t in sighting.marked(words["to"])]
    if sighting.shape == "noun" or sighting.kind == "signing":
        first |= _within(sighting, scene)
    if sighting.shape == "noun" and sighting.kind != "signing":
        partners += [side for side in (scene.side(t) for t in _given(sighting, scene)) if side]
    if sighting.shape == "beside":
        first, partners = first | _party(sighting.having("obj"), scene), []
        partners = [scene.side(t) for t in sighting.marked(scene.grammar.of | scene.grammar.agent)]
    if sighting.shape != "sign" and not any(partners):
        partners = [_following(sighting, scene, first)]
    partners = [side for side in partners if side]
    if sighting.shape == "sit" or (sighting.shape == "meet" and is_participle(sighting.token)):
        first |= _party(sighting.having("obj"), scene)
    if len(first.codes) < 2 and not (first and partners):
        first |= _above(sighting, scene, besides=first)
    present = _present(sighting, scene)
    if len(_separate(sighting, scene)) > 1 and len(partners) > 1:
        return [(first, partner) for partner in partners]
    return [(first, *partners, present)]


def _following(sighting: Sighting, scene: Scene, besides: Side) -> Side:
    """The partner that the parse has hung elsewhere: the next one named in the clause, under the right adposition."""
    verbal = sighting.shape in ("meet", "host", "summon", "call")
    accompanied = sighting.shape == "noun" or scene.words.shape(lemma(sighting.token), "accompanied")
    marks = scene.words["with"] if accompanied or not verbal else frozenset({""})
    token = sighting.token
    for node in token.doc[token.i + 1 : token.sent.end]:
        if any(
            t.first is not None and t.last is not None and t.first <= node.i <= t.last
            for t in scene.times.expressions
        ):
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
        if marker(node) in marks and not _same_name(node, mention, scene):
            found = scene.side(node)
            if found and not set(found.codes) <= set(besides.codes):
                return found
    return NOBODY


def _same_name(node: Word, mention: Mention, scene: Scene) -> bool:
    """Whether a name only spells out the phrase that it hangs on ("son homologue X")."""
    above = scene.actors.at(node.head.i) if base(node) in ("appos", "flat", "nmod") else None
    return above is not None and above is not mention and bool(set(above.persons) & set(mention.persons))


def _given(sighting: Sighting, scene: Scene) -> list[Word]:
    """Whom a dinner or an audience is given to ("accorder une audience à X")."""
    if sighting.carrier is None or lemma(sighting.carrier) not in scene.words["give"]:
        return []
    return [
        a.token
        for a in sighting.arguments
        if a.role in ("iobj", "obl", "nmod") and a.marker in scene.words["dative"]
    ]


def _separate(sighting: Sighting, scene: Scene) -> list[Word]:
    """The partners under "avec", those with an adposition of their own apart."""
    out: list[Word] = []
    for token in sighting.marked(scene.words["with"]):
        out.append(token)
        out.extend(c for c in children(token, "conj") if marker(c) in scene.words["with"])
    return out


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
            own = argument.marker in grammar.of and not _is_place(argument.token, scene, city=True)
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
    found = _party(
        [a.token for a in args if a.role in ("subj", "obj") or a.marker in scene.words["with"]], scene
    )
    return found if len(found.codes) > 1 else NOBODY


def _present(sighting: Sighting, scene: Scene) -> Side:
    """Those in whose presence it was ("en présence de X")."""
    out = NOBODY
    for argument in sighting.arguments:
        if lemma(argument.token) in scene.words["presence"]:
            out |= _party(children(argument.token, "nmod"), scene)
        elif argument.marker in scene.words["present"]:
            out |= scene.side(argument.token)
    return out


def _above(sighting: Sighting, scene: Scene, besides: Side = NOBODY) -> Side:
    """Whoever acts in the clause for which the encounter is the occasion ("X a dit, lors d'un entretien avec Y, …")."""
    node = sighting.carrier or sighting.token
    if base(node) == "ROOT":
        return NOBODY
    for _ in range(STEPS):
        if node.head.i == node.i:
            break
        relation, node = base(node), node.head
        if node.pos_ not in ("VERB", "AUX") or relation in ("nsubj", "conj", "parataxis", "ccomp"):
            if relation in ("parataxis", "ccomp"):
                break
            continue
        doers = [a.token for a in arguments(node, scene.grammar) if a.role in ("subj", "control")]
        found = NOBODY
        for doer in doers[:1]:
            found |= _before(doer, scene) | scene.side(doer, place=True)
        if found and not set(found.codes) <= set(besides.codes):
            return found
        break
    verb = clause_head(node)
    return _to_the_left(verb, sighting.token.i, besides, scene) if verb.pos_ in ("VERB", "AUX") else NOBODY


def _to_the_left(verb: Word, first: int, besides: Side, scene: Scene) -> Side:
    """The last side named between a word and a finite verb after it: its subject, wherever the parse has hung it."""
    for i in range(verb.i - 1, first, -1):
        word = verb.doc[i]
        mention = scene.actors.at(i)
        if mention is None or mention.head != i or mention.how in ("place", "demonym") or marker(word):
            continue
        found = _before(word, scene) | scene.side(word, place=True)
        if found and not set(found.codes) <= set(besides.codes):
            return found
    return NOBODY
