"""A speaker, and whom a nominal or pronoun lets speak."""

from collections.abc import Iterable

import msgspec

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.actors.mention import Mention
from depeche.understanding.speech.scene import Scene, has, same

# How many words of an unnamed speaker are kept ("diplomate occidental en poste à Bagdad").
LONGEST_NAME = 7


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker as found: full names, codes, or the words of a role that names nobody.

    `document` marks a text ("le communiqué") whose author is to be found before it.
    """

    persons: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    unnamed: str | None = None
    first: int | None = None
    last: int | None = None
    mention: Mention | None = None
    document: bool = False
    relayed: str | None = None

    @property
    def speaker(self) -> str | None:
        """The row's speaker."""
        return "; ".join(self.persons) or "; ".join(self.codes) or self.unnamed

    @property
    def of(self) -> str | None:
        """The row's speaker_of."""
        return "; ".join(self.codes) or None


NOBODY = Voice()


def silent(voice: Voice) -> Voice:
    """A speaker where no words name him."""
    return Voice(persons=voice.persons, codes=voice.codes, unnamed=voice.unnamed)


def voice_of(scene: Scene, token: Word) -> Voice | None:
    """The voice of a nominal or pronoun with all that is coordinated with it; None if it cannot speak."""
    head = _antecedent(token)
    found = [voice for part in trees.below(head) if (voice := _single(scene, part)) is not None]
    if not found or (head == token and _single(scene, head) is None):
        return None
    voice = found[0]
    if len(found) > 1:
        voice = msgspec.structs.replace(
            voice,
            persons=_merged(part.persons for part in found),
            codes=_merged(part.codes for part in found),
        )
    if head != token:
        voice = msgspec.structs.replace(voice, first=token.i, last=token.i)
    return voice


def _merged(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part))


def _antecedent(token: Word) -> Word:
    """The noun that a relative pronoun stands for; the token itself otherwise."""
    if not has(token, "PronType", "Rel"):
        return token
    node = token
    while node.head != node:
        if node.dep_ == "acl:relcl":
            return node.head
        node = node.head
    return token


def _single(scene: Scene, token: Word) -> Voice | None:
    if same(token, scene.words.nobody):
        return _hidden(scene, token)
    apposed = _apposed(scene, token)
    if apposed is not None:
        return apposed
    mention = _mention(scene, token)
    if mention is not None:
        return _of_mention(scene, token, mention)
    if token.pos_ == "PRON":
        return Voice(first=token.i, last=token.i) if has(token, "Person", "3") else None
    if same(token, scene.words.documents):
        return _document(scene, token)
    if token.pos_ == "PROPN":
        first, last = _name(token)
        return Voice(persons=(scene.parse.words(scene.span(first, last)),), first=first, last=last)
    return _unnamed(scene, token) if same(token, scene.words.sources) else None


def _mention(scene: Scene, token: Word) -> Mention | None:
    """Whom the token points to; a title's name, or the side inside an able noun ("le camp russe")."""
    named = [*(part for part in trees.children(token, "flat", "appos") if _person(scene, part)), token]
    named.extend(trees.children(token, "flat"))
    if token.pos_ in ("PRON", "PROPN") or same(token, scene.words.sources):
        named.append(token)
    for index, part in enumerate(named):
        mention = scene.actors.at(part.i) or (scene.actors.resolve(part.i) if index else None)
        if mention is not None and (mention.persons or mention.codes or mention.unnamed):
            return mention
    return None


def _person(scene: Scene, token: Word) -> bool:
    """A pronoun set beside a name ("Le Hamas, lui, …") is no person of its own."""
    mention = scene.actors.at(token.i)
    return mention is not None and bool(mention.persons) and token.pos_ != "PRON"


def _apposed(scene: Scene, token: Word) -> Voice | None:
    """The sides that stand beside a plural which gathers them ("The candidate countries X, Y and Z")."""
    found = [
        mention
        for child in trees.children(token, "appos")
        for part in trees.below(child)
        if (mention := scene.actors.at(part.i)) is not None and mention.codes and not mention.persons
    ]
    if not found or not has(token, "Number", "Plur"):
        return None
    codes = _merged(mention.codes for mention in found)
    return Voice(codes=codes, first=found[0].first, last=found[-1].last, mention=found[0])


def _of_mention(scene: Scene, token: Word, mention: Mention) -> Voice:
    inside = mention.first <= token.i <= mention.last
    first, last = (mention.first, mention.last) if inside else (token.i, token.i)
    return Voice(
        persons=mention.persons,
        codes=mention.codes,
        unnamed=mention.unnamed,
        first=first,
        last=last,
        mention=mention,
        relayed=_relay(scene, token),
    )


def _hidden(scene: Scene, token: Word) -> Voice:
    """Who stands behind "on": the first body named after it ("indique-t-on de source chinoise")."""
    unit = scene.unit(token.i)
    for i in range(token.i + 1, (unit.last if unit else token.i) + 1):
        if scene.is_pause(i):
            break
        mention = scene.actors.at(i)
        if mention is not None and mention.codes:
            return Voice(codes=mention.codes, first=mention.first, last=mention.last, mention=mention)
        if same(scene.doc[i], scene.words.documents):
            found = _document(scene, scene.doc[i])
            if found.codes:
                return found
    text = any(same(scene.doc[i], scene.words.documents) for i in _after(scene, token))
    return Voice(first=token.i, last=token.i, document=text)


def _after(scene: Scene, token: Word) -> range:
    """The tokens after a token in its unit, up to the next pause."""
    unit = scene.unit(token.i)
    stop = unit.last + 1 if unit is not None else token.i + 1
    pause = next((i for i in range(token.i + 1, stop) if scene.is_pause(i)), stop)
    return range(token.i + 1, pause)


def _document(scene: Scene, token: Word) -> Voice:
    """The maker of a text, as far as the words about it name one ("le communiqué de X", "a US resolution")."""
    for child in trees.children(token, "nmod", "obl", "amod", "compound"):
        whose = child.relation in ("amod", "compound")
        if whose or trees.marker(child).split(" ")[0] in scene.words.possessors:
            mention = scene.actors.at(child.i)
            if mention is not None and (mention.persons or mention.codes):
                return _of_mention(scene, child, mention)
    for child in trees.children(token, "compound", "amod"):
        mention = scene.actors.at(child.i)
        if mention is not None and mention.codes and not mention.persons:
            return Voice(codes=mention.codes, first=child.i, last=child.i, mention=mention)
    verb = token.head
    if token.relation == "obj" and same(verb, scene.words.makers):
        maker = trees.subject(verb)
        voice = voice_of(scene, maker) if maker is not None and maker.i != token.i else None
        if voice is not None:
            return voice
    return Voice(first=token.i, last=token.i, document=True)


def _name(token: Word) -> tuple[int, int]:
    parts = [token.i, *(child.i for child in token.children if child.relation in ("flat", "compound"))]
    return min(parts), max(parts)


def _unnamed(scene: Scene, token: Word) -> Voice:
    """An unnamed speaker as worded, without article; the codes of what stands in the words.

    Of a medium or body that no list knows the words are its name ("le quotidien Público").
    """
    for name in trees.children(token, "appos", "flat"):
        if name.pos_ == "PROPN" and name.left_edge.i == token.i + 1:
            last = max(part.i for part in (name, *trees.children(name, "flat")))
            span = scene.span(token.i + 1, last)
            return Voice(unnamed=" ".join(scene.parse.words(span).split()), first=token.i + 1, last=last)
    first, last = trees.subtree_span(
        token, without=frozenset({"det", "case", "acl", "appos", "conj", "cc", "punct"})
    )
    first, last = max(first, token.i - 2), min(last, token.i + LONGEST_NAME)
    while first < token.i and scene.doc[first].pos_ in ("DET", "ADP", "PUNCT"):
        first += 1
    for i in range(token.i + 1, last + 1):
        if scene.is_pause(i) or scene.is_mark(i):
            last = i - 1
            break
    codes = _merged(
        mention.codes
        for i in range(first, last + 1)
        if (mention := scene.actors.at(i)) is not None and not mention.persons
    )
    words = scene.parse.words(scene.span(first, last))
    return Voice(
        codes=codes, unnamed=" ".join(words.split()), first=first, last=last, relayed=_relay(scene, token)
    )


def _relay(scene: Scene, token: Word) -> str | None:
    """Who relays a source: "des sources citées par l'AFP" → "AFP"."""
    for verb in trees.children(token, "acl"):
        if same(verb, scene.words.relays):
            agent = agent_of(scene, verb)
            voice = _single(scene, agent) if agent is not None else None
            if voice is not None:
                return voice.speaker
    return None


def agent_of(scene: Scene, verb: Word) -> Word | None:
    """The agent of a passive verb or a noun."""
    for child in trees.children(verb, "obl", "nmod"):
        if trees.marker(child).split(" ")[0] in scene.words.agents:
            return child
    return None
