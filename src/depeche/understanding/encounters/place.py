"""Where an encounter takes place, as its own words tell it."""

from collections.abc import Iterator

import msgspec

from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.actors.mention import Mention
from depeche.understanding.encounters.scene import Scene
from depeche.understanding.encounters.sighting import Sighting

# Clauses of their own: what stands in them is not the place of what governs them.
APART = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "nsubj", "csubj"})
DEEP = 5
NEAR = 6


class Place(msgspec.Struct, frozen=True):
    """The words of a place, and the states that it lies in."""

    text: str
    codes: tuple[str, ...]


def place_of(sighting: Sighting, scene: Scene) -> Place | None:
    """The place of an encounter: of the word itself, then of its verb; None where none is told."""
    found = _placed(sighting, scene)
    return found[1] if found is not None else None


def stops(sighting: Sighting, scene: Scene) -> tuple[Place, ...]:
    """The places in different states that one word of a visit tells together ("visits to Peru and Chile")."""
    found = _placed(sighting, scene)
    objects = sighting.having("obj") if sighting.shape == "travel" else []
    toured = sighting.marked(scene.grammar.of) if sighting.token.low_lemma in scene.words["tours"] else []
    first = found[0] if found is not None else next(iter([*objects, *toured]), None)
    out: list[Place] = []
    for token in (first, *children(first, "conj")) if first is not None else ():
        mention = _mention(token, scene)
        codes = () if mention is None or mention.persons else tuple(c for c in mention.codes if len(c) == 3)
        if mention is None or mention.how not in ("place", "metonym", "name") or token.pos_ != "PROPN":
            continue
        if codes and not any(set(codes) & set(place.codes) for place in out):
            text = scene.parse.words(scene.parse.span(*_words(token, mention)))
            out.append(Place(" ".join(text.split()), codes))
    return tuple(out)


def _placed(sighting: Sighting, scene: Scene) -> tuple[Word, Place] | None:
    roots = [sighting.token]
    if sighting.carrier is not None and sighting.carrier.i != sighting.token.i:
        roots.append(sighting.carrier)
    for root in roots:
        for token in _below(root, scene):
            found = _named(token, scene, own=root is sighting.token and token.head.i == root.i)
            if found is not None and not _past_matter(sighting.token, token, scene):
                return token, found
    return _next(sighting.token, scene)


def _next(token: Word, scene: Scene) -> tuple[Word, Place] | None:
    """A place that the parse has hung elsewhere, but that follows the word at once."""
    for word in token.doc[token.i + 1 : min(token.i + NEAR, token.sent.end)]:
        if word.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ") or _matter(word, scene):
            return None
        found = _named(word, scene, own=False)
        if found is not None:
            return word, found
    return None


def _below(token: Word, scene: Scene, depth: int = 0) -> Iterator[Word]:
    """The words of the clause below a word, nearest first."""
    nearest = sorted(
        (
            c
            for c in token.children
            if c.dep_ not in APART and not (c.relation == "conj" and c.pos_ in ("VERB", "AUX"))
        ),
        key=lambda c: c.i,
    )
    yield from nearest
    if depth < DEEP:
        for child in nearest:
            if not _matter(child, scene):
                yield from _below(child, scene, depth + 1)


def _past_matter(token: Word, place: Word, scene: Scene) -> bool:
    """Whether what it was about stands between an encounter and a place ("ont discuté des crises en Haïti")."""
    return any(word.low_lemma in scene.words["matters"] for word in token.doc[token.i + 1 : place.i])


def _matter(token: Word, scene: Scene) -> bool:
    """Whether a word tells what an encounter was about, or what it came before or after."""
    mark = marker(token)
    about = mark in scene.grammar.of and token.head.pos_ == "VERB"
    return about or mark in scene.words["topics"] or token.low_lemma in scene.words["matters"]


def _named(token: Word, scene: Scene, *, own: bool) -> Place | None:
    mark = marker(token)
    if mark not in scene.words["to"] and not (own and mark in scene.grammar.of):
        return None
    if mark in scene.words["about"] and token.head.low_lemma in scene.words["named_forums"]:
        return None  # "a conference on Sudan"
    mention = _mention(token, scene)
    if (
        mention is None
        or mention.persons
        or mention.how not in ("place", "name", "metonym", "title", "demonym")
    ):
        return None
    if mention.how != "place" and (mark in scene.grammar.of or not _stands(token, mention, scene)):
        return None
    states = tuple(code for code in mention.codes if len(code) == 3)
    text = scene.parse.words(scene.parse.span(*_words(token, mention)))
    return Place(" ".join(text.split()), states or mention.codes)


def _stands(token: Word, mention: Mention, scene: Scene) -> bool:
    """Whether a name that is no place is told as one: a capital, a palace, "la capitale kényane"."""
    if mention.how == "title":
        return False
    return mention.how in ("metonym", "name") or any(c.relation == "amod" for c in token.children)


def _mention(token: Word, scene: Scene) -> Mention | None:
    own = scene.actors.at(token.i)
    if own is not None and own.codes:
        return own
    found = scene.actors.resolve(token)
    if (
        found is None
        or not found.codes
        or found.how != "demonym"
        or token.low_lemma not in scene.words["grounds"]
    ):
        return None
    return found


def _words(token: Word, mention: Mention) -> tuple[int, int]:
    first, last = min(token.i, mention.first), max(token.i, mention.last)
    while first < last and token.doc[first].pos_ in ("ADP", "DET"):
        first += 1
    names = [c.right_edge.i for c in children(token, "flat", "fixed", "amod") if c.right_edge.i <= last + 3]
    return first, max([last, *names])
